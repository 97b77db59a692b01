"""A sheet of terminal text: headings, hanging paragraphs, colours only where they are asked for."""

import io
import re
from typing import Final

from rich.console import Console
from rich.text import Text

from .plain import one_line

__all__ = ["Part", "Sheet"]

Part = str | tuple[str, str]
"""Words, or words with a rich style. They are shown as they are: no markup is read in them."""

_PLURAL: Final = re.compile(r"(?<=\w)(?:ies|s)\b")
_WIDEST: Final = 100
_NARROWEST: Final = 40


class Sheet:
    """Lines of at most `width` cells, joined by `text()`. Lines longer than 100 cells tire the eye."""

    def __init__(self, *, width: int, color: bool) -> None:
        self.width = max(_NARROWEST, min(width, _WIDEST))
        self._console = Console(
            file=io.StringIO(),
            width=self.width,
            color_system="standard" if color else None,
            force_terminal=color,
            no_color=not color,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=False,
            _environ={},
        )
        self._color = color
        self._blank = True

    def gap(self) -> None:
        """One empty line, never two."""
        if not self._blank:
            self._console.print()
            self._blank = True

    def heading(self, words: str, note: str = "") -> None:
        """A section's name on a line of its own, after an empty line."""
        self.gap()
        self.line((words.upper(), "bold"), *([("  " + note, "dim")] if note else []))

    def line(self, *parts: Part, lead: str = "", indent: int | None = None, lead_style: str = "") -> None:
        """A paragraph after `lead`; its further lines stand `indent` cells in, else as deep as `lead`."""
        body = Text()
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            body.append(words, style=style)
        margin = len(lead) if indent is None else indent
        lines = body.wrap(self._console, self.width - margin, overflow="fold") or [Text()]
        for number, wrapped in enumerate(lines):
            wrapped.rstrip()
            first = lead.ljust(margin) if lead.strip() else lead
            head = Text(first, style=lead_style) if number == 0 else Text(" " * margin)
            shown = head + wrapped
            shown.rstrip()
            self._console.print(shown, soft_wrap=True)
        self._blank = False

    def more(self, count: int, what: str, *, hint: str = "", margin: int = 2) -> None:
        """`… and 14 more single-source claims`, where `count` is above zero."""
        if count == 1:
            what = _PLURAL.sub(lambda found: "y" if found[0] == "ies" else "", what)
        if count > 0:
            self.line((one_line(f"… and {count:,} more {what}{hint}"), "dim"), lead=" " * margin)

    def text(self) -> str:
        """All that was written."""
        file = self._console.file
        assert isinstance(file, io.StringIO)
        return file.getvalue()
