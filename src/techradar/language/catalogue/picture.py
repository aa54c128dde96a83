"""What stands on a picture, and what is said of it to those who do not see it."""

from __future__ import annotations

from techradar.language import Entry, Plural, Text

TEXTS: dict[str, Entry] = {
    # Head
    "picture.edition": Text("Udgave {edition}", "Edition {edition}"),
    "picture.draft": Text("Kladde", "Draft"),
    "picture.area-own": Plural(
        ("{own} af {n} teknologi har egen vurdering", "{own} af {n} teknologier har egen vurdering"),
        (
            "{own} of {n} technology has an assessment of its own",
            "{own} of {n} technologies have assessments of their own",
        ),
    ),
    "picture.area-rest": Text("Resten (°) følger den samlede radar.", "The rest (°) follow the overall radar."),
    "picture.area-none": Text(
        "Ingen af teknologierne har egen vurdering. Alle følger den samlede radar.",
        "None of the technologies has an assessment of its own. All follow the overall radar.",
    ),
    "picture.area": Text("Område", "Area"),
    "picture.selected": Plural(
        ("Kun {by} · {shown}\u00a0af\u00a0{n}\u00a0teknologi", "Kun {by} · {shown}\u00a0af\u00a0{n}\u00a0teknologier"),
        ("Only {by} · {shown}\u00a0of\u00a0{n}\u00a0technology", "Only {by} · {shown}\u00a0of\u00a0{n}\u00a0technologies"),
    ),
    "picture.selected.sector": Text("teknologiområdet {name}", "the sector {name}"),
    "picture.selected.ring": Text("ringen {name}", "the ring {name}"),
    "picture.selected.tag": Text('emneordet "{name}"', 'the tag "{name}"'),
    # What is new
    "picture.news": Text("Det nye siden {edition}", "What is new since {edition}"),
    "picture.news.none": Text(
        "Ingen teknologi er kommet til, flyttet eller taget af.",
        "No technology has been added, moved or taken off.",
    ),
    "picture.news.none-selected": Text(
        "Ingen af de viste er kommet til, flyttet eller taget af.",
        "None of those shown has been added, moved or taken off.",
    ),
    "picture.first": Text("Den første udgave", "The first edition"),
    "picture.first.none": Text(
        "Der er ingen tidligere udgave at sammenligne med.",
        "There is no earlier edition to compare with.",
    ),
    "picture.news.new": Text("Ny på radaren", "New on the radar"),
    "picture.news.returned": Text("Tilbage på radaren", "Back on the radar"),
    "picture.news.in": Text("Rykket ind", "Moved in"),
    "picture.news.out": Text("Rykket ud", "Moved out"),
    "picture.news.retired": Text("Taget af radaren", "Taken off the radar"),
    "picture.news.again": Text("{movement}, fortsat", "{movement}, continued"),
    "picture.news.at": Text("i {ring}", "in {ring}"),
    "picture.news.moved": Text("fra {before} til {now}", "from {before} to {now}"),
    "picture.news.was": Text("var i {ring}", "was in {ring}"),
    "picture.news.more": Text("og {n} til", "and {n} more"),
    "picture.news.not-comparable": Text(
        "Kan ikke sammenlignes med {edition}; rykket ind og ud vises ikke.",
        "Not comparable with {edition}; moves in and out are not shown.",
    ),
    # The rings, and how marks are read
    "picture.rings": Text("Ringene", "The rings"),
    "picture.ring-count": Plural(("{n} teknologi", "{n} teknologier"), ("{n} technology", "{n} technologies")),
    "picture.marks": Text("Mærkerne", "The marks"),
    "picture.marks.new": Text("ny på radaren", "new on the radar"),
    "picture.marks.returned": Text("tilbage på radaren", "back on the radar"),
    "picture.marks.in": Text("rykket ind mod midten", "moved in towards the centre"),
    "picture.marks.out": Text("rykket ud fra midten", "moved out from the centre"),
    "picture.marks.same": Text("samme ring som i {edition}", "same ring as in {edition}"),
    "picture.marks.empty": Text("{scale}: lav", "{scale}: low"),
    "picture.marks.half": Text("{scale}: middel", "{scale}: medium"),
    "picture.marks.full": Text("{scale}: høj", "{scale}: high"),
    "picture.marks.unknown": Text("{scale}: ukendt", "{scale}: unknown"),
    "picture.marks.shared": Text("efter navnet: som den samlede radar", "after a name: as on the overall radar"),
    "picture.marks.open": Text("åben kant: skøn", "open outline: judgement"),
    "picture.marks.closed": Text("hel kant: ikke kun skøn", "whole outline: not only judgement"),
    "picture.legend.again": Text("{sector}, fortsat", "{sector}, continued"),
    # Method
    "picture.method.mean": Text(
        "Placering: gennemsnit af {maturity} og {adoption}.", "Placement: the mean of {maturity} and {adoption}."
    ),
    "picture.method.max": Text(
        "Placering: det højeste af {maturity} og {adoption}.",
        "Placement: the higher of {maturity} and {adoption}.",
    ),
    "picture.method.one": Text("Placering: {scale}.", "Placement: {scale}."),
    "picture.method.ring": Text(
        "Placering: hver vurdering nævner sin ring.", "Placement: each assessment names its ring."
    ),
    "picture.method.nearer": Text("Nærmere midten er længere fremme.", "Nearer the centre is further ahead."),
    "picture.method.maturity": Text("teknisk modenhed", "technical maturity"),
    "picture.method.adoption": Text("udbredelse", "adoption"),
    "picture.method.all-judgement": Text("Alle vurderinger er skøn.", "All assessments are judgements."),
    "picture.method.all-derived": Text("Alle vurderinger er beregnet.", "All assessments are derived."),
    "picture.method.all-published": Text(
        "Alle vurderinger er offentliggjorte.", "All assessments are published ones."
    ),
    "picture.method.all-measured": Text("Alle vurderinger er målt.", "All assessments are measured."),
    "picture.method.basis": Plural(
        ("Grundlag for {n} tal: {parts}.", "Grundlag for {n} tal: {parts}."),
        ("Basis of {n} figure: {parts}.", "Basis of {n} figures: {parts}."),
    ),
    "picture.method.basis-of-assessments": Plural(
        ("Grundlag for {n} vurdering: {parts}.", "Grundlag for {n} vurderinger: {parts}."),
        ("Basis of {n} assessment: {parts}.", "Basis of {n} assessments: {parts}."),
    ),
    "picture.method.judgement": Plural(("{n} skøn", "{n} skøn"), ("{n} judgement", "{n} judgements")),
    "picture.method.derived": Plural(("{n} beregnet", "{n} beregnede"), ("{n} derived", "{n} derived")),
    "picture.method.published": Plural(
        ("{n} offentliggjort", "{n} offentliggjorte"), ("{n} published", "{n} published")
    ),
    "picture.method.measured": Plural(("{n} målt", "{n} målte"), ("{n} measured", "{n} measured")),
    "picture.method.answers-maturity": Plural(
        ("Modenheden af {name} bygger på {n} svar.", "Modenheden af {name} bygger på {n} svar."),
        ("The maturity of {name} rests on {n} answer.", "The maturity of {name} rests on {n} answers."),
    ),
    "picture.method.answers-adoption": Plural(
        ("Udbredelsen af {name} bygger på {n} svar.", "Udbredelsen af {name} bygger på {n} svar."),
        ("The adoption of {name} rests on {n} answer.", "The adoption of {name} rests on {n} answers."),
    ),
    "picture.method.answers": Text(
        "{count} af {figures} tal bygger på svar (fra {least} til {most} svar).",
        "{count} of {figures} figures rest on answers ({least} to {most} answers).",
    ),
    "picture.method.answers-each": Text(
        "{count} af {figures} tal bygger på svar ({each} svar hver).",
        "{count} of {figures} figures rest on answers ({each} answers each).",
    ),
    "picture.method.carried": Plural(
        ("{n} teknologi er ikke vurderet på ny i denne udgave.", "{n} teknologier er ikke vurderet på ny i denne udgave."),
        ("{n} technology was not assessed anew in this edition.", "{n} technologies were not assessed anew in this edition."),
    ),
    "picture.method.source": Text("{scale}: {source}", "{scale}: {source}"),
    "picture.method.licence": Text("Licens: {licence}.", "Licence: {licence}."),
    # In words
    "picture.title": Text("{title}, udgave {edition}", "{title}, edition {edition}"),
    "picture.title-area": Text("{title}: {area}, udgave {edition}", "{title}: {area}, edition {edition}"),
    "picture.blip.in": Text("rykket ind fra {ring}", "moved in from {ring}"),
    "picture.blip.out": Text("rykket ud fra {ring}", "moved out from {ring}"),
    "picture.blip.new": Text("ny", "new"),
    "picture.blip.returned": Text("tilbage på radaren", "back on the radar"),
    "picture.blip.shared": Text("som den samlede radar", "as on the overall radar"),
    "picture.blip.same": Text("uændret", "unchanged"),
    "picture.description.count": Plural(
        ("Radaren har {n} teknologi.", "Radaren har {n} teknologier."),
        ("The radar has {n} technology.", "The radar has {n} technologies."),
    ),
    "picture.description.rings": Text("Inderst til yderst: {parts}.", "From the centre outwards: {parts}."),
    "picture.description.new": Text("Nye: {names}.", "New: {names}."),
    "picture.description.returned": Text("Tilbage: {names}.", "Back: {names}."),
    "picture.description.in": Text("Rykket ind: {names}.", "Moved in: {names}."),
    "picture.description.out": Text("Rykket ud: {names}.", "Moved out: {names}."),
    "picture.description.retired": Text("Taget af: {names}.", "Taken off: {names}."),
    "picture.description.still": Text("Intet har flyttet sig siden {edition}.", "Nothing has moved since {edition}."),
    "picture.description.gap-mature": Text(
        "Størst afstand mellem modenhed og udbredelse (moden, men ikke i brug): {names}.",
        "Widest gap between maturity and adoption (mature, but not in use): {names}.",
    ),
    "picture.description.gap-in-use": Text(
        "Størst afstand mellem modenhed og udbredelse (i brug, men ikke moden): {names}.",
        "Widest gap between maturity and adoption (in use, but not mature): {names}.",
    ),
    "picture.description.gaps-mature": Plural(
        ("{n} teknologi er moden, men ikke i brug.", "{n} teknologier er lige langt fra at blive brugt, selv om de er modne."),
        ("{n} technology is mature, but not in use.", "{n} technologies are mature, but equally far from use."),
    ),
    "picture.description.gaps-in-use": Plural(
        ("{n} teknologi er i brug, men ikke moden.", "{n} teknologier er i brug, men lige langt fra at være modne."),
        ("{n} technology is in use, but not mature.", "{n} technologies are in use, but equally far from maturity."),
    ),
    # What did not go as asked
    "picture.sheet-too-small": Text(
        "{technologies} teknologier kan ikke stå læseligt på {size}",
        "{technologies} technologies cannot be shown legibly on {size}",
    ),
    "picture.sheet-too-small.empty": Text(
        "det tomme ark kan ikke stå læseligt på {size}", "the blank sheet cannot be shown legibly on {size}"
    ),
    "picture.sheet-too-small.hint": Text("brug --size {size}", "use --size {size}"),
    "picture.sheet-too-small.names": Text(
        "brug --size {size}, eller --labels numbers", "use --size {size}, or --labels numbers"
    ),
    "picture.sheet-too-small.none": Text(
        "vis færre med --sector, --ring eller --tag", "show fewer with --sector, --ring or --tag"
    ),
}  # fmt: skip
