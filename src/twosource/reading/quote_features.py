"""What a small model of attributions looks at: names of properties of a cue, its source and its content.

A property is a string ("l=argue&ccomp"); the model knows the weight of some of them and ignores the rest.
Only lemmas and closed-class words stand in them, never a phrase.
"""

from collections.abc import Sequence
from functools import lru_cache

from twosource.language import Parse

from .quote_cues import Cue, frames
from .quote_speakers import Source

__all__ = [
    "classes_of",
    "cue_properties",
    "cue_span_properties",
    "head_properties",
    "labels_of",
    "sort_of",
    "span_properties",
]

_KINDS = ("PERSON", "ORG", "GPE", "NORP")
_STEPS = 4
_BESIDE = frozenset(("punct", "aux", "det", "cc", "poss", "nsubj", "nsubjpass"))


@lru_cache(maxsize=4096)
def classes_of(lemma: str) -> str:
    """Which lists of the lexicon of cues a lemma stands in, as a few letters."""
    lexicon = frames()
    found = (
        "s" * (lemma in lexicon.say) + "c" * (lemma in lexicon.clause) + "i" * (lemma in lexicon.infinitive)
    )
    found += "o" * (lemma in lexicon.object) + "p" * (lemma in lexicon.prepositions)
    return found + "n" * (lemma in lexicon.nouns)


def sort_of(parse: Parse, token: int, labels: Sequence[str]) -> str:
    """What kind of thing a token names: its entity label, its pronoun, else its part of speech."""
    label = labels[token]
    if label:
        return label
    if parse.pos[token] == "PRON":
        return parse.words[token].lower()
    return parse.pos[token]


def labels_of(parse: Parse) -> list[str]:
    """Each token's entity label, "" where it has none."""
    found = [""] * len(parse)
    for e in parse.entities:
        label = e.label if e.label in _KINDS else "ENT"
        for i in range(e.start, e.end):
            found[i] = label
    return found


def cue_properties(parse: Parse, token: int, ruled: str, labels: Sequence[str], marks: str) -> list[str]:
    """Of a token that may be a cue. `ruled`: what the rules made of it; `marks`: where quotations stand."""
    deps, lemmas, tags, pos = parse.deps, parse.lemmas, parse.tags, parse.pos
    lemma, dep, head = lemmas[token], deps[token], parse.heads[token]
    kind = pos[token]
    classes = classes_of(lemma)
    key = f"l={lemma}.{kind[0]}"
    found = [
        "b",
        key,
        f"k={kind}{classes}",
        f"r={ruled}",
        f"r={ruled}&{classes}",
        f"{key}&r={ruled}",
        f"d={dep}",
        f"d={dep}&{classes}",
        f"{key}&d={dep}",
        f"t={tags[token]}",
        f"t={tags[token]}&d={dep}",
        f"m={marks}",
        f"{key}&m={marks}",
        f"m={marks}&k={classes}",
    ]
    if head != token:
        found.append(f"h={lemmas[head]}&d={dep}")
        found.append(f"h={pos[head]}&d={dep}")
        found.append(f"hc={classes_of(lemmas[head])}&d={dep}")
    subject, taken = _beside_cue(parse, token, key, classes, labels, found)
    if not subject:
        found.append("s=none")
        found.append(f"s=none&d={dep}")
        above = _inherited(parse, token)
        owner = sort_of(parse, above, labels) if above >= 0 else "none"
        found.append(f"s^={owner}")
        found.append(f"s^={owner}&{classes}")
        found.append(f"s^={owner}&d={dep}&{kind}")
    found.append(f"a={'+'.join(taken[:3])}")
    within = _within(parse, token)
    found.append(f"in={within}&{kind}")
    found.append(f"in={within}&{classes}")
    found.append(f"in={within}&r={ruled}")
    size = min(parse.subtree(token)[1] - token, 12) // 3
    found += (f"z={size}&{kind}", f"z={size}&{classes}")
    if token:
        found.append(f"w-1={_word_of(parse, token - 1)}")
    if token + 1 < len(parse):
        near = _word_of(parse, token + 1)
        found += (f"w+1={near}", f"{key}&w+1={near}")
    return found


