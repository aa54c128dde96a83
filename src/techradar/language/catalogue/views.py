"""What stands on the matrix, the trend and the blank sheets, and what is said of them to those who do not see them."""

from __future__ import annotations

from techradar.language import Entry, Plural, Text

TEXTS: dict[str, Entry] = {
    "views.sectors": Text("Teknologiområderne", "The sectors"),
    # A sheet to write on
    "views.blank.date": Text("Dato og møde", "Date and meeting"),
    "views.blank.by": Text("Deltagere", "Participants"),
    "views.blank.what": Text("Hvad placerede vi hvor, og hvorfor?", "What did we place where, and why?"),
    "views.blank.description": Text(
        "Et tomt ark til et møde: {what}, og linjer at skrive på.",
        "A blank sheet for a meeting: {what}, and lines to write on.",
    ),
    "views.blank.rings": Text("radarens ringe og teknologiområder", "the radar's rings and sectors"),
    "views.blank.fields": Text("et felt for hvert trin af {maturity} og {adoption}", "a field for each level of {maturity} and {adoption}"),
    # The matrix
    "views.matrix.name": Text("Modenhed og udbredelse", "Maturity and adoption"),
    "views.matrix.title": Text("{title}, modenhed og udbredelse", "{title}, maturity and adoption"),
    "views.matrix.unknown": Text("Ikke kendt", "Not known"),
    "views.matrix.neither-known": Text("Ingen tal", "No figures"),
    "views.matrix.mature-and-used": Text("Moden og i brug", "Mature and in use"),
    "views.matrix.mature": Text("Moden, men ikke i brug", "Mature but not in use"),
    "views.matrix.used": Text("I brug, men ikke moden", "In use but not mature"),
    "views.matrix.neither": Text("Hverken moden eller i brug", "Neither mature nor in use"),
    "views.matrix.gaps": Text("Modenhed og brug i utakt", "Maturity and use out of step"),
    "views.matrix.shade": Text("Felternes farve: modenhed og brug", "The fields' colour: maturity and use"),
    "views.matrix.shade.in-step": Text("i takt", "in step"),
    "views.matrix.shade.out-of-step": Text("i utakt", "out of step"),
    "views.matrix.none": Text("ingen", "none"),
    "views.matrix.more": Text("og {n} til", "and {n} more"),
    "views.matrix.method": Text(
        "Hver teknologi står i feltet for sin modenhed og sin udbredelse.",
        "Each technology stands in the field of its maturity and its adoption.",
    ),
    "views.matrix.method.between": Plural(
        (
            "{n} teknologi har et tal mellem to trin og står i det nærmeste felt, lige midt imellem i det laveste.",
            "{n} teknologier har tal mellem to trin og står i det nærmeste felt, lige midt imellem i det laveste.",
        ),
        (
            "{n} technology has a figure between two levels and stands in the nearest field, half-way in the lower.",
            "{n} technologies have figures between two levels and stand in the nearest field, half-way in the lower.",
        ),
    ),
    "views.matrix.method.unknown": Plural(
        (
            "{n} mangler et eller begge tal og er ikke placeret som lav.",
            "{n} mangler et eller begge tal og er ikke placeret som lave.",
        ),
        (
            "{n} lacks one or both figures and is not placed as low.",
            "{n} lack one or both figures and are not placed as low.",
        ),
    ),
    "views.matrix.method.gap": Text(
        "I utakt er de teknologier, hvis to tal ligger mindst en halv skala fra hinanden.",
        "Out of step are the technologies whose two figures lie at least half a scale apart.",
    ),
    "views.matrix.method.strong": Text(
        "Navne med fed er i utakt: de to tal ligger mindst en halv skala fra hinanden.",
        "Names in bold are out of step: their two figures lie at least half a scale apart.",
    ),
    "views.matrix.method.bold": Text(
        "Fed skrift: mindst en halv skala i utakt.",
        "Bold: out of step by at least half a scale.",
    ),
    "views.matrix.method.close": Plural(
        ("{n} teknologi har tal mellem to trin.", "{n} teknologier har tal mellem to trin."),
        ("{n} technology has a figure between two levels.", "{n} technologies have figures between two levels."),
    ),
    "views.matrix.description.gap": Text("{what}: {names}.", "{what}: {names}."),
    "views.matrix.description.most": Plural(
        (
            "Flest, {n}, står i feltet {maturity} og {adoption}.",
            "Flest, {n}, står i feltet {maturity} og {adoption}.",
        ),
        ("Most, {n}, stand in the field {maturity} and {adoption}.", "Most, {n}, stand in the field {maturity} and {adoption}."),
    ),
    "views.matrix.description.unknown": Text("Mangler tal: {names}.", "Lacking a figure: {names}."),
    "views.matrix.blip.figure": Text("{scale}: {level}", "{scale}: {level}"),
    # The trend
    "views.trend.name": Text("Udviklingen fra {first} til {last}", "The course from {first} to {last}"),
    "views.trend.title": Text("{title}, udviklingen fra {first}", "{title}, the course from {first}"),
    "views.trend.lines": Text("Linjerne", "The lines"),
    "views.trend.lines.moved": Text("til en anden ring", "to another ring"),
    "views.trend.lines.same": Text("i samme ring", "in the same ring"),
    "views.trend.lines.highlighted": Text("fremhævet", "highlighted"),
    "views.trend.lines.others": Text("de øvrige", "the others"),
    "views.trend.lines.carried": Text("ikke vurderet i udgaven", "not assessed in the edition"),
    "views.trend.lines.new": Text("ny på radaren", "new on the radar"),
    "views.trend.lines.returned": Text("tilbage på radaren", "back on the radar"),
    "views.trend.lines.retired": Text("taget af radaren", "taken off the radar"),
    "views.trend.lines.apart": Text("kan ikke sammenlignes", "not comparable"),
    "views.trend.break": Text("Kan ikke sammenlignes", "Not comparable"),
    "views.trend.retired": Text("Taget af: {names}", "Taken off: {names}"),
    "views.trend.retired.more": Text("{names} og {n} til", "{names} and {n} more"),
    "views.trend.retired.count": Plural(("{n} taget af", "{n} taget af"), ("{n} taken off", "{n} taken off")),
    "views.trend.method": Text(
        "Hver linje er en teknologi gennem udgaverne, som står i rækkefølge med samme afstand.",
        "Each line is a technology through the editions, which stand in order at equal distances.",
    ),
    "views.trend.method.band": Text(
        "Båndet er ringen. Jo højere i båndet, jo længere fremme, så vidt der er plads.",
        "The band is the ring. The higher in the band, the further ahead, as far as there is room.",
    ),
    "views.trend.description.moves": Text(
        "Til {edition}: {parts}.", "Up to {edition}: {parts}."
    ),
    "views.trend.description.in": Plural(("{n} rykket ind", "{n} rykket ind"), ("{n} moved in", "{n} moved in")),
    "views.trend.description.out": Plural(("{n} rykket ud", "{n} rykket ud"), ("{n} moved out", "{n} moved out")),
    "views.trend.description.new": Plural(("{n} ny", "{n} nye"), ("{n} new", "{n} new")),
    "views.trend.description.returned": Plural(("{n} tilbage", "{n} tilbage"), ("{n} back", "{n} back")),
    "views.trend.description.retired": Plural(("{n} taget af", "{n} taget af"), ("{n} taken off", "{n} taken off")),
    "views.trend.description.same": Plural(("{n} i samme ring", "{n} i samme ring"), ("{n} in the same ring", "{n} in the same ring")),
    "views.trend.description.apart": Text("kan ikke sammenlignes", "not comparable"),
    # What cannot be drawn
    "views.one-scale": Text(
        "en matrix viser modenhed over for udbredelse, og radaren har ikke begge skalaer",
        "a matrix shows maturity against adoption, and the radar does not have both scales",
    ),
    "views.one-scale.hint": Text(
        "skriv både maturity og adoption med deres trin i radar.yaml, eller brug view radar",
        "write both maturity and adoption with their levels in radar.yaml, or use the view radar",
    ),
    "views.one-edition": Text(
        "der er ingen udgave før {edition}, så der er ingen udvikling at vise",
        "there is no edition before {edition}, so there is no course to show",
    ),
    "views.one-edition.hint": Text(
        "brug view radar, indtil der er en udgave mere", "use the view radar until there is another edition"
    ),
    "views.one-edition.later": Text(
        "vælg en senere udgave, for eksempel {edition}, eller brug view radar",
        "choose a later edition, for instance {edition}, or use the view radar",
    ),
    "views.means-nothing": Text(
        "{option} har ingen betydning, når {where}", "{option} has no meaning where {where}"
    ),
    "views.means-nothing.trend": Text("view er trend", "the view is trend"),
    "views.means-nothing.blank": Text("arket er tomt (blank)", "the sheet is blank"),
    "views.means-nothing.hint": Text("udelad {option}", "leave {option} out"),
}  # fmt: skip
