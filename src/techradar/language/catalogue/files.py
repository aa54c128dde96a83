"""What is said of files that cannot be read or written."""

from __future__ import annotations

from techradar.language import Text

TEXTS = {
    "files.no-such-file": Text(da="filen {path} findes ikke", en="there is no file {path}"),
    "files.no-such-file.hint": Text(da="se efter, om navnet er stavet rigtigt", en="check the spelling of the name"),
    "files.is-a-folder": Text(da="{path} er en mappe", en="{path} is a folder"),
    "files.is-a-folder.hint": Text(da="angiv en fil i stedet", en="name a file instead"),
    "files.no-regular-file": Text(da="det er ikke en almindelig fil", en="it is no regular file"),
    "files.reason.denied": Text(da="du har ikke lov til det her", en="you are not allowed to do that here"),
    "files.reason.read-only": Text(da="drevet kan kun læses", en="the drive can only be read"),
    "files.reason.not-there": Text(da="den findes ikke længere", en="it is no longer there"),
    "files.reason.no-folder-on-the-way": Text(
        da="en del af stien er ikke en mappe", en="a part of the path is no folder"
    ),
    "files.reason.link-loop": Text(da="linkene går i ring", en="the links go in a circle"),
    "files.reason.name-too-long": Text(da="navnet er for langt", en="the name is too long"),
    "files.reason.broken-drive": Text(da="drevet melder fejl", en="the drive reports an error"),
    "files.reason.in-use": Text(da="den er i brug af et andet program", en="another program is using it"),
    "files.unreadable": Text(da="{path} kan ikke læses: {reason}", en="{path} cannot be read: {reason}"),
    "files.unreadable.hint": Text(
        da="se efter, om du har adgang til filen, og om et andet program har den åben",
        en="check that you may read the file and that no other program holds it open",
    ),
    "files.unwritable": Text(da="{path} kan ikke skrives: {reason}", en="{path} cannot be written: {reason}"),
    "files.unwritable.hint": Text(
        da="se efter, om du må skrive i mappen, om filen er skrivebeskyttet, og om et andet program har den åben",
        en="check that you may write in the folder, that the file is not protected and that no other program holds "
        "it open",
    ),
    "files.disk-full": Text(
        da="{path} kan ikke skrives: disken er fuld", en="{path} cannot be written: the disk is full"
    ),
    "files.disk-full.hint": Text(
        da="gør plads på disken, og prøv igen; den gamle fil er urørt",
        en="make room on the disk and try again; the old file is untouched",
    ),
    "files.no-such-folder": Text(da="mappen {folder} findes ikke", en="there is no folder {folder}"),
    "files.no-such-folder.hint": Text(
        da="opret mappen, eller vælg en anden", en="make the folder or choose another one"
    ),
    "files.changed-on-disk": Text(
        da="{path} er blevet ændret, siden den blev læst", en="{path} has changed since it was read"
    ),
    "files.changed-on-disk.hint": Text(
        da="der er ikke skrevet noget; kør kommandoen igen", en="nothing was written; run the command again"
    ),
    "files.file-exists": Text(da="{path} findes allerede", en="{path} exists already"),
    "files.file-exists.hint": Text(
        da="flyt den anden fil, eller vælg et andet navn", en="move the other file or choose another name"
    ),
    "files.locked": Text(
        da="en anden techradar-kommando er ved at skrive i {path}",
        en="another techradar command is writing in {path}",
    ),
    "files.locked.hint": Text(
        da="vent, til den er færdig, og prøv igen; der er ikke skrevet noget",
        en="wait until it is done and try again; nothing was written",
    ),
}
