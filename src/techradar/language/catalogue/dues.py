"""What is due, in the language that is published."""

from techradar.language import Plural, Text

TEXTS = {
    "dues.kind.review": Text(da="gennemgang", en="review"),
    "dues.kind.trial": Text(da="forsøg", en="trial"),
    "dues.kind.decision": Text(da="beslutning", en="decision"),
    "dues.review": Text(da="gennemgås senest {day}", en="to be reviewed by {day}"),
    "dues.trial": Text(da="{stage} hos {who}, afgøres senest {day}", en="{stage} at {who}, to be decided by {day}"),
    "dues.trial-of-nobody": Text(da="{stage}, afgøres senest {day}", en="{stage}, to be decided by {day}"),
    "dues.decision": Text(
        da='beslutningen "{decision}" udføres senest {day}', en='the decision "{decision}" to be carried out by {day}'
    ),
    "dues.over": Plural(da=("{n} dag over tid", "{n} dage over tid"), en=("{n} day late", "{n} days late")),
    "dues.today": Text(da="i dag", en="today"),
    "dues.ahead": Plural(da=("om {n} dag", "om {n} dage"), en=("in {n} day", "in {n} days")),
}
