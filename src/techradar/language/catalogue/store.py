"""What can be wrong with a radar's folder, and the ways out."""

from techradar.language import Text

TEXTS = {
    "store.no-folder": Text(da="mappen {folder} findes ikke", en="the folder {folder} does not exist"),
    "store.not-a-folder": Text(da="{folder} er ikke en mappe", en="{folder} is not a folder"),
    "store.not-a-folder.hint": Text(
        da="giv filen et andet navn, og lav en mappe i stedet",
        en="give the file another name and make a folder instead",
    ),
    "store.folder-of-technology.hint": Text(
        da="her ligger kun filer; flyt mappen ud af technologies, eller omdøb den, så navnet ikke ender på .yaml",
        en="only files lie here; move the folder out of technologies, or rename it so that it does not end in .yaml",
    ),
    "store.broken-link": Text(
        da="filen er et link til noget, der ikke findes", en="the file is a link to something that does not exist"
    ),
    "store.broken-link.hint": Text(
        da="slet linket, eller læg filen her i stedet", en="delete the link, or put the file here instead"
    ),
    "store.no-radar": Text(da="der er ingen radar.yaml i {folder}", en="there is no radar.yaml in {folder}"),
    "store.no-radar-near": Text(
        da="der er ingen radar i denne mappe eller i mapperne over den",
        en="there is no radar in this folder or in those above it",
    ),
    "store.no-radar.hint": Text(
        da="lav en ny radar med: techradar init – eller peg på en mappe med --data",
        en="make a new radar with: techradar init – or name a folder with --data",
    ),
    "store.wrong-suffix": Text(
        da="{name} læses ikke, fordi filnavnet ikke ender på .yaml",
        en="{name} is not read since its name does not end in .yaml",
    ),
    "store.rename.hint": Text(da="omdøb filen til {near}", en="rename the file to {near}"),
    "store.conflict-copy": Text(
        da="{name} ligner en kopi, som et synkroniseringsprogram har lavet",
        en="{name} looks like a copy that a sync tool made",
    ),
    "store.conflict-copy.hint": Text(
        da="flyt det, der skal med, over i den rigtige fil, og slet kopien",
        en="move what is worth keeping to the real file and delete the copy",
    ),
    "store.bad-file-name": Text(
        da="{name} kan ikke være filnavn for en teknologi: kun a-z, 0-9 og bindestreg",
        en="{name} cannot be the file name of a technology: only a-z, 0-9 and hyphens",
    ),
    "store.same-id": Text(
        da="{name} og {other} er samme navn, bortset fra store og små bogstaver eller måden, bogstaver som å er gemt på",
        en="{name} and {other} are one name but for case or Unicode form",
    ),
    "store.same-id.hint": Text(da="saml dem i én fil, og slet den anden", en="make them one file and delete the other"),
    "store.other-file": Text(
        da="{name} læses ikke; her læses kun filer, der ender på .yaml",
        en="{name} is not read; only files that end in .yaml are read here",
    ),
    "store.link-outside": Text(
        da="filen er et link til noget uden for radarens mappe og læses ikke",
        en="the file is a link to something outside the radar's folder and is not read",
    ),
    "store.link-outside.hint": Text(
        da="kopiér filen ind i mappen i stedet", en="copy the file into the folder instead"
    ),
}
