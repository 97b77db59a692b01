"""Claims that stand by themselves: whole sentences, which a brief or a status line can print as they are."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import Claim, Evidence

from .claims_units import stem
from .story import Story

__all__ = ["in_headlines", "is_headline", "open_words", "statements", "stems", "tells_office", "within"]

_MARKS = ".,:;!?'‘’\"“”()"
_NO_GENITIVE = re.compile(r"['’]s?$")
_SHORT = 2  # characters of words that headlines are not compared by
_DISCOUNT = 8  # words
_CLOSES_FIRST = re.compile(r'[^"]*\w[,.!?]?"(?!\w)')
_NO_MARKS = str.maketrans("", "", '"“”')
_BARE = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "who", "there")
)


def statements(story: Story, claims: Sequence[Claim]) -> list[tuple[Claim, Parse]]:
    """The claims whose words are a sentence with a subject that says of whom it tells, with their parses."""
    claims = [c for c in claims if c.text.count("(") == c.text.count(")")]
    plain = [" ".join(c.text.translate(_NO_MARKS).split()).rstrip(" .,;:") + "." for c in claims]
    return [(c, p) for c, p in zip(claims, story.language.parse(plain), strict=True) if _is_sentence(p)]


def tells_office(parse: Parse) -> bool:
    """Whether a statement only tells what post somebody holds ("Mara Voss is the union's chief")."""
    offices = words("offices", "roles") | words("offices", "role_words")
    for root in parse.roots():
        subject, post = parse.child(root, "nsubj"), parse.child(root, "attr")
        if parse.lemmas[root] == "be" and subject is not None and post is not None:
            return parse.pos[subject] == "PROPN" and parse.lemmas[post].lower() in offices
    return False


def in_headlines(story: Story) -> Callable[[str], float]:
    """How much of what the story's headlines say a text says: the mean number of headlines that a word of it
    stands in, short texts discounted.
    """
    heard = Counter(w for r in story.readings for w in stems((r.report.title or "").split()))

    def share(text: str) -> float:
        said = text.split()
        return sum(heard[w] for w in stems(said)) / (_DISCOUNT + len(said))

    return share


def stems(found: Iterable[str]) -> frozenset[str]:
    """The words without their endings, marks and genitives; the shortest left out."""
    bare = (_NO_GENITIVE.sub("", w.strip(_MARKS)) for w in found)
    return frozenset(stem(w) for w in bare if len(w) > _SHORT)


def is_headline(story: Story) -> Callable[[Claim], bool]:
    """Whether a statement is no more than what some headlines say."""
    titles = {" ".join(r.report.title.split()).lower().rstrip(".") for r in story.readings if r.report.title}
    spans = {r.report.id: r.report.title_span for r in story.readings}

    def is_one(claim: Claim) -> bool:
        return " ".join(claim.text.split()).lower().rstrip(".") in titles or all(
            (s := spans[e.report]) is not None and s.start <= e.start and e.end <= s.end
            for e in claim.evidence
        )

    return is_one


def _is_sentence(parse: Parse) -> bool:
    """Whether a statement stands by itself: a finite main verb with a subject that is no bare pronoun, and
    nobody's whom the sentence does not name ("His offer failed").
    """
    if "whose" in parse.words and sum(t in ("VBD", "VBZ", "VBP", "MD") for t in parse.tags) < 2:
        return False
    for root in parse.roots():
        subject = parse.child(root, "nsubj", "nsubjpass", "expl", "csubj")
        verbs = [root, *(i for i in parse.children[root] if parse.deps[i] in ("aux", "auxpass"))]
        finite = any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in verbs)
        hanging = parse.child(root, "mark") is not None or parse.tags[0] in ("WP", "WP$", "WDT", "WRB")
        if subject is not None and finite and not hanging:
            owned = any(parse.tags[i] == "PRP$" for i in parse.children[subject] if i < subject)
            return parse.lemmas[subject].lower() not in _BARE and not owned
    return False


def open_words(text: str) -> str:
    """Without a quotation mark that the cut of a clause left open, or whose partner it left out."""
    if _CLOSES_FIRST.match(text):
        text = text.replace('"', "")
    for opening, closing in (('"', '"'), ("“", "”")):
        if text.count(opening) + (text.count(closing) if closing != opening else 0) == 1:
            text = text.replace(opening, "").replace(closing, "")
    return text


def within(inner: Evidence, outer: Evidence) -> bool:
    """Whether a place lies in another."""
    return inner.report == outer.report and outer.start <= inner.start and inner.end <= outer.end
