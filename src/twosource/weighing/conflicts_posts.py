"""Posts of which one person holds one: what stands before a name or beside it, by ladder.

A ladder (lexicon/conflicts.toml, `posts`) is a set of posts that exclude one another: general and colonel,
chief executive and finance chief. A deputy's post is another than its chief's; posts of the past are none.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from twosource.lexicon import load, words

from .conflicts_lines import Said
from .conflicts_tellings import Telling

__all__ = ["posts_of"]

_BEFORE, _BESIDE = 7, 9  # tokens before a name, and beside it, that may name its post


def posts_of(telling: Telling) -> Iterator[tuple[str, Said]]:
    """(ladder, post) for each person whose post a sentence names."""
    parse = telling.parse
    if telling.vocabulary.isdisjoint(_heads()):
        return
    for i in range(len(parse)):
        if parse.pos[i] != "PROPN" or parse.deps[i] == "compound":
            continue
        who = telling.cast.person(telling.actor(i))
        if who is None:
            continue
        for first, stop in _stretches(telling, i):
            found = _post(telling, first, stop)
            if found is not None:
                ladder, post, at = found
                yield ladder, Said(of=who, value=post, line=telling.line(post, [at, i], i))
                break


def _stretches(telling: Telling, name: int) -> Iterator[tuple[int, int]]:
    """Where the post of a name may stand: in the words right before it, or between commas after it."""
    parse = telling.parse
    first = min(max(parse.subtree(name)[0], name - _BEFORE), _before(telling, name))
    own = [i for i in range(first, name) if parse.words[i] == ","]
    if not own:
        yield first, name
    else:  # "Aerolux's finance chief, Ines Calder"
        appositive = parse.deps[name] == "appos" and parse.heads[name] < name
        if appositive:
            yield max(0, parse.heads[name] - _BEFORE), parse.heads[name] + 1
    if parse.deps[name] == "appos" and parse.heads[name] < name and not own:
        yield max(0, parse.heads[name] - _BEFORE), parse.heads[name] + 1
    if name + 1 < len(parse) and parse.words[name + 1] == ",":
        stop = name + 2
        while stop < len(parse) and stop < name + 2 + _BESIDE and parse.words[stop] not in (",", ".", ";"):
            if parse.pos[stop] in ("VERB", "AUX"):
                return
            stop += 1
        yield name + 2, stop


def _before(telling: Telling, name: int) -> int:
    """Where the words before a name begin, by their looks: "Speaker-to-be Ana Ruiz"."""
    parse, first = telling.parse, name
    while first and first > name - _BEFORE:
        word = first - 1
        joined = "-" in parse.words[max(0, word - 1) : word + 2]
        if parse.pos[word] not in ("PROPN", "ADJ") and not joined:
            break
        first = word
    return first


def _post(telling: Telling, first: int, stop: int) -> tuple[str, str, int] | None:
    """Ladder, post and place of the one post that a stretch names; None where it names two, or an old one."""
    parse = telling.parse
    said = [w.lower().rstrip(".") for w in parse.words[first:stop]]
    if words("conflicts", "past_posts") & set(said) or "and" in said:
        return None
    found: list[tuple[str, str, int]] = []
    at = 0
    while at < len(said):
        hit = next(
            ((ladder, post, n) for n in (3, 2, 1) if at + n <= len(said)
             for ladder, post in [_posts().get(" ".join(said[at : at + n]), ("", ""))] if ladder), None,
        )  # fmt: skip
        if hit is None:
            at += 1
            continue
        ladder, post, n = hit
        if said[at] in words("conflicts", "deputies") and " ".join(said[at + n : at + n + 1]) in _posts():
            at += n  # "lieutenant governor"
            continue
        below = at and said[at - 1] in words("conflicts", "deputies")
        joined = said[at + n : at + n + 1] == ["-"] and said[at + n + 1 : at + n + 2]
        coming = {"incoming"} & set(said[max(0, at - 2) : at]) or joined in (["elect"], ["designate"], ["to"])
        value = f"incoming {post}" if coming else f"deputy {post}" if below else post
        found.append((ladder, value, first + at))
        at += n + (2 if joined else 0)
    return found[0] if len(found) == 1 else None


@cache
def _posts() -> Mapping[str, tuple[str, str]]:
    ladders: dict[str, dict[str, list[str]]] = load("conflicts")["posts"]
    return {
        p: (ladder, post) for ladder, some in ladders.items() for post, known in some.items() for p in known
    }


@cache
def _heads() -> frozenset[str]:
    return frozenset(w for post in _posts() for w in (post.split()[-1], f"{post.split()[-1]}."))
