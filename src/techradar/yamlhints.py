"""Ways out of what people type into YAML: Danish keys, dates and numbers, quotes from Word, stray blanks.

Nothing here reads YAML; the functions take text and say what to write instead. Who finds a mistake imports them
then: a radar without mistakes needs none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from techradar.language import Phrase, phrase

# What a Danish reader calls a key; where a word can mean several keys, the likeliest comes first.
_DANISH: dict[str, tuple[str, ...]] = {
    "adresse": ("url",),
    "af": ("by",),
    "aliaser": ("aliases",),
    "andele": ("shares",),
    "andre_navne": ("aliases",),
    "ansvarlig": ("owner",),
    "antal": ("counts", "n"),
    "arbejdsmiljø": ("work_environment",),
    "automatisering": ("automation",),
    "begrundelse": ("reason",),
    "bekymringer": ("concerns",),
    "bemærkning": ("note",),
    "beskrivelse": ("description",),
    "beslutninger": ("decisions",),
    "besluttes": ("decide_by", "due"),
    "besvaret": ("answered",),
    "borger": ("citizen",),
    "bundlinje": ("bottom_line",),
    "daglig_praksis": ("daily_work",),
    "dagligt_arbejde": ("daily_work",),
    "dataetik": ("data_ethics",),
    "dato": ("date", "raised", "since"),
    "dialog": ("dialogue",),
    "dilemmaer": ("dilemmas",),
    "drivkraft": ("driver",),
    "ejer": ("owner",),
    "eksempel": ("example",),
    "emneord": ("tags",),
    "erfaringer": ("cases",),
    "fagområde": ("area",),
    "fagområder": ("areas",),
    "fakta": ("facts",),
    "farve": ("color",),
    "fase": ("stage",),
    "fil": ("file",),
    "filer": ("outputs",),
    "formål": ("purpose",),
    "forvaltning": ("area",),
    "forvaltninger": ("areas",),
    "fra": ("from",),
    "frist": ("due", "decide_by"),
    "gennemgås": ("review_by",),
    "grundlag": ("basis",),
    "henvisninger": ("links",),
    "hverdag": ("daily_work",),
    "hvor": ("where",),
    "ikke_talt": ("not_counted",),
    "inddragelse": ("involvement",),
    "jura": ("legal",),
    "kerneopgave": ("core_task",),
    "kilde": ("source",),
    "kladde": ("draft",),
    "kommune": ("municipality",),
    "kompetencer": ("competences",),
    "kort": ("summary",),
    "kort_fortalt": ("summary",),
    "kvadrant": ("sector",),
    "kvadranter": ("sectors",),
    "licens": ("licence",),
    "lovgivning": ("legal",),
    "læring": ("lesson",),
    "medarbejder": ("employee",),
    "modenhed": ("maturity",),
    "mærker": ("tags",),
    "navn": ("name",),
    "niveau": ("level",),
    "niveauer": ("levels",),
    "område": ("sector", "area"),
    "områder": ("sectors", "areas"),
    "overskrift": ("title",),
    "placering": ("placement",),
    "resume": ("summary",),
    "resumé": ("summary",),
    "retssikkerhed": ("legal_certainty",),
    "ringe": ("rings",),
    "råd": ("advice",),
    "sammenlignelig": ("comparable",),
    "sektor": ("sector",),
    "sektorer": ("sectors",),
    "siden": ("since",),
    "skjult_arbejde": ("hidden_work",),
    "sprog": ("language",),
    "spørgsmål": ("question", "questions", "text"),
    "stadie": ("stage",),
    "stillet": ("raised",),
    "svar": ("answer", "counts"),
    "taget_af": ("retired",),
    "tal": ("value", "facts"),
    "teknisk_modenhed": ("maturity",),
    "teknologiområde": ("sector",),
    "teknologiområder": ("sectors",),
    "tekst": ("text",),
    "tempo": ("pace",),
    "titel": ("title", "name"),
    "trin": ("levels", "level"),
    "udbredelse": ("adoption",),
    "udgave": ("edition",),
    "udgaver": ("editions",),
    "udgiver": ("publisher",),
    "udgået": ("retired",),
    "undertitel": ("subtitle",),
    "usynligt_arbejde": ("hidden_work",),
    "visning": ("view",),
    "vurdering": ("assessments",),
    "vurderinger": ("assessments",),
    "værdi": ("value",),
    "værdier": ("values",),
    "økonomi": ("economy",),
    "år": ("year",),
}
DANISH_KEYS: dict[str, str] = {danish: english[0] for danish, english in _DANISH.items()}

# Patterns are compiled when they are first asked: a file without mistakes asks none.
# The blanks that a word processor or a web page leaves and that YAML takes for letters.
_ODD_BLANKS = "[\u00a0\u2000-\u200b\u202f\u205f\u3000]"
_WORD_QUOTES = "“”„‟«»‘’‚"
_WORD_QUOTED = rf"(?::\s+|-\s+|^\s*)[{_WORD_QUOTES}]"
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DANISH_MONTHS = {"may": "maj", "oct": "okt"}
_DAY_FIRST = r"(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ]{1,2}(\d{4})"
_DAY_MONTH = r"(\d{1,2})\.?\s+([a-zæøå]{3})[a-zæøå]*\.?\s+(\d{4})"
_YEAR_FIRST = r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})"
_NUMBER = r"([-+]?)(\d{1,3}(?:\.\d{3})+|\d+)?(?:([,.])(\d+))?\s*(%|pct\.?|procent)?"


def english_key(key: str, known: Collection[str] = ()) -> str | None:
    """The key that a Danish one stands for, or None; with `known` only one of these."""
    spelled = re.sub(r"[\s-]+", "_", key.strip().casefold())
    meant = _DANISH.get(spelled, ())
    return next((english for english in meant if not known or english in known), None)


def quoted(text: str) -> str:
    """One line of text in the quotation marks that it needs least escaping in."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quote_hint(text: str) -> Phrase | None:
    """What to do where a text begins and ends with a word processor's quotation marks, which belong to it."""
    bare = text.strip()
    if len(bare) < 2 or bare[0] not in _WORD_QUOTES or bare[-1] not in _WORD_QUOTES:
        return None
    return phrase("yaml.word-quotes.hint", text=quoted(bare.strip(_WORD_QUOTES)))


