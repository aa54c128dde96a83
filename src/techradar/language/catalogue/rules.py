"""What can be wrong across a radar's files, and in the folder itself, and the ways out."""

from techradar.language import Text

TEXTS = {
    "rules.same-name": Text(da='navnet "{name}" bruges også i {other}', en='the name "{name}" is also used in {other}'),
    "rules.same-name.hint": Text(
        da="giv den ene et andet navn, eller saml dem i én fil",
        en="give one of them another name, or make them one file",
    ),
    "rules.name-is-alias": Text(
        da='navnet "{name}" er et alias for "{other}"', en='the name "{name}" is an alias of "{other}"'
    ),
    "rules.name-is-alias.hint": Text(
        da="slet aliasset, eller saml de to teknologier i én", en="delete the alias, or make the two technologies one"
    ),
    "rules.missing-figure": Text(
        da="vurderingen for {edition} giver ingen plads på radaren",
        en="the assessment for {edition} gives no place on the radar",
    ),
    "rules.missing-figure.both": Text(
        da="nævn både maturity (modenhed) og adoption (udbredelse), eller skriv en ring: ring: …",
        en="state both maturity and adoption, or name a ring: ring: …",
    ),
    "rules.missing-figure.one": Text(
        da="nævn {key}, eller skriv en ring: ring: …", en="state {key}, or name a ring: ring: …"
    ),
    "rules.missing-figure.ring": Text(da="skriv en ring: ring: …", en="name a ring: ring: …"),
    "rules.ring-disagrees": Text(
        da='ringen "{ring}" passer ikke med tallene: placeringstallet {score} ligger i "{placed}"',
        en='the ring "{ring}" disagrees with the figures: the score {score} lies in "{placed}"',
    ),
    "rules.ring-disagrees.hint": Text(
        da='slet linjen med ring, eller skriv "{placed}"', en='delete the line with ring, or write "{placed}"'
    ),
    "rules.few-answers": Text(da="tallet bygger på kun {n} svar", en="the figure rests on only {n} answers"),
    "rules.few-answers.hint": Text(
        da="vis kun tal fra mindst {least} svar; brug ellers et skøn med en begrundelse",
        en="show figures from at least {least} answers only; else use a judgement with a reason",
    ),
    "rules.case-of-nobody": Text(
        da="erfaringen skal have enten en kommune (municipality) eller en organisation",
        en="the case needs either a municipality or an organisation",
    ),
    "rules.case-of-nobody.hint": Text(
        da="skriv municipality: … eller organisation: …", en="write municipality: … or organisation: …"
    ),
    "rules.case-without-source": Text(
        da="erfaringen handler om {municipality}, men har ingen kilde",
        en="the case is about {municipality} but has no source",
    ),
    "rules.case-without-source.hint": Text(
        da="skriv adressen på kilden: url: https://…", en="write the source's address: url: https://…"
    ),
    "rules.link-over-http": Text(da="{url} er en usikker adresse", en="{url} is an insecure address"),
    "rules.link-over-http.hint": Text(da="brug {url}, hvis den findes", en="use {url} if it exists"),
    "rules.low-contrast.sheet": Text(
        da="navnet i farven {color} er svært at læse på arket {ground} (kontrast {ratio}:1; der skal være {needed}:1)",
        en="the name in the colour {color} is hard to read on the sheet {ground} (contrast {ratio}:1; {needed}:1 is needed)",
    ),
    "rules.low-contrast.ring": Text(
        da='mærker i farven {color} er svære at se på ringen "{ring}" {ground} (kontrast {ratio}:1; der skal være {needed}:1)',
        en='blips in the colour {color} are hard to see on the ring "{ring}" {ground} (contrast {ratio}:1; {needed}:1 is needed)',
    ),
    "rules.low-contrast.hint": Text(
        da='den nærmeste, der kan ses, er "{color}"; eller slet linjen og få en af vores',
        en='the nearest that can be seen is "{color}"; or delete the line and get one of ours',
    ),
    "rules.output-outside": Text(
        da="{file} ligger uden for radarens mappe og mappen over den",
        en="{file} lies outside the radar's folder and the one above it",
    ),
    "rules.output-outside.hint": Text(
        da="skriv et filnavn, for eksempel radar.svg eller ../radar.svg",
        en="write a file name such as radar.svg or ../radar.svg",
    ),
    "rules.unknown-suffix": Text(da="techradar kan ikke tegne til {file}", en="techradar cannot draw to {file}"),
    "rules.unknown-suffix.hint": Text(da="brug en af endelserne {suffixes}", en="use one of the endings {suffixes}"),
    "rules.same-output": Text(
        da="{file} skrives allerede af en anden linje", en="{file} is already written by another line"
    ),
    "rules.same-output.hint": Text(
        da="slet den ene, eller giv dem hver sit filnavn", en="delete one of them, or give each its own file name"
    ),
    "rules.unknown-technology": Text(da='ukendt teknologi "{value}"', en='unknown technology "{value}"'),
    "rules.unknown-tag": Text(da='ingen teknologi har emneordet "{value}"', en='no technology has the tag "{value}"'),
    "rules.review-due": Text(da="skulle være gennemgået senest {day}", en="was to be reviewed by {day}"),
    "rules.review-due.hint": Text(
        da="vurder teknologien igen, og sæt en ny dato", en="assess the technology again and set a new date"
    ),
    "rules.decision-due": Text(
        da="beslutningen skulle være udført senest {day}", en="the decision was to be carried out by {day}"
    ),
    "rules.decision-due.hint": Text(
        da="slet linjen due, når det er gjort, eller sæt en ny dato",
        en="delete the line due once it is done, or set a new date",
    ),
    "rules.days-out-of-order.answered": Text(
        da="svaret er fra {later}, men spørgsmålet blev først stillet {earlier}",
        en="the answer is from {later}, but the question was only raised on {earlier}",
    ),
    "rules.days-out-of-order.decide_by": Text(
        da="forsøget skal afgøres senest {later}, men begynder først {earlier}",
        en="the trial is to be decided by {later}, but only begins on {earlier}",
    ),
    "rules.days-out-of-order.due": Text(
        da="det skal være udført senest {later}, men blev først besluttet {earlier}",
        en="it is to be carried out by {later}, but was only decided on {earlier}",
    ),
    "rules.days-out-of-order.hint": Text(
        da="ret den af de to datoer, der er forkert", en="put right whichever of the two dates is wrong"
    ),
    "rules.trial-due": Text(da="forsøget skulle være afgjort senest {day}", en="the trial was to be decided by {day}"),
    "rules.trial-due.hint": Text(
        da="skriv, hvad der blev besluttet, eller sæt en ny dato", en="write what was decided, or set a new date"
    ),
    "rules.no-reason": Text(
        da="skønnet for {edition} har ingen begrundelse", en="the judgement for {edition} has no reason"
    ),
    "rules.no-reason.hint": Text(da="skriv én sætning: reason: …", en="write one sentence: reason: …"),
    "rules.carried-forward": Text(
        da="ikke vurderet i {edition} (seneste: {latest})", en="not assessed in {edition} (latest: {latest})"
    ),
}
