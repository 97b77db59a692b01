"""Lawmakers' parties and states as American reports put them behind a name: "Sen. Ana Ruiz, D-Calif.,"."""

from twosource.language import Parse

__all__ = ["of_party", "party_behind"]

_LETTERS = {"D": "democrat", "R": "republican"}


def party_behind(parse: Parse, stop: int) -> tuple[str, str] | None:
    """The party's noun and the state, cut short ("democrat", "calif"), behind a name."""
    if stop + 3 >= len(parse) or parse.words[stop] not in (",", "("):
        return None
    letter, hyphen, state = parse.words[stop + 1 : stop + 4]
    if letter not in _LETTERS or hyphen not in ("-", "‑", "–") or not state[0].isupper():
        return None
    return _LETTERS[letter], state.lower().replace(".", "")


def of_party(party: tuple[str, str], lemma: str, told_apart: set[str]) -> bool:
    """Whether "the California Democrat" may be somebody of a party and a state: the letters of the state's
    short form stand in its name in that order.
    """
    noun, short = party
    if lemma != noun or len(told_apart) != 1:
        return False
    state = next(iter(told_apart))
    letters = iter(state)
    return state[0] == short[0] and all(c in letters for c in short)