def blank_hint(text: str) -> Phrase | None:
    """What to do where a text holds a blank that is no plain space, such as a no-break space."""
    return phrase("yaml.odd-blank.hint") if re.search(_ODD_BLANKS, text) else None


def date_hint(text: str) -> Phrase | None:
    """How to write a date that was typed another way, "02-03-2026" or "2. marts 2026"; None where unsure."""
    spelled = text.strip().lower()
    if found := re.fullmatch(_DAY_FIRST, spelled):
        day, month, year = (int(part) for part in found.groups())
    elif found := re.fullmatch(_YEAR_FIRST, spelled):
        year, month, day = (int(part) for part in found.groups())
    elif (found := re.fullmatch(_DAY_MONTH, spelled)) and (name := _DANISH_MONTHS.get(found[2], found[2])) in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(name) + 1, int(found[3])
    else:
        return None
    try:
        date(year, month, day)
    except ValueError:
        return None
    return phrase("yaml.date.hint", date=f"{year:04}-{month:02}-{day:02}")


def number_hint(text: str) -> Phrase | None:
    """How to write a number that was typed another way, "0,75", "1.250,5" or "37 %"; None where it is no number."""
    found = re.fullmatch(_NUMBER, text.strip().lower())
    if found is None or not (found[2] or found[4]):
        return None
    sign, whole, mark, decimals, unit = found.groups()
    grouped = "." in (whole or "")
    if (grouped and mark != ",") or not (mark == "," or unit or sign == "+"):
        return None  # "1.250" can be two numbers
    shown = sign.replace("+", "") + (whole or "0").replace(".", "") + (f".{decimals}" if decimals else "")
    return phrase("yaml.percent.hint" if unit else "yaml.number.hint", number=shown)


