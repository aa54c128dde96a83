"""Records that are built when a file first has one.

Pydantic takes about a millisecond to build a record, and a command lives for a few hundred. What few files have, or
only some commands ask for, need not be built for all of them.
"""

from functools import cached_property
from importlib import import_module
from typing import Any

from pydantic_core import CoreSchema, core_schema


class Later:
    """A value whose type is `name` in a module of this room, which is imported when there is a value."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self.name = module, name

    @cached_property
    def annotation(self) -> Any:
        """The type of the value."""
        return getattr(import_module(f"techradar.model.{self.module}"), self.name)

    @cached_property
    def adapter(self) -> Any:
        """What validates the value, which may be none, and gives its JSON Schema."""
        from pydantic import TypeAdapter

        return TypeAdapter(self.annotation | None)

    def _validated(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        # What it refuses, Pydantic tells at the place of this value.
        return self.adapter.validate_python(value, context=info.context)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Only that it is validated later."""
        return core_schema.with_info_plain_validator_function(self._validated)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """Nothing yet: `model.schema` puts in what `adapter` says, with the records that it names."""
        return {}


def of_field(field: Any) -> Later | None:
    """What stands for a record's field until a file has it; none where the field is built with its record."""
    return next((mark for mark in field.metadata if isinstance(mark, Later)), None)
