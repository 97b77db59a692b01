"""What a relative pronoun stands for."""

from twosource.language import Parse

__all__ = ["antecedent_of", "has_plural_verb", "of_two_nouns"]

_PLURAL = frozenset(("NNS", "NNPS"))


def antecedent_of(parse: Parse, pronoun: int) -> int | None:
    """The head noun that the clause of a relative pronoun hangs on; None where it hangs on none.

    "Suppliers for Harwood, who claim that…": a plural verb passes over a single name behind a preposition to
    the plural noun before it, wherever the parser hung the clause.
    """
    verb = next((v for v in parse.ancestors(pronoun) if parse.deps[v] == "relcl"), None)
    if verb is None:
        return None
    noun = parse.heads[verb]
    if parse.words[pronoun].lower() != "who" or parse.deps[noun] != "pobj" or not _is_plural(parse, verb):
        return noun
    outer = parse.heads[parse.heads[noun]]
    single = parse.tags[noun] in ("NN", "NNP") and parse.child(noun, "conj") is None
    return outer if single and parse.tags[outer] in _PLURAL else noun


def has_plural_verb(parse: Parse, pronoun: int) -> bool:
    """Whether the verb of a relative pronoun's clause is a plural ("who were…")."""
    verb = parse.heads[pronoun]
    return parse.pos[verb] in ("VERB", "AUX") and _is_plural(parse, verb)


def of_two_nouns(parse: Parse, noun: int, pronoun: int) -> bool:
    """Whether a "who" may stand for the noun before it or for the one that this hangs on: of "an adviser to
    Roe who was named" the words do not say which was.
    """
    above = parse.heads[parse.heads[noun]]
    return (
        parse.words[pronoun].lower() == "who"
        and parse.deps[noun] == "pobj"
        and parse.pos[above] in ("NOUN", "PROPN")
        and parse.words[pronoun - 1] != ","
    )


def _is_plural(parse: Parse, verb: int) -> bool:
    """Whether a verb, or its auxiliary, agrees with a plural ("claim", "have claimed", "were")."""
    aux = parse.child(verb, "aux", "auxpass")
    first = verb if aux is None else aux
    word = parse.words[first].lower()
    return word == "were" or (parse.tags[first] == "VBP" and word not in ("'s", "’s"))
