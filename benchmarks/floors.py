"""Runs the accuracy scorers on gold data and fails when a figure falls below its floor in floors.toml.

    TWOSOURCE_GOLD=FOLDER python benchmarks/floors.py [TASK...]

FOLDER holds `eval` (the scorers) and `data` (the gold). Without it the floors are skipped, with a line that
says so: the gold data is third-party text and no part of this project. Prints a table, one row a measure.
"""

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
_ROW = re.compile(
    r"^ *(?P<name>\S.*?) {2,}(?:\d+ of +\d+ +)?(?P<value>-?\d+\.\d+)\s*$|^story mean (?P<mean>\d\.\d+)"
)


def figures(gold: Path, task: str, words: list[str]) -> dict[str, float]:
    """The rows that a scorer prints, by name."""
    program = os.environ.get("TWOSOURCE") or shutil.which("twosource") or f"{sys.executable} -m twosource"
    env = dict(os.environ, TS_DATA=str(gold / "data"), TWOSOURCE=program)
    done = subprocess.run(
        [sys.executable, *words], check=False, cwd=gold / "eval", env=env, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{task}: the scorer failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    found = {}
    for line in done.stdout.splitlines():
        if match := _ROW.match(line):
            name = match["name"] or "story mean"
            found[name] = float(match["value"] or match["mean"])
    return found


def held(name: str, value: float | None, bound: float, *, floor: bool) -> bool:
    """Whether a figure keeps to its bound; prints its row."""
    ok = value is not None and (value >= bound if floor else value <= bound)
    shown = "missing" if value is None else f"{value:.3f}"
    kind = "floor" if floor else "ceiling"
    print(f"  {name:40} {shown:>8}  {kind} {bound:.3f}  {'ok' if ok else 'NOT HELD'}", flush=True)
    return ok


def main() -> int:
    """0 when every figure reaches its floor, or when there is no gold data."""
    folder = os.environ.get("TWOSOURCE_GOLD")
    if not folder or not Path(folder, "eval", "score.py").is_file():
        print("floors: skipped, no gold data here (set TWOSOURCE_GOLD to a folder with eval and data)")
        return 0
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    wanted = sys.argv[1:] or list(floors)
    low = 0
    for task in wanted:
        start = time.perf_counter()
        found = figures(Path(folder).resolve(), task, floors[task]["command"])
        print(f"{task} ({time.perf_counter() - start:.0f} s)")
        for name, bound in floors[task].get("floors", {}).items():
            low += not held(name, found.get(name), bound, floor=True)
        for name, bound in floors[task].get("ceilings", {}).items():
            low += not held(name, found.get(name), bound, floor=False)
    print(f"floors: {low} not held" if low else "floors: all held")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