def _word_of(parse: Parse, token: int) -> str:
    """A token's lemma; of a name or a number, its part of speech."""
    return parse.pos[token] if parse.pos[token] in ("PROPN", "NUM") else parse.lemmas[token]


def _beside_cue(
    parse: Parse, token: int, key: str, classes: str, labels: Sequence[str], found: list[str]
) -> tuple[str, list[str]]:
    """Adds the properties of a cue's dependents to `found`; its subject and the dependents it takes."""
    deps, lemmas, pos = parse.deps, parse.lemmas, parse.pos
    kind = pos[token]
    taken: list[str] = []
    subject = ""
    for i in parse.children[token]:
        child = deps[i]
        if child in ("nsubj", "nsubjpass", "poss", "agent"):
            subject = f"{child}.{sort_of(parse, i, labels)}"
            if child == "nsubj" and pos[i] == "NOUN":
                found.append(f"sl={lemmas[i]}")
            found.append(f"s={subject}")
            found.append(f"s={subject}&{classes}")
            found.append(f"{key}&s={child}")
        elif child in ("aux", "neg", "mark", "advmod", "prt"):
            found.append(f"{child}={lemmas[i]}")
        elif child == "prep":
            found.append(f"p={lemmas[i]}")
            found.append(f"{key}&p={lemmas[i]}")
            found.append(f"p={lemmas[i]}&{classes}")
        if child not in _BESIDE:
            side = "<" if i < token else ""
            if child in ("ccomp", "xcomp", "acl"):
                form = f"{side}{child}.{_form(parse, i)}"
                found.append(f"c={form}")
                found.append(f"{key}&{form}")
                found.append(f"{form}&{classes}")
            taken.append(side + child)
            found.append(f"c={side}{child}")
            found.append(f"{key}&{side}{child}")
            if child in ("dobj", "attr", "acomp"):
                found.append(f"o={sort_of(parse, i, labels)}")
                found.append(f"ol={lemmas[i]}")
                found.append(f"{key}&ol={lemmas[i]}" if classes else f"o={sort_of(parse, i, labels)}&{kind}")
    return subject, taken


def _within(parse: Parse, token: int) -> str:
    """Whether a word stands in the clause that a verb of speech or thought takes; how."""
    for _ in range(_STEPS):
        head, dep = parse.heads[token], parse.deps[token]
        if head == token:
            return "root"
        if dep in ("ccomp", "xcomp", "relcl", "acl", "advcl", "pcomp"):
            lexicon = frames()
            lemma = parse.lemmas[head]
            said = "say" if lemma in lexicon.say else "hold" if lemma in lexicon.clause else ""
            return f"{dep}{said}{'<' if token < head else ''}"
        token = head
    return "deep"


def _inherited(parse: Parse, token: int) -> int:
    """The subject of the verb that a verb hangs on; -1 where there is none near."""
    for _ in range(_STEPS):
        head, dep = parse.heads[token], parse.deps[token]
        if head == token:
            break
        if dep in ("acl", "relcl"):
            return head
        for i in parse.children[head]:
            if parse.deps[i] in ("nsubj", "nsubjpass", "poss"):
                return i
        token = head
    return -1


def _form(parse: Parse, verb: int) -> str:
    """The form of a clause: that, wh-, to, -ing or finite."""
    for i in parse.children[verb]:
        if i > verb:
            break
        if parse.tags[i] == "TO":
            return "to"
        if parse.deps[i] == "mark":
            return parse.lemmas[i]
        if parse.tags[i][0] == "W":
            return "wh"
    return parse.tags[verb]


