"""Cases as a list, in the language that is published, and the command that lists them."""

from techradar.language import Plural, Text

TEXTS = {
    "cases.title": Text(da="{radar}: erfaringer", en="{radar}: cases"),
    "cases.count": Plural(da=("{n} erfaring: {counts}", "{n} erfaringer: {counts}"), en=("{n} case: {counts}", "{n} cases: {counts}")),
    "cases.count.preparing": Plural(da=("{n} forberedes", "{n} forberedes"), en=("{n} being prepared", "{n} being prepared")),
    "cases.count.pilot": Plural(da=("{n} på prøve", "{n} på prøve"), en=("{n} on trial", "{n} on trial")),
    "cases.count.operation": Plural(da=("{n} i drift", "{n} i drift"), en=("{n} in operation", "{n} in operation")),
    "cases.count.stopped": Plural(da=("{n} stoppet", "{n} stoppet"), en=("{n} stopped", "{n} stopped")),
    "cases.late": Plural(da=("heraf {n} over tid", "heraf {n} over tid"), en=("{n} of them late", "{n} of them late")),
    "cases.column.technology": Text(da="Teknologi", en="Technology"),
    "cases.column.stage": Text(da="Hvor langt", en="How far"),
    "cases.column.who": Text(da="Hvor", en="Where"),
    "cases.column.since": Text(da="Siden", en="Since"),
    "cases.column.decide_by": Text(da="Afgøres senest", en="To be decided by"),
    "cases.column.lesson": Text(da="Hvad der er lært", en="What was learnt"),
    "cases.column.url": Text(da="Læs mere", en="Read more"),
    "cases.days": Plural(da=("{n} dag", "{n} dage"), en=("{n} day", "{n} days")),
    "cases.months": Plural(da=("{n} måned", "{n} måneder"), en=("{n} month", "{n} months")),
    "cases.years": Plural(da=("{n} år", "{n} år"), en=("{n} year", "{n} years")),
    # The command
    "cases.technology": Text(da="Kun erfaringer med denne teknologi. Kan gentages.", en="Only cases of this technology. May be repeated."),
    "cases.municipality": Text(da="Kun erfaringer i denne kommune eller organisation. Kan gentages.", en="Only cases in this municipality or organisation. May be repeated."),
    "cases.stage": Text(da="Kun dem, der forberedes (preparing), er på prøve (pilot), i drift (operation) eller stoppet (stopped). Kan gentages.", en="Only those that are being prepared (preparing), on trial (pilot), in operation or stopped. May be repeated."),
    "cases.area": Text(da="Kun erfaringer i dette fagområde. Kan gentages.", en="Only cases in this area. May be repeated."),
    "cases.due": Text(da="Kun dem, der skulle være afgjort, eller som skal afgøres inden for 30 dage.", en="Only those that should have been decided, or are to be within 30 days."),
    "cases.sort": Text(da="Sortér efter stage (hvor langt, det forsinkede først), technology, municipality eller age (det ældste først).", en="Sort by stage (what is late first), technology, municipality or age (the oldest first)."),
    "cases.empty": Text(da="Ingen erfaringer passer.", en="No case fits."),
    "cases.none-yet": Text(da="Der er ingen erfaringer endnu. De skrives under cases i teknologiens fil.", en="There are no cases yet. They are written under cases in the technology's file."),
    "cases.unknown": Text(da='ingen erfaring er fra "{value}"', en='no case is from "{value}"'),
}  # fmt: skip