# What the parsers of libyaml and PyYAML say, by a part of it, and our word for it. The first that fits counts.
_SAID: tuple[tuple[str, str], ...] = (
    ("violates indentation", "tab"),
    ("a tab character", "tab"),
    ("'\\t' that cannot start", "tab"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("block sequence entries are not allowed", "dash"),
    ("sequence entries are not allowed", "dash"),
    ("mapping keys are not allowed", "question-mark"),
    ("cannot start any token", "first-character"),
    ("found unexpected end of stream", "open-quote"),
    ("found unexpected document indicator", "open-quote"),
    ("found unknown escape character", "escape"),
    ("hexdecimal", "escape"),
    ("hexadecimal", "escape"),
    ("unicode character escape", "escape"),
    ("',' or ']'", "list"),
    ("',' or '}'", "braces"),
    ("found unexpected ':'", "braces"),
    ("expected key", "indentation"),
    ("'-' indicator", "indentation"),
    ("expected <block end>", "indentation"),
    ("indentation indicator", "block-text"),
    ("comment or line break", "block-text"),
    ("expected chomping", "block-text"),
    ("directive", "percent-sign"),
    ("version number", "percent-sign"),
    ("incompatible yaml", "percent-sign"),
    ("alphabetic or numeric", "special-character"),
    ("tag", "special-character"),
    ("expected '!'", "special-character"),
    ("node content", "special-character"),
)
# Where the parser's own place says less than the place where it began: an open quote, a line without a colon.
FROM_ITS_START = frozenset({"no-colon", "open-quote", "list", "braces"})


def syntax_kind(said: str) -> str:
    """Our word for what a parser said; "other" where it is unknown."""
    spelled = said.lower()
    return next((kind for part, kind in _SAID if part in spelled), "other")


def sharper_kind(kind: str, line: str, column: int) -> str:
    """The kind of a syntax error, told more exactly by the source line and the 0-based column in it."""
    if kind == "first-character" and line[column : column + 1] == "\t":
        return "tab"
    return "after-value" if kind == "indentation" and line[:column].strip() else kind


def syntax_hint(kind: str, line: str, column: int) -> Phrase | None:
    """The way out of a syntax error of a kind, from its source line and the 0-based column in it."""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation or kind == "tab":
        return phrase("yaml.tab.hint")
    if hint := missing_blank_hint(line) or blank_hint(line):
        return hint
    if re.search(_WORD_QUOTED, line):
        return phrase("yaml.word-quotes-around.hint")
    if kind == "colon":
        return _colon_hint(line, column)
    if kind == "after-value":
        return _after_quotes(line)
    return None if kind == "other" else phrase(f"yaml.syntax.{kind}.hint")


def missing_blank_hint(line: str) -> Phrase | None:
    """What to do where no plain blank follows the colon: "name:Faldsensorer", or a no-break space."""
    found = re.match(r"\s*(?:- +)?(\w+):(?![ \t/]|$)", line)
    if found is None:
        return None
    return blank_hint(line[found.end()]) or phrase("yaml.missing-blank.hint", key=found[1])


def _after_quotes(line: str) -> Phrase:
    """For a value that goes on after its closing quotation mark or bracket."""
    _, _, value = line.strip().partition(": ")
    return phrase("yaml.quote-whole.hint", text=quoted(value.strip())) if value else phrase("yaml.quote.hint")


def _colon_hint(line: str, column: int) -> Phrase:
    """For ": " inside a text; where the line's only colon is at fault, the line is indented too far."""
    start = re.match(r"\s*(?:- +)?[^\s:][^:]*: +", line)
    if start is None or start.end() > column:
        return phrase("yaml.syntax.indentation.hint")
    return phrase("yaml.quote-whole.hint", text=quoted(line[start.end() :].rstrip()))