def head_properties(
    parse: Parse, cue: Cue, head: int, names: Sequence[str], labels: Sequence[str], many: int
) -> list[str]:
    """Of a word that may head the source; head -1: of there being none."""
    lemma, dep, tag = parse.lemmas[cue.head], parse.deps[cue.head], parse.tags[cue.head]
    if head < 0:
        rule = "r" if names else ""
        return [
            "no",
            f"no{rule}",
            f"no&d={dep}{rule}",
            f"no&l={lemma}",
            f"no&t={tag}{rule}",
            f"no&{parse.pos[cue.head]}&{min(many, 3)}",
            f"no&{rule}{classes_of(lemma)}",
        ]
    sort = sort_of(parse, head, labels)
    word = parse.lemmas[head] if parse.pos[head] == "NOUN" else sort
    rule = "r" if "rule" in names else ""
    found = [
        f"s={sort}",
        f"s={sort}&{rule}",
        f"w={word}",
        f"d={parse.deps[head]}{rule}",
        f"side={head > cue.head}{rule}",
        f"t={tag}{rule}&{head > cue.head}",
        f"l={lemma}&{rule}",
    ]
    for name in names:
        found.append(f"n={name}")
        found.append(f"n={name}&{rule}&s={sort}")
        found.append(f"n={name}&t={tag}")
        found.append(f"n={name}&d={dep}")
        found.append(f"n={name}&l={lemma}")
    return found


def span_properties(parse: Parse, source: Source, span: tuple[int, int], names: Sequence[str]) -> list[str]:
    """Of a token range that may be the source's phrase."""
    first, stop = span
    head, size = source.head, len(parse)
    last, after = parse.tags[stop - 1], parse.words[stop].lower() if stop < size else "</s>"
    if stop < size and parse.pos[stop] not in ("PUNCT", "ADP", "PRON", "SCONJ"):
        after = parse.deps[stop]
    length = stop - first
    bucket = str(length) if length < 4 else "4-6" if length < 7 else "7-12" if length < 13 else "13+"
    kind = parse.pos[head]
    found = [
        f"len={bucket}",
        f"len={bucket}&{kind}",
        f"first={parse.words[first].lower()}" if parse.pos[first] != "PROPN" else "first=name",
        f"last={last}",
        f"last={last}&after={after}",
        f"after={after}",
        f"comma={',' in parse.words[first:stop]}&{after}",
    ]
    for name in names:
        found.append(f"n={name}")
        found.append(f"n={name}&{kind}")
        found.append(f"n={name}&after={after}")
        found.append(f"n={name}&{bucket}")
    # What hangs on the head and is taken in or left out.
    for i in parse.children[head]:
        if i > head and parse.deps[i] != "punct":
            inside = "+" if i < stop else "-"
            comma = "," if parse.words[i - 1] == "," or parse.words[parse.subtree(i)[0] - 1] == "," else ""
            dep = parse.deps[i]
            found.append(f"{inside}{comma}{dep}")
            found.append(f"{inside}{comma}{dep}&{kind}")
            if dep == "prep":
                found.append(f"{inside}{comma}p={parse.lemmas[i]}")
    return found


def cue_span_properties(
    parse: Parse, cue: Cue, span: tuple[int, int], names: Sequence[str], content: bool
) -> list[str]:
    """Of a token range that may be the cue's. `content`: whether what is said starts right behind it."""
    first, stop = span
    lemma, tag = parse.lemmas[cue.head], parse.tags[cue.head]
    found = [f"c={content}&{stop - cue.head}", f"n={stop - first}"]
    for name in names:
        found.append(name)
        found.append(f"{name}&l={lemma}")
        found.append(f"{name}&t={tag}")
        found.append(f"{name}&c={content}")
        if name != "rule":
            left, right = name.split("|")
            found.append(f"<{left}")
            found.append(f">{right}")
            found.append(f">{right}&l={lemma}")
            found.append(f">{right}&c={content}")
    for i in range(first, stop):
        if i != cue.head:
            found.append(f"in={parse.lemmas[i]}")
            found.append(f"in={parse.deps[i]}&{i > cue.head}")
    for i in (first - 1, stop):
        if 0 <= i < len(parse):
            found.append(f"out={parse.lemmas[i] if parse.pos[i] != 'PROPN' else 'name'}&{i > cue.head}")
            found.append(f"out={parse.deps[i]}&{parse.heads[i] == cue.head}&{i > cue.head}")
    return found
