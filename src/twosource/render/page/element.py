"""HTML that is escaped by construction: what is not `Html` already becomes text."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from twosource.render.plain import plain, safe_url

__all__ = ["Child", "Html", "close_tag", "el", "join", "open_tag", "text"]

_VOID: Final = frozenset({"br", "hr", "meta"})
_LOCAL: Final = re.compile(r"#[a-z][a-z0-9-]*")


class Html(str):
    """Markup that this package wrote. Adding a plain string to it gives a plain string, escaped later."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
"""Html as it is, any other string escaped, None left out, iterables one after the other."""


def text(words: str) -> Html:
    """Words from anywhere, escaped, with nothing in them that could steer the reader."""
    return Html(escape(plain(words), quote=True))


def join(*children: Child) -> Html:
    """The children's markup, one after the other."""
    return Html("".join(_parts(children)))


def _parts(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield text(child)
        else:
            yield from _parts(child)


def open_tag(tag: str, **attributes: str | int | bool | None) -> Html:
    """`<tag …>`. `class_` gives class, `data_x` data-x; None and False are left out.

    Raises ValueError for a link that leads neither into the page nor to an http(s) address.
    """
    out = [f"<{tag}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        name = key.rstrip("_").replace("_", "-")
        if value is True:
            out.append(f" {name}")
            continue
        if isinstance(value, int):
            out.append(f' {name}="{value}"')
            continue
        shown = value
        if name == "href" and not (_LOCAL.fullmatch(shown) or safe_url(shown)):
            raise ValueError(f"not a link for a page: {shown[:80]!r}")
        out.append(f' {name}="{text(shown)}"')
    out.append(">")
    return Html("".join(out))


def close_tag(tag: str) -> Html:
    """`</tag>`."""
    return Html(f"</{tag}>")


def el(tag: str, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element with its children; void elements take none."""
    opened = open_tag(tag, **attributes)
    return opened if tag in _VOID else Html(f"{opened}{join(*children)}</{tag}>")
