"""Person, body, country or group: what each name of a report names, by the vote of the whole report.

The small model's label is one voice; a title, an age, a role in apposition, the company that a word keeps and
the report's full names are others.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from twosource.language import Parse
from twosource.lexicon import words
from twosource.model import ActorType

from .actor_names import Named
from .person_names import called, given_names, name_words

__all__ = ["kinds_of"]

_FULL_NAME = 4  # how many of the model's labels for a bare family name one full name outweighs
_SAYS = frozenset(
    ("say", "tell", "add", "ask", "write", "argue", "tweet", "insist", "warn", "joke", "recall", "testify")
)


def kinds_of(names: Sequence[Named]) -> list[ActorType]:
    """Each name's type, by the vote of all names with the same words; titles are sure.

    The small model takes many a bare family name for a company: company it keeps with people, a "he" behind
    it, or a slip of the pen from a person's name tell otherwise.
    """
    votes: dict[str, Counter[ActorType]] = {}
    people = _people_of_lines(names)
    for named in names:
        key = " ".join(name_words(named.text))
        weight = 3 if named.sure else 1
        votes.setdefault(key, Counter())[named.type] += weight
        if named.type == "person" and " " in key:
            for word in called(named.text):
                votes.setdefault(word, Counter())["person"] += weight * _FULL_NAME
            if named.text.split()[0] in given_names():
                votes.setdefault(key.split()[0], Counter())["person"] += weight
        if named.type == "organization" and _acts_like_a_person(named, key, people):
            votes[key]["person"] += 3
        elif named.type == "person" and not named.sure and _acts_like_a_body(named):
            votes[key]["organization"] += 3
    for word in _heralded(names):
        votes[word]["person"] += votes[word]["organization"]
    found: list[ActorType] = []
    surnames = sorted({w for n in names if n.type == "person" for w in called(n.text) if len(w) >= 6})
    for named in names:
        key = " ".join(name_words(named.text))
        vote = votes[key]
        person = vote["person"] or int(named.type == "organization" and _slip(key, surnames))
        other = max((n for t, n in vote.items() if t != "person"), default=0)
        person += int(person > 0 and _slip(key, surnames)) * other
        found.append(
            "person" if person >= max(1, other) and named.country is None else _not_person(vote, named)
        )
    return found


def _heralded(names: Sequence[Named]) -> list[str]:
    """Bare family names that the model takes for firms' where the report has introduced their bearer in full
    before, and names no firm at greater length that begins so (then "Harwood" may be "Harwood Motors").
    """
    full: set[str] = set()
    firms = {key[0] for n in names if n.type != "person" and len(key := name_words(n.text)) > 1}
    early: set[str] = set()
    found: dict[str, None] = {}
    for named in names:
        key = name_words(named.text)
        if named.type == "person" and len(key) > 1 and named.text.split()[0] in given_names():
            full.add(called(named.text)[0])
        elif len(key) == 1 and key[0] not in full:
            early.add(key[0])  # known without an introduction: somebody else, or a firm
        elif named.type == "organization" and len(key) == 1 and key[0] not in firms | early:
            found[key[0]] = None
    return list(found)


def _people_of_lines(names: Sequence[Named]) -> dict[int, set[int]]:
    """The last tokens of the people's names of each line, by its number."""
    found: dict[int, set[int]] = {}
    for named in names:
        if named.type == "person":
            found.setdefault(named.line.number, set()).add(named.stop - 1)
    return found


def _acts_like_a_person(named: Named, key: str, people: Mapping[int, set[int]]) -> bool:
    """Whether a name that the model takes for a body is used as a person's."""
    parse, first, token = named.line.parse, named.first, named.stop - 1
    if " " not in key:
        return _keeps_company(named, people.get(named.line.number, set()))
    tokens = parse.words[first : named.stop]
    if len(tokens) > 4 or not all(w[0].isupper() and w.replace(".", "").isalpha() for w in tokens):
        return False
    if any(w.lower() in words("offices", "organizations") or (w.isupper() and len(w) > 2) for w in tokens):
        return False
    if first and (parse.words[first - 1].lower() == "the" or parse.tags[token] == "NNPS"):
        return False
    if _has_office(parse, first, token):
        return True
    if tokens[0] not in given_names() or " ".join(tokens).lower() in words("offices", "bodies"):
        return False
    if len(tokens) == 2 and parse.deps[token] not in ("compound", "nmod"):
        return True
    says = parse.deps[token] == "nsubj" and parse.lemmas[parse.heads[token]].lower() in _SAYS
    return says or _keeps_company(named, people.get(named.line.number, set()))


def _has_office(parse: Parse, first: int, token: int) -> bool:
    """Whether an office stands before a name, or in apposition to it ("the chairman, Bo Lund,")."""
    roles = words("offices", "roles")
    if first and parse.words[first - 1].lower() in roles and parse.tags[first - 1] in ("NN", "NNP"):
        return True
    asides = [c for c in parse.children[token] if parse.deps[c] == "appos"]
    if parse.deps[token] == "appos":
        asides.append(parse.heads[token])
    return any(parse.lemmas[a].lower() in roles and parse.tags[a] == "NN" for a in asides)


def _acts_like_a_body(named: Named) -> bool:
    """Whether a name that the model takes for a person's is a known body or bears an article."""
    parse, first, token = named.line.parse, named.first, named.stop - 1
    if named.text.lower() in words("offices", "bodies"):
        return True
    if parse.words[first] in given_names():
        return False
    if token == first and parse.tags[token] == "NNPS":
        return True
    if parse.words[token].lower() in words("offices", "organizations") and token > first:
        return True
    article = first > 0 and parse.words[first - 1].lower() == "the" and parse.heads[first - 1] == token
    return article and parse.deps[token] not in ("compound", "nmod", "amod", "poss")


def _slip(word: str, surnames: Sequence[str]) -> bool:
    """Whether a word is a person's name of this report with one letter astray."""
    if len(word) < 6 or " " in word:
        return False
    return any(w != word and w[0] == word[0] and DamerauLevenshtein.distance(word, w) == 1 for w in surnames)


def _keeps_company(named: Named, people: set[int]) -> bool:
    """Whether a bare capitalised word acts like a person: "X and Pat Roe", "X … he" with nobody between."""
    parse, token = named.line.parse, named.stop - 1
    if named.text.isupper() or (named.first and parse.words[named.first - 1].lower() == "the"):
        return False
    if people & {*parse.children[token], parse.heads[token]} and (
        parse.deps[token] == "conj" or any(parse.deps[c] == "conj" for c in parse.children[token])
    ):
        return True
    if parse.deps[token] != "nsubj" or any(p < token for p in people):
        return False
    return any(
        w in ("he", "she", "himself", "herself") and not any(token < p < i for p in people)
        for i, w in enumerate(parse.words[: token + 40])
        if i > token
    )


def _not_person(vote: Counter[ActorType], named: Named) -> ActorType:
    if named.type != "person":
        return named.type
    return max((t for t in vote if t != "person"), key=lambda t: (vote[t], t), default="organization")
