"""Writes radars of any size, for measuring and for tests: the same arguments always give the same files.

The names are Danish as a municipality writes them; figures, reasons and cases are made up, and none is
about a municipality that exists.
"""

from __future__ import annotations

from pathlib import Path

SECTORS = (
    "Kunstig intelligens", "IoT og sensorer", "Video og telemedicin", "Data i den grønne omstilling",
    "RPA og automatisering", "Digitalt fundament", "Læring og undervisning", "Byrum og trafik",
)  # fmt: skip
RINGS = (
    ("Klar", "Kan indføres"),
    ("Afprøv", "Prøv med mål og slutdato"),
    ("Hold øje", "Lær af andre"),
    ("Afvent", "Ikke nu"),
    ("Fravælg", "Brug ikke kræfter på den"),
    ("Ud", "Fase den ud"),
)
MATURITY = ("Idé", "Forsøg", "Vist i praksis", "Dokumenteret", "Færdigvare")
ADOPTION = ("Ingen planer", "Undersøger", "Har den på prøve", "Fast brug nogle steder", "Fast brug de fleste steder")
AREAS = ("Sundhed og omsorg", "Børn og unge", "Teknik og miljø", "Borgerservice")
TECHNOLOGIES = (
    "Generativ AI", "Faldsensorer", "Skærmbesøg", "Softwarerobotter", "Digitale tvillinger", "Droner",
    "Talegenkendelse", "Medicinrobotter", "Smarte vandmålere", "Virtual reality", "Chatbots", "Digital post",
    "Automatisk journalisering", "Velfærdsteknologi i hjemmet", "Billedgenkendelse", "Selvkørende busser",
    "Ansigtsgenkendelse", "Sensorer i skraldespande", "Åbne data", "Elektroniske låse", "Tale til tekst",
    "Digitale læremidler", "Gadebelysning med styring", "Beslutningsstøtte", "Prædiktiv vedligeholdelse",
    "Fjernaflæste varmemålere", "Blockchain", "Digital hjemmetræning", "Kropsbårne sensorer", "3D-print",
    "Aktivitetsmålere", "Digitale ansøgninger", "Luftmålinger", "Stemmestyring", "Opgavefordeling med AI",
    "Serviceløsninger med selvbetjening", "Ordblindeværktøjer", "Borgerkonto", "Ruteplanlægning", "Sky-lagring",
)  # fmt: skip
PLACES = (
    "", "på plejecentre", "i hjemmeplejen", "i folkeskolen", "i dagtilbud", "på jobcentret", "i borgerservice",
    "på biblioteket", "i sagsbehandlingen", "på genoptræningen", "i sygeplejen", "på bosteder", "i vejdriften",
    "på genbrugspladsen", "i svømmehallen", "på museet", "i byggesager", "i tandplejen", "i økonomistyringen",
    "på kommunens ejendomme", "i indkøb", "i beredskabet", "på sundhedshuset", "i naturforvaltningen",
    "i socialrådgivningen",
)  # fmt: skip
LAST_YEAR = 2026


def names(count: int) -> list[str]:
    """`count` names of technologies, all different: at most 1,000."""
    most = len(TECHNOLOGIES) * len(PLACES)
    if not 1 <= count <= most:
        raise ValueError(f"there are names for 1 to {most} technologies, not for {count}")
    return [f"{what} {where}".rstrip() for where in PLACES for what in TECHNOLOGIES][:count]


def write_radar(folder: Path, count: int, sectors: int = 6, rings: int = 4, editions: int = 3) -> Path:
    """Writes a radar of `count` technologies (1 to 1,000) into a new `folder` and returns it.

    `sectors` is 1 to 8, `rings` 2 to 6, `editions` at least 1; the technologies spread over all of them.
    """
    technologies = folder / "technologies"
    technologies.mkdir(parents=True)
    (folder / "radar.yaml").write_text(_configuration(sectors, rings, editions), encoding="utf-8", newline="\n")
    for index, name in enumerate(names(count)):
        path = technologies / f"teknologi-{index + 1:04}.yaml"
        path.write_text(_technology(index, name, sectors, editions), encoding="utf-8", newline="\n")
    return folder


def _years(editions: int) -> range:
    return range(LAST_YEAR - editions + 1, LAST_YEAR + 1)


def _configuration(sectors: int, rings: int, editions: int) -> str:
    lines = ["format: 1", "title: Teknologiradar for en opdigtet kommune", "language: da", "sectors:"]
    lines += [f"  - {name}" for name in SECTORS[:sectors]]
    lines += ["rings:"]
    for name, advice in RINGS[:rings]:
        lines += [f"  - name: {name}", f"    advice: {advice}"]
    for key, name, levels in (("maturity", "Teknisk modenhed", MATURITY), ("adoption", "Udbredelse", ADOPTION)):
        lines += [f"{key}:", f"  name: {name}", "  levels:", *(f"    - {level}" for level in levels)]
    lines += ["  not_counted:", "    - Ved ikke", "placement: mean", "areas_name: Forvaltning", "areas:"]
    lines += [f"  - {area}" for area in AREAS]
    lines += ["editions:"]
    for year in _years(editions):
        lines += [f"  - id: {year}", f"    date: {year}-03-02"]
    return "\n".join(lines) + "\n"


def _technology(index: int, name: str, sectors: int, editions: int) -> str:
    lines = [
        f"name: {name}",
        f"sector: {SECTORS[index % sectors]}",
        f"summary: Opdigtet eksempel nummer {index + 1}, skrevet for at måle hastighed.",
        "tags:",
        f"  - {('borger', 'medarbejder', 'drift')[index % 3]}",
        "assessments:",
    ]
    # One in five comes in a later edition, so that there is something new on the picture.
    years = list(_years(editions))[(1 if index % 5 == 4 and editions > 1 else 0) :]
    for turn, year in enumerate(years):
        lines += _assessment(index, turn, year)
    if index % 10 == 3:
        lines += [
            "cases:",
            "  - organisation: Et opdigtet plejecenter",
            "    area: Sundhed og omsorg",
            "    stage: pilot",
            f"    since: {LAST_YEAR - 1}-09-01",
            "    lesson: Prøven er opdigtet og viser kun, hvordan en erfaring ser ud.",
        ]
    return "\n".join(lines) + "\n"


def _assessment(index: int, turn: int, year: int) -> list[str]:
    """The first assessment of a technology has both figures; later ones move one of them, or say it again."""
    maturity = min((index * 7 // 3) % 5 + turn * (index % 3 == 0), 4)
    adoption = min((index * 11 // 7) % 5 + turn * (index % 4 == 0), 4)
    lines = [f"  - edition: {year}", f"    maturity: {MATURITY[maturity]}"]
    if index % 6 == 5:
        answers = [(index * (step + 3) + turn) % 9 for step in range(5)]
        lines += ["    adoption:", "      counts:"]
        lines += [f"        {level}: {number + 1}" for level, number in zip(ADOPTION, answers, strict=True)]
        lines += ["        Ved ikke: 3", "      basis: measured", "      source: Opdigtet spørgeskema"]
    else:
        lines += [f"    adoption: {ADOPTION[adoption]}"]
    if index % 4 == 1:
        lines += ["    areas:", "      sundhed-og-omsorg:", f"        adoption: {ADOPTION[(adoption + 1) % 5]}"]
    return [*lines, "    reason: Opdigtet begrundelse, et par ord længere end den korteste."]
