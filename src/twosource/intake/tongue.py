"""Which language a report is in. English is seen by its commonest words; the rest is asked of py3langid.

py3langid (Lui and Baldwin 2012, "langid.py: an off-the-shelf language identification tool") takes most of
a second to load, so it is loaded only for a text that is not plainly English.
"""

import re
from functools import cache
from typing import Any

from ..lexicon import load, words

__all__ = ["ENGLISH", "full_name", "judge"]

ENGLISH = "en"
_SAMPLE = 2_000
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 40
_SURE = 0.95
_PLAIN, _SOME, _MANY = 0.07, 0.03, 0.2
_WORD = re.compile(r"[^\W\d_]+")


def judge(text: str, given: str | None) -> str | None:
    """The language's ISO 639-1 code, or None for a text too short or too mixed to tell.

    `given` (metadata) decides for a text that is too short, and never against what a longer text shows.
    """
    declared = re.split("[-_]", given.strip().lower())[0] if given else None
    declared = declared if declared in load("languages")["names"] else None
    sample = text[:_SAMPLE]
    tokens = _WORD.findall(sample)
    letters = sum(map(len, tokens))
    foreign_script = sum(len(token) for token in tokens if ord(token[0]) > 0x24F)
    if 2 * foreign_script <= letters:
        if len(tokens) < _FEWEST_WORDS or letters < _FEWEST_LETTERS:
            return declared
        if _plainly_english(tokens):
            return ENGLISH
    elif letters < 12:
        return declared
    found, probability = _identify(sample)
    return found if probability >= _SURE else declared


def _plainly_english(tokens: list[str]) -> bool:
    """Enough words that only English has, or some of them among many that English shares."""
    own, shared = words("languages", "english"), words("languages", "english_shared")
    low = [token.lower() for token in tokens]
    only = sum(token in own for token in low)
    if only >= _PLAIN * len(low):
        return True
    return only >= _SOME * len(low) and only + sum(token in shared for token in low) >= _MANY * len(low)


def full_name(code: str | None) -> str:
    """ "fr (French)"."""
    return f"{code} ({load('languages')['names'].get(code, 'another language')})"


def _identify(sample: str) -> tuple[str, float]:
    code, probability = _identifier().classify(sample)
    return str(code), float(probability)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.nb_classes)
    identifier.set_languages(sorted(code for code in load("languages")["names"] if code in known))
    return identifier
