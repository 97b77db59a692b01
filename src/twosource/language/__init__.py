"""Text → sentences, parses and vectors. The sentence is the unit: what is said of it is cached by content."""

from .cache import MemoryCache, SentenceCache, key_of
from .models import check
from .parses import Entity, Parse, empty_parse
from .sentences import is_prose, split
from .tongue import Language, Progress

__all__ = [
    "Entity",
    "Language",
    "MemoryCache",
    "Parse",
    "Progress",
    "SentenceCache",
    "check",
    "empty_parse",
    "is_prose",
    "key_of",
    "split",
]
