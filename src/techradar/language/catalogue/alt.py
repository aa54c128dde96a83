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
