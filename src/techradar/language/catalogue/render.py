"""What `render` says."""

from techradar.language import Text

TEXTS = {
    "render.metavar.out": Text(da="FIL", en="OUT"),
    "render.argument.out": Text(
        da="Billeder, der skal skrives: .svg, .png eller .pdf. Uden fil: dem, som radar.yaml nævner under outputs, ellers radar.svg her.",
        en="Pictures to write: .svg, .png or .pdf. Without one: those that radar.yaml lists under outputs, else radar.svg here.",
    ),
    "render.help": Text(da="Tegn radaren som billede.", en="Draw the radar as a picture."),
    "render.example": Text(
        da="techradar render radar.svg\ntechradar render sundhed.png --area sundhed-og-aeldre --dpi 300",
        en="techradar render radar.svg\ntechradar render health.png --area health --dpi 300",
    ),
    "render.option.edition": Text(
        da="Udgave, der vises. Uden: den seneste, der ikke er kladde.",
        en="Edition to show. Without: the last that is no draft.",
    ),
    "render.option.area": Text(da="Fagområde, hvis egen udbredelse vises.", en="Area whose own adoption is shown."),
    "render.option.sector": Text(da="Vis kun dette teknologiområde.", en="Show this sector only."),
    "render.option.ring": Text(da="Vis kun denne ring.", en="Show this ring only."),
    "render.option.tag": Text(da="Vis kun teknologier med dette mærkat.", en="Show technologies with this tag only."),
    "render.option.highlight": Text(
        da="Fremhæv en teknologi; kan gentages.", en="Make a technology stand out; may be repeated."
    ),
    "render.option.labels": Text(
        da="Navne på billedet, tal med forklaring, eller det, der er plads til (auto).",
        en="Names on the picture, numbers with a legend, or what there is room for (auto).",
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
    "render.option.force": Text(
        da="Overskriv filer, som techradar ikke selv har lavet.", en="Replace files that techradar did not make itself."
    ),
    "render.too-many-pixels": Text(
        da="billedet ville få {n} millioner billedpunkter; højst {most} millioner er tilladt",
        en="the picture would have {n} million pixels; at most {most} million are allowed",
    ),
    "render.too-many-pixels.hint": Text(
        da="brug et mindre --size eller en lavere --dpi, eller tegn til .svg eller .pdf, som ikke har billedpunkter",
        en="use a smaller --size or a lower --dpi, or draw to .svg or .pdf, which have no pixels",
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
    "render.sheet-grown": Text(
        da="arket er gjort større ({size}), så alt kan læses",
        en="the sheet was made larger ({size}) so that everything can be read",
    ),
    "render.not-drawn": Text(
        da="{key}: {value} kan denne version af techradar ikke tegne",
        en="this version of techradar cannot draw {key}: {value}",
    ),
    "render.not-drawn.hint": Text(
        da="slet linjen med {key} under outputs, eller opdater techradar",
        en="delete the line with {key} under outputs, or update techradar",
    ),
}
