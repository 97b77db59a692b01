"""Numbers in a parse, in digits or words: "14", "two hundred", "1.8 billion"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from twosource.language import Parse
from twosource.lexicon import load, words

__all__ = ["counts_of", "number_run", "number_value", "numbers_clash", "one_clash", "ones_of"]

_NEAR = 0.005  # two numbers that differ by less are one, rounded
_SMALL = 3.0  # "the two ministers", "the three firms": a word that points back, not a count
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_POINTING = frozenset({"the", "these", "those", "both", "all", "its", "their", "his", "her"})


def number_run(parse: Parse, i: int, own: Collection[int]) -> list[int]:
    """The tokens of the number that starts at token `i`, of those in `own`."""
    run = [i]
    while run[-1] + 1 in own and (
        parse.pos[run[-1] + 1] == "NUM" or parse.lemmas[run[-1] + 1].lower() in _scales()
    ):
        run.append(run[-1] + 1)
    return run


def number_value(parse: Parse, run: Sequence[int]) -> float | None:
    """The value of the number in these tokens; None where they are no plain number."""
    numerals: dict[str, int] = load("conflicts")["numerals"]
    total, last = 0.0, None
    for i in run:
        word = parse.words[i].replace(",", "").lower()
        if word in _scales():
            last = (1.0 if last is None else last) * _scales()[word]
            continue
        if last is not None:
            total += last
        if word in numerals:
            last = float(numerals[word])
            continue
        try:
            last = float(word) if len(word) < 16 and word[:1].isdigit() else None
        except ValueError:
            last = None
        if last is None:
            return None
    if last is None:
        return None
    part = _part(parse, run[0]) if parse.words[run[0]].lower() in _scales() else 1.0
    return total + last * part


def _part(parse: Parse, scale: int) -> float:
    """What stands before a "million" without a numeral: "half a", "a quarter of a", "two and a half"."""
    at = scale - 1
    while at >= 0 and parse.words[at].lower() in ("a", "an", "of", "-"):
        at -= 1
    part = _PARTS.get(parse.words[at].lower().rstrip("s")) if at >= 0 else None
    if part is None:
        return 1.0
    before = [w.lower() for w in parse.words[max(0, at - 3) : at]]
    numerals: dict[str, int] = load("conflicts")["numerals"]
    if before[-2:] in (["and", "a"], ["and", "one"]) and len(before) == 3:
        whole = numerals.get(before[0], int(before[0]) if before[0].isdecimal() else 0)
        return whole + part
    count = numerals.get(before[-1], 1) if before else 1  # "three quarters of a"
    return part * count if parse.words[at].lower().endswith("s") else part


def counts_of(parse: Parse, tokens: Sequence[int], dated: Collection[int]) -> Iterator[tuple[str, float]]:
    """What a clause counts and how many: the noun's lemma ("" where none stands with it) and the number.

    `dated` tokens belong to dates. "One" is as often a pronoun, and "the two ministers" counts nothing anew.
    """
    own, done = set(tokens), set[int]()
    for i in tokens:
        if i in done or i in dated or parse.pos[i] != "NUM":
            continue
        run = number_run(parse, i, own)
        done.update(run)
        value = number_value(parse, run)
        if value is None or _points_back(parse, run, value):
            continue
        top = next((t for t in run if parse.heads[t] not in run), run[-1])
        head = parse.heads[top]
        noun = parse.lemmas[head].lower() if parse.pos[head] in ("NOUN", "PROPN", "SYM") else ""
        yield ("people" if noun in words("conflicts", "people") else noun), value


def ones_of(parse: Parse, tokens: Sequence[int]) -> Iterator[str]:
    """What a clause has one of, by lemma: the noun and, where that or a lone "one" is the subject, what
    it does ("One arrested"). "One of the ministers" and "the one" count nothing.
    """
    own = set(tokens)
    for i in tokens:
        if parse.words[i].lower() not in ("one", "1") or parse.pos[i] not in ("NUM", "NOUN", "PRON"):
            continue
        if (i and parse.words[i - 1].lower() in _POINTING) or any(
            parse.lemmas[c].lower() == "of" for c in parse.children[i]
        ):
            continue
        head = parse.heads[i]
        if head not in own or parse.deps[i] not in ("nummod", "nsubj", "nsubjpass", "compound", "amod"):
            continue
        lemma = parse.lemmas[head].lower()
        yield "people" if lemma in words("conflicts", "people") else lemma
        if parse.deps[head] in ("nsubj", "nsubjpass"):
            yield parse.lemmas[parse.heads[head]].lower()


def one_clash(ones: Collection[str], counts: Collection[tuple[str, float]]) -> bool:
    """Whether the one statement has one of what the other counts more of."""
    return any(noun in ones and value > 1 for noun, value in counts)


def _points_back(parse: Parse, run: Sequence[int], value: float) -> bool:
    if parse.words[run[0]][:1].isdigit():
        return False
    before = parse.words[run[0] - 1].lower() if run[0] else ""
    return value <= 1 or (value <= _SMALL and before in _POINTING)


def numbers_clash(a: Collection[tuple[str, float]], b: Collection[tuple[str, float]]) -> bool:
    """Whether two statements count differently: no number in common, or none for a thing that both count."""
    if not a or not b:
        return False
    if not _meet([v for _, v in a], [v for _, v in b]):
        return True
    nouns = {n for n, _ in a if n} & {n for n, _ in b if n}
    return any(not _meet([v for n, v in a if n == noun], [v for n, v in b if n == noun]) for noun in nouns)


def _meet(mine: Sequence[float], theirs: Sequence[float]) -> bool:
    return any(abs(x - y) <= _NEAR * max(x, y) for x in mine for y in theirs)


@cache
def _scales() -> Mapping[str, int]:
    scales: dict[str, int] = load("conflicts")["scales"]
    return scales
