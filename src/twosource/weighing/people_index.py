"""Which people of a story a name may be one of: looked up by the words of their names."""

from collections.abc import Iterable

from twosource.reading.name_spellings import sound_key
from twosource.reading.person_names import called, name_words

__all__ = ["NameIndex"]


class NameIndex:
    """The people found so far, by number, under the words of their names."""

    def __init__(self) -> None:
        self._near: dict[str, set[int]] = {}
        self._called: dict[str, set[int]] = {}
        self._given: dict[str, set[int]] = {}
        self._known: set[tuple[int, str]] = set()

    def add(self, number: int, name: str) -> None:
        """Takes in that a person is called so."""
        if (number, name) in self._known:
            return
        self._known.add((number, name))
        for key in _keys(name):
            self._near.setdefault(key, set()).add(number)
        for word in called(name):
            self._called.setdefault(word, set()).add(number)
        self._given.setdefault(name_words(name)[0], set()).add(number)

    def near(self, name: str) -> list[int]:
        """Everybody whose names may be spellings of this full name (`may_be_one`, or a letter astray)."""
        return sorted(set[int]().union(*(self._near.get(key, ()) for key in _keys(name))))

    def called(self, word: str) -> list[int]:
        """Everybody who is called by this word alone."""
        return sorted(self._called.get(word, ()))

    def given(self, word: str) -> list[int]:
        """Everybody whose name opens with this word."""
        return sorted(self._given.get(word, ()))


def _keys(name: str) -> Iterable[str]:
    """What two spellings of one full name have in common one of: the first or the last word, the last word's
    sound, all letters.
    """
    found = name_words(name)
    return {found[0], found[-1], f"~{sound_key(found[-1])}", f"={''.join(found)}"}
