"""Whether a clause is told as a fact: not under "if", not only hoped or asked for, not left unsaid."""

from twosource.language import Parse
from twosource.lexicon import words

__all__ = ["asked_for", "supposed", "unsaid", "wished"]


def supposed(parse: Parse, token: int) -> bool:
    """Whether a clause is only supposed: it opens with "if", "whether", "until"…"""
    conditions = words("claims", "conditions")
    for mark in parse.children[token]:
        if parse.deps[mark] == "mark":
            before = [w.lower() for w in parse.words[max(0, mark - 1) : mark + 1]]
            if before == ["long", "as"] or parse.lemmas[mark].lower() in conditions:
                return True
    return False


def wished(parse: Parse, token: int) -> bool:
    """Whether a clause is only what somebody wishes, fears or guesses ("hoped that she would sign")."""
    dep, above = parse.deps[token], parse.heads[token]
    inner = dep in ("ccomp", "xcomp", "acl", "pcomp") and parse.tags[token] not in ("VBN", "VBG")
    return inner and parse.lemmas[above].lower() in words("claims", "wishing")


def unsaid(parse: Parse, token: int) -> bool:
    """Whether a clause hangs on a word that is denied: "gave no sign that she would sign", "did not say that
    he had signed". "Denied" itself is another matter: what is denied is told, with a "not".
    """
    if parse.deps[token] not in ("ccomp", "acl"):
        return False
    above = parse.heads[token]
    return any(
        parse.deps[c] == "neg" or parse.lemmas[c].lower() in ("no", "never", "neither")
        for c in parse.children[above]
    )


def asked_for(parse: Parse, token: int) -> bool:
    """Whether what a verb tells is only asked of somebody, hoped or guessed by what stands over it: "called
    on her to resign", "a call for her to resign", "wants him to resign".
    """
    if parse.deps[token] == "advcl" and parse.tags[token] == "VB":
        above = parse.heads[token]
        to = parse.child(token, "aux")
        on = any(parse.deps[c] == "prep" and parse.lemmas[c].lower() == "on" for c in parse.children[above])
        return to is not None and on and parse.lemmas[above].lower() in words("claims", "wishing")
    if wished(parse, token):
        return True
    return parse.deps[token] in ("ccomp", "xcomp", "acl") and parse.lemmas[
        parse.heads[token]
    ].lower() in words("claims", "wishing")
