"""The texts beside a picture, for those who do not see it."""

from __future__ import annotations

from techradar.language import Entry, Plural, Text

TEXTS: dict[str, Entry] = {
    "alt.short": Text("Alternativ tekst:", "Alternative text:"),
    "alt.long": Text("Lang beskrivelse:", "Long description:"),
    "alt.since": Text("Siden {edition}: {parts}.", "Since {edition}: {parts}."),
    "alt.count.new": Plural(("{n} ny", "{n} nye"), ("{n} new", "{n} new")),
    "alt.count.returned": Plural(("{n} tilbage", "{n} tilbage"), ("{n} back", "{n} back")),
    "alt.count.in": Plural(("{n} rykket ind", "{n} rykket ind"), ("{n} moved in", "{n} moved in")),
    "alt.count.out": Plural(("{n} rykket ud", "{n} rykket ud"), ("{n} moved out", "{n} moved out")),
    "alt.count.retired": Plural(("{n} taget af", "{n} taget af"), ("{n} taken off", "{n} taken off")),
    "alt.draft": Text("{title} (kladde)", "{title} (draft)"),
    "alt.gap.mature": Plural(
        ("{n} teknologi er moden, men ikke i brug.", "{n} teknologier er modne, men ikke i brug."),
        ("{n} technology is mature but not in use.", "{n} technologies are mature but not in use."),
    ),
    "alt.gap.used": Plural(
        ("{n} teknologi er i brug, men ikke moden.", "{n} teknologier er i brug, men ikke modne."),
        ("{n} technology is in use but not mature.", "{n} technologies are in use but not mature."),
    ),
    "alt.gap.none": Text(
        "Ingen er moden uden at være i brug, eller omvendt.",
        "None is mature without being in use, or the other way round.",
    ),
    "alt.changed-ring": Plural(
        ("{n} af {total} har skiftet ring siden {edition}.", "{n} af {total} har skiftet ring siden {edition}."),
        ("{n} of {total} has changed ring since {edition}.", "{n} of {total} have changed ring since {edition}."),
    ),
    "alt.off": Text("taget af radaren", "taken off the radar"),
    "alt.ring-since": Text("{ring} siden {edition}", "{ring} since {edition}"),
    "alt.matrix.read": Text(
        "De højeste trin af {maturity} står først; efter hver teknologi står trinet af {adoption}.",
        "The highest levels of {maturity} come first; after each technology comes its level of {adoption}.",
    ),
    "alt.blank.rings": Text("Ringene, inderst til yderst: {names}.", "The rings, innermost to outermost: {names}."),
    "alt.blank.sectors": Text(
        "Teknologiområderne, med uret fra klokken 12: {names}.", "The sectors, clockwise from 12 o'clock: {names}."
    ),
    "alt.blank.levels": Text("{scale}, lavest til højest: {names}.", "{scale}, lowest to highest: {names}."),
    "alt.highlighted.count": Plural(
        ("{n} teknologi er fremhævet.", "{n} teknologier er fremhævet."),
        ("{n} technology is highlighted.", "{n} technologies are highlighted."),
    ),
    "alt.highlighted": Text("Fremhævet: {names}.", "Highlighted: {names}."),
    "alt.read": Plural(
        (
            "Ringene ligger uden om hinanden, {first} inderst og {last} yderst. Der er {n} teknologiområde.",
            "Ringene ligger uden om hinanden, {first} inderst og {last} yderst, og er delt i {n} teknologiområder.",
        ),
        (
            "The rings lie around each other, {first} innermost and {last} outermost. There is {n} sector.",
            "The rings lie around each other, {first} innermost and {last} outermost, and are divided into {n} sectors.",
        ),
    ),
    "alt.judgement": Text("skøn", "judgement"),
    "alt.method": Text("Sådan er den lavet:", "How it was made:"),
}
