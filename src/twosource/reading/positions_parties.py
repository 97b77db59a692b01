"""Who holds a position: the actors behind subjects, first persons and speakers, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twosource.language import Parse
from twosource.lexicon import load
from twosource.model import Quote

from .cast import Cast
from .document import Document, Line
from .positions_grammar import cue_over, view_over
from .positions_subjects import subject_of

__all__ = ["Scene", "Spoken", "spoken_in"]

_LEXICON = load("negotiation")
_CAMPS = frozenset({"campaign", "administration", "camp", "team"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
_EMPTY = frozenset(
    {"you", "your", "one", "there", "this", "that", "these", "those", "what", "everyone", "everybody"}
)
_THINGS = frozenset(_LEXICON["idle"]["things"]) | frozenset(_LEXICON["matters"]["nouns"])
_RETINUE = frozenset(_LEXICON["hollow"]["retinue"])
_PERSONAL = frozenset({"he", "she", "it", "they", "him", "her", "them", "his", "its", "their"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A stretch of the report's text that somebody is quoted with, word for word."""

    start: int
    end: int
    speaker: str | None


def spoken_in(document: Document, quotes: Sequence[Quote]) -> list[Spoken]:
    """The word-for-word stretches of a report's quotes, in text order."""
    found = []
    for quote in quotes:
        if quote.kind == "indirect":
            continue
        for span in quote.content:
            before = document.text[max(0, span.start - 1) : span.start + 1]
            if quote.kind == "direct" or any(c in before for c in "\"“”'‘«"):
                found.append(Spoken(start=span.start, end=span.end, speaker=quote.speaker))
    return sorted(found, key=lambda s: (s.start, s.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One sentence, the cast, what in it is spoken word for word, and the day of the report, where known."""

    line: Line
    cast: Cast
    spoken: tuple[Spoken, ...]
    day: date | None = None

    @property
    def parse(self) -> Parse:
        """The sentence's parse."""
        return self.line.parse

    def quoted(self, token: int) -> bool:
        """Whether the token is inside somebody's quoted words."""
        at = self.line.start + self.parse.starts[token]
        return any(s.start <= at < s.end for s in self.spoken)

    def speaker_at(self, token: int) -> str | None:
        """Who says the token in so many words, when that is known."""
        at = self.line.start + self.parse.starts[token]
        return next((s.speaker for s in self.spoken if s.start <= at < s.end and s.speaker), None)

    def first_person(self, token: int) -> bool:
        """Whether the token is "I", "we", "our" ..."""
        return _is_first(self.parse.words[token])

    def actor(self, token: int | None, verb: int | None = None) -> str | None:
        """The actor that a noun phrase denotes; the first person is whoever is quoted."""
        if token is None:
            return None
        word = self.parse.words[token].lower()
        if self.first_person(token):
            return self.speaker_at(token) or self._sayer(token, verb) or self.cast.of_token(self.line, token)
        if word in _EMPTY:
            return None
        found = self.cast.of_token(self.line, token)
        if found is None or (
            self.cast.actor(found).type == "unnamed" and self.parse.pos[token] in ("NOUN", "PROPN")
        ):
            return self._behind(token) or self._by_name(token) or found
        return found

    def _by_name(self, token: int) -> str | None:
        """An actor whose name stands here though the parser, this once, saw no name in it ("ABLO said")."""
        if self.parse.pos[token] != "PROPN":
            return None
        word = self.parse.words[token]
        if word.isupper() and len(word) > 2:
            return next((a.id for a in self.cast.actors if word == a.name or word in a.aliases), None)
        return None

    def holder(self, token: int | None, verb: int) -> str | None:
        """The actor that holds what `verb` states; a pronoun that nothing explains is the one who says so."""
        found = self.actor(token, verb)
        if token is not None and self._is_of_unnamed(token, verb):
            return None
        if token is not None and (self._is_of_thing(token) or self._is_named_behind(token, found)):
            return None
        if token is None or self.parse.words[token].lower() not in _PERSONAL:
            return found
        if found is not None and self.cast.actor(found).type != "unnamed":
            return found
        if (same := self._first_of_pair(token, verb)) is not None:
            return same
        said = verb if self.parse.pos[verb] != "ADJ" else self.parse.heads[verb]
        cue, speaker = self.speaker_of(said)
        subject = subject_of(self.parse, cue) if cue is not None else None
        outside = cue is not None and self.quoted(verb) and not self.quoted(cue)
        if speaker is None or subject is None or outside or self.parse.pos[subject] == "PRON":
            return found
        if any(self.parse.deps[i] == "conj" for i in self.parse.children[subject]):
            return speaker if self.parse.words[token].lower() == "they" else found
        person = self.cast.actor(speaker).type == "person"
        return speaker if person == (self.parse.words[token].lower() in ("he", "she")) else found

    def _is_of_unnamed(self, token: int, verb: int) -> bool:
        """Whether "they" are some who say so of themselves: "met families who say they want justice"."""
        parse = self.parse
        if parse.words[token].lower() not in ("they", "he", "she"):
            return False
        cue = cue_over(parse, verb if parse.pos[verb] != "ADJ" else parse.heads[verb])
        if cue is None or parse.deps[cue] != "relcl" or self.quoted(token):
            return False
        sayer = parse.child(cue, "nsubj")
        whose = parse.heads[cue]
        own = sayer is not None and parse.tags[sayer] in ("WP", "WDT")
        return own and parse.pos[whose] == "NOUN" and self.actor(whose) is None

    def _is_of_thing(self, token: int) -> bool:
        """Whether "it" may be a thing: "the budget is sound because it pushes them to save"."""
        parse = self.parse
        verb = parse.heads[token]
        if parse.words[token].lower() != "it" or parse.deps[verb] not in ("advcl", "conj"):
            return False
        if parse.deps[verb] == "advcl" and parse.child(verb, "mark") is None:
            return False
        first = parse.child(parse.heads[verb], "nsubj", "nsubjpass")
        return (
            first is not None
            and parse.tags[first] == "NN"
            and self.cast.of_token(self.line, first) is None
            and parse.lemmas[first] in _THINGS
        )

    def _is_named_behind(self, token: int, found: str | None) -> bool:
        """Whether "it" is taken for one that its own clause goes on to name ("It backs ABLO and vows to"):
        a pronoun does not precede its name below its own verb (principle C of binding theory).
        """
        parse = self.parse
        verb = parse.heads[token]
        if found is None or parse.pos[token] != "PRON" or parse.deps[token] not in ("nsubj", "nsubjpass"):
            return False
        if parse.words[token].lower() not in _PERSONAL:
            return False
        return any(
            parse.pos[i] == "PROPN" and self.cast.of_token(self.line, i) == found
            for i in parse.below(verb)
            if i > token and parse.deps[i] in ("dobj", "pobj", "nsubj", "poss", "dative")
        )

    def _first_of_pair(self, token: int, verb: int) -> str | None:
        """Who "he" is in "Berg backs the plan, but he will not pay for it": the subject of the first half."""
        parse = self.parse
        at = next((i for i in (verb, *parse.ancestors(verb)) if parse.child(i, "nsubj") == token), None)
        if at is None or parse.deps[at] != "conj":
            return None
        first = parse.child(parse.heads[at], "nsubj")
        found = self.cast.of_token(self.line, first) if first is not None else None
        if found is None or first is None or parse.pos[first] == "PRON":
            return None
        who, word = self.cast.actor(found), parse.words[token].lower()
        fits = {"he": ("person",), "she": ("person",), "it": ("organization", "country"), "they": ("group",)}
        return found if who.type in fits.get(word, ()) else None

    def _behind(self, token: int) -> str | None:
        """For a noun that is no actor ("the firm's lawyers"): the apposition or possessor."""
        deps = (
            ("appos", "poss", "compound", "nmod")
            if self.cast.of_token(self.line, token) is None
            else ("appos",)
        )
        for dep in deps:
            for i in self.parse.children[token]:
                if self.parse.deps[i] != dep or (found := self.cast.of_token(self.line, i)) is None:
                    continue
                person = dep in ("compound", "nmod") and self.cast.actor(found).type == "person"
                if not person or self.parse.lemmas[token].lower() in _RETINUE:
                    return found  # "the Lopez campaign", but not "a Lopez impersonator"
        for i in self.parse.children[token]:
            if (
                self.parse.lemmas[i] in ("like", "including")
                and (noun := self.parse.child(i, "pobj")) is not None
            ):
                return self.cast.of_token(self.line, noun)
        return None

    def _sayer(self, token: int, verb: int | None) -> str | None:
        at = verb if verb is not None else self.parse.heads[token]
        cue = cue_over(self.parse, at)
        if cue is None:
            return None
        subject = subject_of(self.parse, cue)
        if subject is None or self.first_person(subject):
            return None
        return self.cast.of_token(self.line, subject)

    def speaker_of(self, verb: int) -> tuple[int | None, str | None]:
        """The cue that the clause of `verb` stands under (a token) and the actor who says it.

        "The union's view is that the firm must pay" is the union's word, under "is".
        """
        held = view_over(self.parse, verb)
        if held is not None and (whose := self.actor(held[1])) is not None:
            return held[0], whose
        cue = cue_over(self.parse, verb)
        if cue is None:
            return None, self.speaker_at(verb)
        subject = subject_of(self.parse, cue)
        if subject is None:
            return cue, self.speaker_at(verb)
        return cue, self.actor(subject, cue)

    def own(self, subject: int | None, speaker: str | None, cue: int | None) -> bool:
        """Whether the subject of a reported clause is the one who says it: "they said they would ..."."""
        if subject is None:
            return False
        word = self.parse.words[subject].lower()
        if self.first_person(subject):
            return True
        found = self.cast.of_token(self.line, subject)
        if word in _PERSONAL and self.quoted(subject):
            return False  # whoever speaks of himself says "I"
        if found is not None and found == speaker:
            return True
        if word not in _PERSONAL:
            return False
        if found is None or speaker is None:
            return True
        other = self.cast.actor(found)
        return other.type == "unnamed" or (cue is not None and self.same_side(found, speaker))

    def same_side(self, one: str | None, other: str | None) -> bool:
        """Whether two actors speak for one another: the same, of one country, or one in the other's roles."""
        if one is None or other is None:
            return False
        if one == other:
            return True
        a, b = self.cast.actor(one), self.cast.actor(other)
        if a.country is not None and a.country == b.country:
            return True
        if a.type == "person" and b.type == "organization" and _camp_of(b.name, a.name):
            return True  # "the Lind campaign said Lind would veto it"
        return any(b.name in role for role in a.roles) or any(a.name in role for role in b.roles)


def _camp_of(body: str, person: str) -> bool:
    """Whether a body is a person's own campaign or administration, by its name."""
    named = body.split()
    return len(named) > 1 and named[-1].lower() in _CAMPS and named[-2] in person.split()[-1:]


def _is_first(word: str) -> bool:
    return word != "US" and word.lower() in _FIRST
