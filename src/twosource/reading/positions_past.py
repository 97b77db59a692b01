"""What a party once held: "opposed it in 2012", "last year refused", "the mayor at the time asked"."""

import re
from collections.abc import Iterator
from datetime import date

from twosource.language import Parse
from twosource.lexicon import load

from .positions_findings import Finding
from .positions_parties import Scene

__all__ = ["is_over"]

_LEXICON = load("negotiation")["past"]
_OCCASIONS = frozenset(_LEXICON["occasions"])
_SPANS = frozenset(_LEXICON["spans"])
_MONTHS = {name: n + 1 for n, name in enumerate(_LEXICON["months"])}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?:(?:19|20)\d0|['’]\d0)s")
_UP = frozenset({"conj", "xcomp", "ccomp", "advcl", "pcomp", "prep", "dobj", "pobj", "acomp", "acl", "attr"})
_LEFT = frozenset({"former", "ex", "onetime", "then"})
_RECENT = 6  # months before publication within which a dated word is still news
_EARLY = 2  # months of a year in which "last year" may be last month


def is_over(scene: Scene, finding: Finding) -> bool:
    """Whether the clause that states a position is dated long before the report, or in an office since left.

    Only the past tense is: what a party "has refused since 2012" it refuses.
    """
    parse, at = scene.parse, finding.trigger
    verb = next((i for i in (at, *parse.ancestors(at)) if parse.pos[i] in ("VERB", "AUX")), None)
    if verb is None or not _may_be_past(parse, verb):
        return False
    if _repeats(parse, verb):
        return True
    if _has_present_aux(parse, verb):
        return False
    if _was_in_office(parse, finding.holder, at) or _left_office(scene, finding, verb):
        return True
    inside = scene.quoted(at)
    hosts = list(_hosts(parse, at))
    if parse.pos[finding.head] == "VERB" and finding.head > at:
        hosts.append((finding.head, len(parse)))  # "refused to sign it two years ago": then, not to sign
    return any(
        _is_long_ago(parse, c, scene.day)
        for host, stop in hosts
        if inside == scene.quoted(host)
        for c in parse.children[host]
        if c < stop
    )


def _hosts(parse: Parse, at: int) -> Iterator[tuple[int, int]]:
    """A token and those above it whose time is its own ("last year led his party in refusing"), each with
    the token before which a time must stand: a first half shares only one that is fronted.
    """
    stop = len(parse)
    yield at, stop
    for _ in range(8):
        head, dep = parse.heads[at], parse.deps[at]
        if head == at or dep not in _UP:
            return
        if dep in ("conj", "advcl") and parse.child(at, "nsubj", "nsubjpass") is not None:
            return
        if parse.pos[head] in ("VERB", "AUX") and not _may_be_past(parse, head):
            return
        if parse.pos[at] == "VERB" and _has_present_aux(parse, at):
            return
        stop = min(stop, head) if dep == "conj" else stop
        at = head
        yield at, stop


def _may_be_past(parse: Parse, verb: int) -> bool:
    return parse.tags[verb] not in ("VBZ", "VBP")


def _has_present_aux(parse: Parse, verb: int) -> bool:
    """ "Has refused", "is asking", "will oppose" (but "would oppose", of what was said)."""
    auxes = (i for i in parse.children[verb] if parse.deps[i] in ("aux", "auxpass"))
    return any(parse.tags[i] in ("VBZ", "VBP") or parse.words[i].lower() in ("will", "'ll") for i in auxes)


def _repeats(parse: Parse, verb: int) -> bool:
    """ "Have asked for it before": earlier, and not what the report is about."""
    return any(
        parse.words[c].lower() == "before" and parse.deps[c] == "advmod" and parse.subtree(c) == (c, c + 1)
        for c in parse.children[verb]
        if c > verb
    )


def _was_in_office(parse: Parse, holder: int | None, trigger: int) -> bool:
    """ "The mayor at the time", "then-Mayor Lopez", "Lopez, then mayor,": what its holder asked as such."""
    if holder is None or parse.pos[holder] == "PRON" or holder > trigger:
        return False
    first, stop = parse.subtree(holder)
    words = [w.lower() for w in parse.words[first : min(stop, trigger)]]
    for k, word in enumerate(words):
        if word == "at" and words[k + 1 : k + 3] == ["the", "time"]:
            return True
        if word == "then" and (words[k + 1 : k + 2] == ["-"] or (k > 0 and words[k - 1] == ",")):
            return True
    return False


def _left_office(scene: Scene, finding: Finding, verb: int) -> bool:
    """ "As mayor, Lopez asked for troops", where she is told to be the former mayor."""
    parse = scene.parse
    if finding.holder is None or parse.tags[verb] != "VBD":
        return False
    first = parse.heads[verb] if parse.deps[verb] == "conj" else verb
    prep = next((c for c in parse.children[first] if c < first and parse.lemmas[c] == "as"), None)
    office = parse.child(prep, "pobj") if prep is not None else None
    who = scene.holder(finding.holder, finding.trigger)
    if office is None or who is None:
        return False
    named = parse.lemmas[office].lower()
    roles = (role.lower().split() for role in scene.cast.actor(who).roles)
    return any(named in words and not _LEFT.isdisjoint(words) for words in roles)


def _is_long_ago(parse: Parse, token: int, day: date | None) -> bool:
    """Whether an adverbial (its head `token`) names a time long before `day`."""
    if parse.deps[token] == "prep":
        if parse.lemmas[token] not in ("in", "during", "at", "on"):
            return False
        noun = parse.child(token, "pobj")
        return noun is not None and (
            _DECADE.fullmatch(parse.words[noun]) is not None
            or _is_of_old_year(parse, noun, day)
            or _is_last_year(parse, noun, day)
        )
    if parse.deps[token] == "advmod" and parse.words[token].lower() == "ago":
        return any(parse.lemmas[c] in _SPANS for c in parse.children[token])
    return parse.deps[token] == "npadvmod" and _is_last_year(parse, token, day)


def _is_last_year(parse: Parse, noun: int, day: date | None) -> bool:
    if parse.lemmas[noun] not in _SPANS or (day is not None and day.month <= _EARLY):
        return False
    return any(parse.words[c].lower() == "last" for c in parse.children[noun])


def _is_of_old_year(parse: Parse, noun: int, day: date | None) -> bool:
    """ "2012", "November 2012", "his 2005 hearing", where the report is of another year."""
    if day is None:
        return False
    word = parse.words[noun]
    if _YEAR.fullmatch(word):
        return int(word) < day.year
    years = [
        int(parse.words[c])
        for c in parse.children[noun]
        if parse.deps[c] == "nummod" and _YEAR.fullmatch(parse.words[c])
    ]
    if not years or years[0] >= day.year:
        return False
    month = _MONTHS.get(word.rstrip(".").lower()[:3])
    if month is not None and parse.pos[noun] == "PROPN":
        return (day.year - years[0]) * 12 + day.month - month > _RECENT
    return parse.lemmas[noun].lower() in _OCCASIONS
