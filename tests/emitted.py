"""The codes of the problems that the package can tell, read from its source code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from sources import Source, dotted, package

# Calls that tell a problem, with where its code stands: the number of the argument.
TELLERS = {"problem": (0,), "Unfit": (1,), "mistake": (0,), "refuse": (0,), "_error": (0,), "one_of": (1,)}
METHODS = {
    "problem": (1, 2),
    "refuse": (0,),
    "_tell": (2,),
    "_unwanted": (2,),
}  # of a tree: after a location, or a start and an end
# Codes that are formed from a kind, and the calls that name the kind with the number of its argument.
FORMED = {"unknown-": {"reference": 0, "resolve": 0}, "double-": {"by_reference": 2}}
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


@cache
def codes() -> frozenset[str]:
    """Every code that the package can tell."""
    return frozenset(code for module in package() for code in codes_in(module))


def codes_in(module: Source) -> Iterator[str]:
    """The codes that a module tells: given to a call, or held by a name `code` before that."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield from _given(node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from _held(target, node.value)
        elif isinstance(node, ast.For):
            for row in node.iter.elts if isinstance(node.iter, ast.Tuple | ast.List) else []:
                yield from _held(node.target, row)
        elif isinstance(node, ast.FunctionDef):
            named = [*node.args.posonlyargs, *node.args.args]
            for argument, default in zip(reversed(named), reversed(node.args.defaults), strict=False):
                yield from _codes_of([default] if argument.arg == "code" else [])


def _given(call: ast.Call) -> Iterator[str]:
    """The codes that are given to a call which tells a problem."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = method or dotted(call.func)
    for place in METHODS.get(method, ()) if method else TELLERS.get(name, ()):
        yield from _codes_of(call.args[place : place + 1])
    for beginning, kinds in FORMED.items():
        if name in kinds:
            yield from (beginning + kind for kind in _codes_of(call.args[kinds[name] : kinds[name] + 1]))


def _held(target: ast.expr, value: ast.expr) -> Iterator[str]:
    """The codes in what is assigned to the name `code`, alone or beside others."""
    if isinstance(target, ast.Tuple):
        values = value.elts if isinstance(value, ast.Tuple) else []
        for one, held in zip(target.elts, values, strict=False):
            yield from _held(one, held)
    elif dotted(target) == "code":
        yield from _codes_of([value])


def _codes_of(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        if isinstance(value, ast.IfExp):
            yield from _codes_of([value.body, value.orelse])
        elif isinstance(value, ast.Constant) and isinstance(value.value, str) and CODE.fullmatch(value.value):
            yield value.value
