import ast
import subprocess
import sys
from pathlib import Path

import pytest

import twosource

SOURCE = Path(twosource.__file__).parent
ROOT = SOURCE.parent.parent
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = (
    "spacy numpy onnxruntime tokenizers trafilatura htmldate py3langid "
    "rich typer rapidfuzz msgspec rigour sqlite3"
)


def names(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_the_rooms_keep_to_their_direction() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    if not (ROOT / "pyproject.toml").is_file() or not linter.exists():
        pytest.skip("import-linter and the project's settings are not here")
    ran = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, check=False, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stdout[-2000:]


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_module_says_what_it_offers(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    offered: list[str] | None = None
    defined: set[str] = set()
    public: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            plain = [t.id for t in targets if isinstance(t, ast.Name)]
            defined.update(plain)
            if plain == ["__all__"] and node.value is not None:
                offered = ast.literal_eval(node.value)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            defined.update(a.asname or a.name for a in node.names)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            defined.add(node.name)
            if not node.name.startswith("_") and not any(
                isinstance(d, ast.Call) and "app" in ast.dump(d) for d in node.decorator_list
            ):
                public.add(node.name)
    assert offered is not None, "no __all__"
    assert set(offered) <= defined
    assert public <= set(offered)
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_no_module_is_long_or_reaches_into_another(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").startswith("twosource")):
            private = [a.name for a in node.names if a.name.startswith("_") and not a.name.startswith("__")]
            assert not private, f"{path.name} imports {private}"


@pytest.mark.parametrize(
    ("call", "light"),
    [
        ("import twosource", HEAVY),
        ("from twosource import *", HEAVY),
        ("import twosource.cli", HEAVY.replace("typer", "").replace("rich", "")),
    ],
)
def test_start_up_imports_nothing_heavy(call: str, light: str) -> None:
    code = f"{call}\nimport sys\nprint(*[m for m in {light.split()!r} if m in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == []


def test_help_imports_no_model_and_no_reader() -> None:
    code = (
        "import sys\nsys.argv = ['twosource', 'record', '--help']\nfrom twosource.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', *[m for m in {HEAVY.split()!r} if m in sys.modules and m not in ('typer', 'rich')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=60
    )
    assert "Usage: " in ran.stdout
    assert ran.stdout.splitlines()[-1] == "LOADED"
