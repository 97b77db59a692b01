"""Clauses that the parser tore: their subject hung on the cue, their verb elsewhere, what follows a colon on
another clause.
"""

from twosource.language import Parse

from .quote_cues import Cue, frames

__all__ = ["over_colon", "torn_end", "torn_start"]

_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_THINGS = frozenset(("dobj", "attr", "oprd", "npadvmod", "dative"))


def torn_start(parse: Parse, cue: Cue, verb: int, first: int) -> int:
    """Where a clause starts whose subject the parse made the cue's object ("saying $3 million | was too
    little", "he said those present | did not listen"); `first`: where its own words start.
    """
    if first <= cue.stop or parse.lemmas[cue.head] in frames().addressing or _has_subject(parse, verb):
        return first
    thing = next(
        (i for i in parse.children[cue.head] if cue.stop <= i < first and parse.deps[i] in _THINGS), None
    )
    if thing is None or parse.pos[thing] == "PRON" or parse.subtree(thing)[0] != cue.stop:
        return first
    between = range(parse.subtree(thing)[1], first)
    loose = (i for i in between if parse.pos[i] == "PUNCT" or parse.tags[i] in _FINITE)
    return cue.stop if next(loose, None) is None else first


def torn_end(parse: Parse, noun: int, stop: int) -> int:
    """Where a clause stops whose subject the parse took for all of it ("claiming the mill | was closing"),
    and a phrase whose last word it hung on the cue ("of holding crews | hostage for a loan").
    """
    if stop >= len(parse) or parse.pos[stop] == "PUNCT":
        return stop
    if parse.pos[noun] in ("NOUN", "PROPN") and parse.tags[stop] in _FINITE:
        verb = parse.heads[stop] if parse.deps[stop] in ("aux", "auxpass") else stop
        if verb >= stop and parse.pos[verb] in ("VERB", "AUX") and not _has_subject(parse, verb):
            return max(stop, parse.subtree(verb)[1])
    if parse.deps[stop] == "advcl" and parse.pos[stop] in ("NOUN", "ADJ") and parse.subtree(stop)[0] == stop:
        return parse.subtree(stop)[1]
    return stop


def _has_subject(parse: Parse, verb: int) -> bool:
    return any(parse.deps[i] in _SUBJECTS for i in parse.children[verb])


def over_colon(parse: Parse, cue: Cue, stop: int) -> int:
    """Where a clause stops that a colon goes on with ("said there was one way out: a new mill"): at the
    sentence's end.
    """
    if stop + 1 < len(parse) and parse.words[stop] == ":" and stop > cue.stop + 1:
        return len(parse)
    return stop
