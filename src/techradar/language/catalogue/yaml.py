"""What is said about YAML text: what cannot be read, what was read otherwise than meant, and the way out."""

from __future__ import annotations

from techradar.language import Text

TEXTS = {
    "yaml.yaml-syntax": Text(da="filen kan ikke læses som YAML: {why}", en="the file cannot be read as YAML: {why}"),
    "yaml.file-too-large": Text(
        da="filen fylder over 1 MiB; så store filer læses ikke",
        en="the file is over 1 MiB; files that large are not read",
    ),
    "yaml.file-too-large.hint": Text(
        da="radarens filer er korte tekster; læg lange tekster et andet sted, og henvis til dem under links",
        en="the files of a radar are short texts; keep long texts elsewhere and point to them under links",
    ),
    "yaml.invalid-utf8": Text(
        da="byten {byte} er ikke UTF-8; i Windows-1252 er den tegnet {meant}",
        en="byte {byte} is not UTF-8; in Windows-1252 it is the character {meant}",
    ),
    "yaml.invalid-utf8.utf16": Text(da="filen er gemt som UTF-16", en="the file is saved as UTF-16"),
    "yaml.invalid-utf8.hint": Text(
        da="gem filen igen som UTF-8; i Notesblok: Gem som, Kodning: UTF-8",
        en="save the file again as UTF-8; in Notepad: Save as, Encoding: UTF-8",
    ),
    "yaml.control-character": Text(
        da="usynligt styretegn {character} i teksten", en="invisible control character {character} in the text"
    ),
    "yaml.control-character.hint": Text(
        da="slet tegnet; det følger tit med, når tekst kopieres fra Word eller en PDF",
        en="delete the character; it often comes along when text is copied from Word or a PDF",
    ),
    "yaml.bidi-character": Text(
        da="usynligt tegn {character}, der vender læseretningen",
        en="invisible character {character} that turns the reading direction",
    ),
    "yaml.bidi-character.hint": Text(
        da="slet tegnet; med det kan teksten vises som noget andet end det, der står",
        en="delete the character; with it the text can look like something that it does not say",
    ),
    "yaml.duplicate-key": Text(
        da='nøglen "{key}" står allerede på linje {line}, kolonne {column}',
        en='the key "{key}" is already on line {line}, column {column}',
    ),
    "yaml.duplicate-key.hint": Text(da="behold den ene, og slet den anden", en="keep one of them and delete the other"),
    "yaml.key-not-text": Text(da="en nøgle skal være en tekst", en="a key must be a text"),
    "yaml.key-not-text.hint": Text(
        da="skriv nøgle: værdi; sæt anførselstegn om en tekst, der begynder med [ eller {{",
        en="write key: value; put quotation marks around a text that begins with [ or {{",
    ),
    "yaml.empty-key": Text(da="der mangler en nøgle før kolon", en="a key is missing before the colon"),
    "yaml.empty-key.hint": Text(da="skriv nøgle: værdi", en="write key: value"),
    "yaml.yaml-anchor": Text(da='ankeret "&{name}" kan ikke bruges her', en='the anchor "&{name}" cannot be used here'),
    "yaml.yaml-alias": Text(
        da='henvisningen "*{name}" kan ikke bruges her', en='the alias "*{name}" cannot be used here'
    ),
    "yaml.yaml-tag": Text(da='mærket "{tag}" kan ikke bruges her', en='the tag "{tag}" cannot be used here'),
    "yaml.special-character.hint": Text(
        da="skriv værdien ud; sæt anførselstegn om en tekst, der begynder med &, * eller !",
        en="write the value out; put quotation marks around a text that begins with &, * or !",
    ),
    "yaml.second-document": Text(da="efter --- begynder et nyt dokument", en="a second document begins after ---"),
    "yaml.second-document.hint": Text(
        da="hver teknologi har sin egen fil; slet linjen ---, eller flyt resten til en ny fil",
        en="each technology has a file of its own; delete the line --- or move the rest to a new file",
    ),
    "yaml.nested-too-deep": Text(
        da="mere end {depth} lister og nøgler inde i hinanden",
        en="more than {depth} lists and keys inside one another",
    ),
    "yaml.nested-too-deep.hint": Text(
        da="sæt anførselstegn om teksten, hvis den skal begynde med [ eller {{",
        en="put quotation marks around the text if it is to begin with [ or {{",
    ),
    "yaml.not-a-mapping": Text(
        da="filen består ikke af nøgler med værdier", en="the file does not consist of keys with values"
    ),
    "yaml.not-a-mapping.hint": Text(
        da="begynd hver linje med en nøgle og et kolon, som i name: Faldsensorer",
        en="begin each line with a key and a colon, as in name: Fall sensors",
    ),
    "yaml.empty-file": Text(da="filen er tom", en="the file is empty"),
    "yaml.empty-file.hint": Text(
        da="hent den igen fra en sikkerhedskopi, eller udfyld den; en tom fil i technologies kan slettes",
        en="get it back from a backup or fill it in; an empty file in technologies can be deleted",
    ),
    "yaml.cut-text": Text(
        da='alt efter # er læst som kommentar: "{comment}"', en='all after # is read as a comment: "{comment}"'
    ),
    "yaml.cut-text.hint": Text(
        da="sæt anførselstegn om teksten; er det en kommentar, så skriv to mellemrum før # og ét efter",
        en="put quotation marks around the text; if it is a comment, write two blanks before # and one after",
    ),
    "yaml.edit-refused": Text(
        da="ændringen af {place} kan ikke skrives, uden at andet i filen ændrer sig",
        en="the change of {place} cannot be written without changing something else in the file",
    ),
    "yaml.edit-refused.hint": Text(
        da="ret filen i hånden i et tekstprogram", en="change the file by hand in a text editor"
    ),
    # What the parser said
    "yaml.syntax.other": Text(da='læseren siger "{said}"', en='the parser says "{said}"'),
    "yaml.syntax.tab": Text(da="linjen er rykket ind med tabulator", en="the line is indented with a tab character"),
    "yaml.tab.hint": Text(da="ryk ind med mellemrum i stedet", en="indent with spaces instead"),
    "yaml.syntax.colon": Text(
        da="et kolon, hvor der ikke kan begynde en ny værdi", en="a colon where no new value can begin"
    ),
    "yaml.quote-whole.hint": Text(
        da="sæt anførselstegn om hele teksten: {text}", en="put quotation marks around the whole text: {text}"
    ),
    "yaml.quote.hint": Text(da="sæt anførselstegn om hele teksten", en="put quotation marks around the whole text"),
    "yaml.syntax.no-colon": Text(
        da='en linje uden nøgle og kolon: "{text}"', en='a line without a key and a colon: "{text}"'
    ),
    "yaml.syntax.no-colon.hint": Text(
        da="skriv nøgle: værdi; hører linjen til teksten over den, så ryk den længere ind end nøglen",
        en="write key: value; if the line belongs to the text above, indent it further than the key",
    ),
    "yaml.missing-blank.hint": Text(
        da="sæt et mellemrum efter kolon: {key}: …", en="put a blank after the colon: {key}: …"
    ),
    "yaml.syntax.dash": Text(
        da="en listelinje med - på et sted, hvor der ikke kan stå en liste",
        en="a list line with - in a place where no list can stand",
    ),
    "yaml.syntax.dash.hint": Text(
        da="begynd listen på en ny linje under sin nøgle; sæt anførselstegn om en tekst, der begynder med -",
        en="begin the list on a new line below its key; put quotation marks around a text that begins with -",
    ),
    "yaml.syntax.question-mark": Text(
        da="et ? først i teksten betyder noget særligt", en="a ? at the start of a text has a special meaning"
    ),
    "yaml.syntax.question-mark.hint": Text(da="sæt anførselstegn om teksten", en="put quotation marks around the text"),
    "yaml.syntax.first-character": Text(
        da="en tekst uden anførselstegn kan ikke begynde med {character}",
        en="a text without quotation marks cannot begin with {character}",
    ),
    "yaml.syntax.first-character.hint": Text(
        da="sæt anførselstegn om teksten", en="put quotation marks around the text"
    ),
    "yaml.syntax.open-quote": Text(da="anførselstegnet bliver ikke lukket", en="the quotation mark is never closed"),
    "yaml.syntax.open-quote.hint": Text(
        da="slut teksten med samme anførselstegn, som den begynder med",
        en="end the text with the same quotation mark that it begins with",
    ),
    "yaml.syntax.escape": Text(
        da="en omvendt skråstreg mellem dobbelte anførselstegn betyder noget særligt",
        en="a backslash between double quotation marks has a special meaning",
    ),
    "yaml.syntax.escape.hint": Text(
        da="brug enkelte anførselstegn: 'C:\\mappe'", en="use single quotation marks: 'C:\\folder'"
    ),
    "yaml.syntax.list": Text(
        da="listen i [ ] bliver ikke lukket, eller der mangler et komma",
        en="the list in [ ] is never closed, or a comma is missing",
    ),
    "yaml.syntax.list.hint": Text(
        da="luk listen med ]; sæt anførselstegn om en tekst, der selv begynder med [",
        en="close the list with ]; put quotation marks around a text that begins with [ itself",
    ),
    "yaml.syntax.braces": Text(
        da="nøglerne i {{ }} bliver ikke lukket, eller der mangler et komma",
        en="the keys in {{ }} are never closed, or a comma is missing",
    ),
    "yaml.syntax.braces.hint": Text(
        da="luk med }}, eller skriv hver nøgle på sin egen linje; sæt anførselstegn om en tekst, der begynder med {{",
        en="close with }} or write each key on a line of its own; put quotation marks around a text that begins "
        "with {{",
    ),
    "yaml.syntax.indentation": Text(
        da="linjen passer ikke med dem over den", en="the line does not fit those above it"
    ),
    "yaml.syntax.indentation.hint": Text(
        da="nøgler, der hører sammen, skal være rykket lige langt ind, med mellemrum",
        en="keys that belong together must be indented equally, with spaces",
    ),
    "yaml.syntax.after-value": Text(
        da="der står mere på linjen, efter at værdien er slut", en="there is more on the line after the value's end"
    ),
    "yaml.syntax.block-text": Text(
        da="efter | eller > kan der ikke stå tekst på samme linje",
        en="after | or > no text can stand on the same line",
    ),
    "yaml.syntax.block-text.hint": Text(
        da="begynd teksten på næste linje, rykket ind; eller sæt anførselstegn om en tekst, der begynder med | eller >",
        en="begin the text on the next line, indented; or put quotation marks around a text that begins with | or >",
    ),
    "yaml.syntax.percent-sign": Text(
        da="en linje, der begynder med %, betyder noget særligt",
        en="a line that begins with % has a special meaning",
    ),
    "yaml.syntax.percent-sign.hint": Text(
        da="sæt anførselstegn om teksten, eller ryk linjen ind",
        en="put quotation marks around the text or indent the line",
    ),
    "yaml.syntax.special-character": Text(
        da="&, *, ! eller et tegn som komma først i en tekst betyder noget særligt",
        en="&, *, ! or a sign such as a comma at the start of a text has a special meaning",
    ),
    "yaml.syntax.special-character.hint": Text(
        da="sæt anførselstegn om teksten", en="put quotation marks around the text"
    ),
    # Ways out of what people type
    "yaml.odd-blank.hint": Text(
        da="her står et hårdt mellemrum, måske fra Word; slet det, og skriv et almindeligt mellemrum",
        en="there is a no-break space, perhaps from Word; delete it and type a plain space",
    ),
    "yaml.word-quotes.hint": Text(
        da="anførselstegn fra Word læses som en del af teksten; brug lige: {text}",
        en="quotation marks from Word are read as part of the text; use straight ones: {text}",
    ),
    "yaml.word-quotes-around.hint": Text(
        da="anførselstegn fra Word (“ ” » «) gælder ikke i YAML; brug \" eller '",
        en="quotation marks from Word (“ ” » «) do not count in YAML; use \" or '",
    ),
    "yaml.comma.hint": Text(
        da="et komma inde i {{ }} begynder en ny nøgle; sæt anførselstegn om hele teksten: {text}",
        en="a comma inside {{ }} begins another key; put quotation marks around the whole text: {text}",
    ),
    "yaml.danish-key.hint": Text(da='nøglen hedder "{key}"', en='the key is called "{key}"'),
    "yaml.date.hint": Text(da="skriv datoen som {date}", en="write the date as {date}"),
    "yaml.number.hint": Text(da="skriv tallet som {number}", en="write the number as {number}"),
    "yaml.percent.hint": Text(da="skriv {number} uden procenttegn", en="write {number} without a per cent sign"),
}
