"""The words around a problem."""

from techradar.language import Text

TEXTS = {
    "problems.error": Text(da="fejl", en="error"),
    "problems.warning": Text(da="advarsel", en="warning"),
    "problems.note": Text(da="bemærkning", en="note"),
    "problems.hint": Text(da="forslag", en="hint"),
}
