"""The record shown in README.md, as the program prints it. `python -m tests.readme_block` writes it anew."""

import re
import sys
from itertools import pairwise
from pathlib import Path

from twosource import Report, load, read_all, record
from twosource.render import terminal

__all__ = ["BLOCK", "README", "ROOT", "shown"]

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- record:start -->\n```text\n).*?(?=```\n<!-- record:end -->)", re.DOTALL)

_HEADING = re.compile(r"[A-Z]{3,}\b")
_SECTIONS = ("BRIEF", "CONFLICTS", "STANDOFF", "REPORTS")


def shown() -> str:
    """The top of the example's record and four of its sections; an ellipsis stands for what is left out."""
    reports = [r for r in load(ROOT / "examples" / "herring-talks") if isinstance(r, Report)]
    text = terminal(record(list(read_all(reports))), width=80, color=False)
    kept: list[str] = []
    keep = True
    lines = text.rstrip().split("\n")
    for before, line in pairwise(["", *lines]):
        if not before and kept and _HEADING.match(line):
            was, keep = keep, line.startswith(_SECTIONS)
            if was and not keep:
                kept += ["…", ""]
        if keep:
            kept.append(line)
    return "\n".join(kept) + "\n"


def main() -> None:
    """Puts the record into README.md."""
    text = README.read_text("utf-8")
    block = shown()
    README.write_text(BLOCK.sub(lambda _: block, text), "utf-8")
    sys.stdout.write(block)


if __name__ == "__main__":
    main()
