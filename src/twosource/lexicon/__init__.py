"""Word lists as data: TOML files beside this loader, each with a comment on its source."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load", "words"]


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon `name`.toml as a dictionary; read once a process. Do not change what it returns.

    Raises FileNotFoundError when there is no such lexicon.
    """
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon as a frozen set."""
    return frozenset(load(name)[key])
