"""Text → sentences, parses and vectors. The sentence is the unit: what is said of it is cached by content."""

from .cache import MemoryCache, SentenceCache, key_of
from .models import check
from .parses import Entity, Parse
from .sentences import split
from .tongue import Language, Progress

__all__ = [
    "Entity",
    "Language",
    "MemoryCache",
    "Parse",
    "Progress",
    "SentenceCache",
    "check",
    "key_of",
    "split",
]
