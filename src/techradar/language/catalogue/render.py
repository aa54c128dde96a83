"""What `render` says."""

from techradar.language import Entry, Plural, Text

TEXTS: dict[str, Entry] = {
    "render.metavar.out": Text(da="FIL", en="OUT"),
    "render.argument.out": Text(
        da="Billeder, der skal skrives: .svg, .png eller .pdf. Uden fil: dem, som radar.yaml nævner under outputs, ellers radar.svg her.",
        en="Pictures to write: .svg, .png or .pdf. Without one: those that radar.yaml lists under outputs, else radar.svg here.",
    ),
    "render.help": Text(da="Tegn radaren som billede.", en="Draw the radar as a picture."),
    "render.example": Text(
        da="techradar render radar.svg\ntechradar render sundhed.png --area sundhed-og-aeldre --dpi 300\ntechradar render matrix.pdf --view matrix\ntechradar render --check",
        en="techradar render radar.svg\ntechradar render health.png --area health --dpi 300\ntechradar render matrix.pdf --view matrix\ntechradar render --check",
    ),
    "render.option.view": Text(
        da="radar; matrix (modenhed over for udbredelse) eller trend (gennem udgaverne).",
        en="radar; matrix (maturity against adoption) or trend (through the editions).",
    ),
    "render.option.blank": Text(
        da="Et tomt ark til et møde: uden teknologier, med linjer at skrive på. Radar og matrix.",
        en="A blank sheet for a meeting: without technologies, with lines to write on. Radar and matrix.",
    ),
    "render.option.edition": Text(
        da="Udgave, der vises. Uden: den seneste, der ikke er kladde.",
        en="Edition to show. Without: the last that is no draft.",
    ),
    "render.option.area": Text(da="Fagområde, hvis egen udbredelse vises.", en="Area whose own adoption is shown."),
    "render.option.sector": Text(da="Vis kun dette teknologiområde.", en="Show this sector only."),
    "render.option.ring": Text(da="Vis kun denne ring.", en="Show this ring only."),
    "render.option.tag": Text(da="Vis kun teknologier med dette emneord.", en="Show technologies with this tag only."),
    "render.option.highlight": Text(
        da="Fremhæv en teknologi; kan gentages.", en="Make a technology stand out; may be repeated."
    ),
    "render.option.labels": Text(
        da="Navne på billedet, tal med forklaring, eller det, der er plads til (auto).",
        en="Names on the picture, numbers with a legend, or what there is room for (auto).",
    ),
    "render.option.theme": Text(
        da="Farverne: light (lys), dark (mørk baggrund, til dias) eller mono (sort-hvid; teknologiområderne har hver sin form).",
        en="The colours: light, dark (for slides and dark pages) or mono (black and white; each sector has its own shape).",
    ),
    "render.option.title": Text(da="En anden overskrift.", en="Another title."),
    "render.option.lang": Text(
        da="Sproget på billedet. Uden: radarens eget.", en="Language of the picture. Without: the radar's own."
    ),
    "render.option.size": Text(
        da="a4, a4-portrait, a3, slide, square eller bredde x højde i punkter, for eksempel 842x595. Uden: A4 på tværs, større hvis det er nødvendigt.",
        en="a4, a4-portrait, a3, slide, square or width x height in points, for example 842x595. Without: A4 landscape, larger where needed.",
    ),
    "render.option.dpi": Text(da="Opløsning for .png i punkter pr. tomme.", en="Resolution of .png in dots per inch."),
    "render.option.check": Text(
        da="Tegn intet, men sig, om billederne passer til radaren, og hvad der er ændret siden.",
        en="Draw nothing, but tell whether the pictures match the radar, and what has changed since.",
    ),
    "render.option.alt": Text(
        da="Tegn intet, men skriv den alternative tekst og en lang beskrivelse, som kan sættes ind ved billedet.",
        en="Draw nothing, but write the alternative text and a long description to put beside the picture.",
    ),
    "render.option.force": Text(
        da="Overskriv filer, som techradar ikke selv har lavet, eller som er ændret siden.",
        en="Replace files that techradar did not make itself, or that were changed since.",
    ),
    "render.too-many-pixels": Text(
        da="billedet ville få {n} millioner billedpunkter; højst {most} millioner er tilladt",
        en="the picture would have {n} million pixels; at most {most} million are allowed",
    ),
    "render.too-many-pixels.hint": Text(
        da="brug et mindre --size eller en lavere --dpi, eller tegn til .svg eller .pdf, som ikke har billedpunkter",
        en="use a smaller --size or a lower --dpi, or draw to .svg or .pdf, which have no pixels",
    ),
    # The ways out of an output that cannot be drawn: what to write in radar.yaml
    "render.output.size": Text(da="skriv size: {size} i radar.yaml", en="write size: {size} in radar.yaml"),
    "render.output.size-or-numbers": Text(
        da="skriv size: {size} eller labels: numbers i radar.yaml",
        en="write size: {size} or labels: numbers in radar.yaml",
    ),
    "render.output.fewer": Text(
        da="vis færre: skriv en linje med sector, ring eller tag under billedet i radar.yaml",
        en="show fewer: write a line with sector, ring or tag below the picture in radar.yaml",
    ),
    "render.output.pixels": Text(
        da="skriv et mindre size eller en lavere dpi i radar.yaml, eller lad filen hedde .svg eller .pdf, som ikke har billedpunkter",
        en="write a smaller size or a lower dpi in radar.yaml, or name the file .svg or .pdf, which have no pixels",
    ),
    "render.no-file-named": Text(
        da="der er valg til tegningen, men ingen fil", en="there are options for a drawing but no file"
    ),
    "render.no-file-named.hint": Text(
        da="nævn filen: techradar render billede.svg …", en="name the file: techradar render picture.svg …"
    ),
    "render.file-exists": Text(
        da="filen findes og er ikke et billede, som techradar har lavet",
        en="the file exists and is no picture that techradar made",
    ),
    "render.file-exists.hint": Text(
        da="vælg et andet navn, eller overskriv den med --force", en="choose another name, or replace it with --force"
    ),
    "render.edited": Text(
        da="billedet er ændret, siden techradar tegnede det", en="the picture was changed after techradar drew it"
    ),
    "render.edited.hint": Text(
        da="gem ændringerne i en kopi med et andet navn, eller overskriv dem med --force",
        en="keep the changes in a copy of another name, or replace them with --force",
    ),
    "render.sheet-grown": Text(
        da="arket er gjort større ({size}), så alt kan læses",
        en="the sheet was made larger ({size}) so that everything can be read",
    ),
    "render.one-of": Text(da="{options} kan ikke bruges sammen", en="{options} cannot be used together"),
    "render.one-of.hint": Text(da="brug én af dem ad gangen", en="use one of them at a time"),
    # --check
    "render.check.missing": Text(da="billedet er ikke tegnet endnu", en="the picture has not been drawn yet"),
    "render.check.foreign": Text(
        da="filen er ikke et billede af den slags, som techradar har lavet",
        en="the file is no picture of its kind that techradar made",
    ),
    "render.check.foreign.hint": Text(
        da="vælg et andet navn, eller tegn hen over den: samme kommando med --force i stedet for --check",
        en="choose another name, or draw over it: the same command with --force in place of --check",
    ),
    "render.check.cut": Text(
        da="filen er ikke hel: slutningen mangler", en="the file is not whole: its end is missing"
    ),
    "render.check.merged": Text(
        da="filen rummer to versioner af billedet, som git ikke kunne samle",
        en="the file holds two versions of the picture, which git could not merge",
    ),
    "render.check.edited.hint": Text(
        da="gem ændringerne i en kopi med et andet navn, og tegn det igen: samme kommando med --force i stedet for --check",
        en="keep the changes in a copy of another name, and draw it again: the same command with --force in place of --check",
    ),
    "render.check.changed": Text(da="billedet er forældet: {changes}", en="the picture is out of date: {changes}"),
    "render.check.hint": Text(
        da="tegn det igen: samme kommando uden --check", en="draw it again: the same command without --check"
    ),
    "render.check.options.hint": Text(
        da="giv de valg, som billedet er tegnet med; uden dem bliver det et andet billede",
        en="give the options that the picture was drawn with; without them it becomes another picture",
    ),
    "render.check.pictures": Plural(("{n} billede", "{n} billeder"), ("{n} picture", "{n} pictures")),
    "render.check.stale": Plural(
        ("{n} skal tegnes igen", "{n} skal tegnes igen"), ("{n} is to be drawn again", "{n} are to be drawn again")
    ),
    "render.check.unread": Plural(
        ("{n} kunne ikke læses", "{n} kunne ikke læses"), ("{n} could not be read", "{n} could not be read")
    ),
    "render.check.fresh": Text(da="intet er forældet", en="nothing is out of date"),
    # What has changed, in a picture that is out of date
    "render.changed.edition": Text(da="udgaven, {before} er nu {now}", en="the edition, {before} is now {now}"),
    "render.changed.option": Text(da="valget --{option}", en="the option --{option}"),
    "render.changed.heading": Text(da="overskriften", en="the heading"),
    "render.changed.language": Text(da="sproget", en="the language"),
    "render.changed.sectors": Text(da="teknologiområderne", en="the sectors"),
    "render.changed.rings": Text(da="ringene", en="the rings"),
    "render.changed.levels": Text(da="trinene", en="the levels"),
    "render.changed.method": Text(da="metodelinjen", en="the method line"),
    "render.changed.before": Text(da="udgaven før", en="the edition before"),
    "render.changed.numbers": Text(da="numrene", en="the numbers"),
    "render.changed.description": Text(
        da="teksten til dem, der ikke kan se billedet", en="the text for those who cannot see the picture"
    ),
    "render.changed.technology": Text(da="{id}: {aspects}", en="{id}: {aspects}"),
    "render.changed.placement": Text(da="placering", en="placement"),
    "render.changed.marks": Text(da="mærke", en="marks"),
    "render.changed.text": Text(da="navn", en="name"),
    "render.changed.retired": Text(da="taget af radaren", en="taken off the radar"),
    "render.changed.returned": Text(da="tilbage på radaren", en="back on the radar"),
    "render.changed.added": Text(da="{id}: ny på billedet", en="{id}: new on the picture"),
    "render.changed.gone": Text(da="{id}: ikke længere på billedet", en="{id}: no longer on the picture"),
    "render.changed.more": Plural(
        ("og {n} teknologi til", "og {n} teknologier til"), ("and {n} more technology", "and {n} more technologies")
    ),
    "render.changed.drawing": Text(da="techradar tegner nu på en anden måde", en="techradar now draws in another way"),
    "render.changed.only-drawing": Text(
        da="kun tegningen er ny; data er uændret", en="only the drawing is new; the data is unchanged"
    ),
}
