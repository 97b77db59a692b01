"""README.md and docs/ say what is so: the commands, the options, the snippet, the record shown, the links."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from tests.readme_block import BLOCK, README, ROOT, shown
from twosource.cli import app

Command = TyperGroup | TyperCommand

DOCS = ROOT / "docs"
PAGES = (README, *sorted(DOCS.glob("*.md")), ROOT / "examples" / "README.md", ROOT / "CHANGELOG.md")


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def fenced(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)


def under(heading: str) -> str:
    """The README from a heading to the next of its level."""
    (found,) = re.findall(
        rf"^## {heading}\n(.*?)(?=^## |\Z)", text_of(README), flags=re.DOTALL | re.MULTILINE
    )
    return str(found)


def commands() -> Iterator[tuple[str, Command]]:
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    yield "", root
    for name, command in root.commands.items():
        assert isinstance(command, TyperCommand)
        yield name, command


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda x: x if isinstance(x, str) else "")
def test_every_command_and_option_is_documented(name: str, command: Command) -> None:
    text = text_of(DOCS / "commands.md")
    heading = f"## `twosource {name}" if name else "## Options of the program"
    assert heading in text, f"docs/commands.md has no section for {name or 'the program'}"
    section = text.split(heading, 1)[1].split("\n## ")[0]
    common = text.split("## Options of every command", 1)[1].split("\n## ")[0]
    for parameter in command.params:
        for option in (*parameter.opts, *parameter.secondary_opts):
            if not option.startswith("--"):
                assert not option.startswith("-") or f"`{option} " in common, f"{name} {option}"
            else:
                assert f"`{option}`" in section, f"docs/commands.md, {heading}: {option} is not documented"


def test_every_documented_option_is_one() -> None:
    real = {o for _, c in commands() for p in c.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    for page in (README, DOCS / "commands.md"):
        written = set(re.findall(r"`(--[a-z-]+)", text_of(page)))
        assert written <= real, f"{page.name}: {written - real}"


@pytest.mark.parametrize("name", [n for n, _ in commands() if n])
def test_the_readme_lists_every_command(name: str) -> None:
    assert f"| `twosource {name} " in under("Commands")


def test_each_of_the_two_commands_is_one_line_and_names_what_is_there() -> None:
    for heading, last in (("See it", ".venv/bin/twosource record "), ("Run the tests", ".venv/bin/pytest")):
        (block, *_) = fenced(under(heading), "sh")
        (line,) = block.strip().split("\n")
        assert line.startswith("python3 -m venv .venv && ")
        assert last in line
        for path in re.findall(r"examples/\S+", line):
            assert (ROOT / path).is_dir()


def test_ci_runs_the_tests_as_the_readme_gives_them() -> None:
    script = ROOT / ".ci" / "run"
    if not script.is_file():
        pytest.skip("no .ci/run beside the tests")
    assert "## Run the tests" in text_of(script)


def test_the_python_snippet_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (snippet,) = fenced(text_of(README), "python")
    exec(compile(snippet, "README.md", "exec"), {"__name__": "readme"})
    out = capsys.readouterr().out
    assert "postponed" in out
    assert " <- " in out


def test_the_record_shown_is_what_the_program_prints() -> None:
    found = BLOCK.search(text_of(README))
    assert found is not None, "README.md has no record between its marks"
    assert found.group() == shown(), "bring it up to date: python -m tests.readme_block"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", text_of(page)):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
