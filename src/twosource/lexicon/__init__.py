"""Word lists as data: TOML files beside this loader, each with a comment on its source.

A user's own words stand in a folder that `TWOSOURCE_LEXICON` names: `negotiation.toml` there adds to the
lists and tables of ours of the same name. It adds and never takes away.
"""

import os
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from twosource.errors import UsageError

__all__ = ["load", "words"]


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon `name`.toml as a dictionary; read once a process. Do not change what it returns.

    Raises FileNotFoundError when there is no such lexicon, UsageError when the user's own cannot be read.
    """
    ours = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    folder = os.environ.get("TWOSOURCE_LEXICON")
    if not folder:
        return ours
    own = Path(folder, f"{name}.toml")
    if not own.is_file():
        if not Path(folder).is_dir():
            raise UsageError(f"{folder}: TWOSOURCE_LEXICON names no folder; name one that holds {own.name}")
        return ours
    try:
        theirs = tomllib.loads(own.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{own}: not a lexicon ({error}); it must be TOML in UTF-8") from None
    return _added(ours, theirs, own)


def _added(ours: dict[str, Any], theirs: dict[str, Any], own: Path) -> dict[str, Any]:
    """Our tables and lists with the user's added; a value of another kind than ours is refused."""
    out = dict(ours)
    for key, value in theirs.items():
        mine = ours.get(key)
        if isinstance(mine, dict) and isinstance(value, dict):
            out[key] = _added(mine, value, own)
        elif isinstance(mine, list) and isinstance(value, list) and all(isinstance(v, str) for v in value):
            out[key] = [*mine, *(v for v in value if v not in mine)]
        elif key not in ours and isinstance(value, list) and all(isinstance(v, str) for v in value):
            out[key] = value
        else:
            raise UsageError(
                f"{own}: {key}: ours is a list of words or a table of such lists; so must this be"
            )
    return out


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon as a frozen set."""
    return frozenset(load(name)[key])
