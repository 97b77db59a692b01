"""Time and memory of the copy index on generated reports: 1,000, 10,000 and 100,000 by default.

    python benchmarks/copy_index.py [COUNT ...]

A fifth of the reports are reprints, cuts or spun copies of earlier ones; a tenth of each text is furniture that
its outlet prints under everything. Each count runs in a process of its own. Prints the time, the processor
time a report, the most memory, and how many of the copies (and of the others) were told rightly.
"""

import random
import resource
import subprocess
import sys
import time

from twosource.model import Report
from twosource.weighing.copies import find_copies

COUNTS = (1_000, 10_000, 100_000)
_LENGTH = 260  # words of a report


def generated(count: int) -> tuple[list[Report], list[int | None]]:
    """Reports, and for each the number of the report it was made from."""
    draw = random.Random(5)
    vocabulary = [
        "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(2, 4)))
        for _ in range(20_000)
    ]
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]
    outlets = [f"Outlet {n}" for n in range(max(20, count // 50))]
    feet = {o: " ".join(draw.choices(vocabulary, k=25)) for o in outlets}
    bodies: list[list[str]] = []
    reports: list[Report] = []
    origins: list[int | None] = []
    for number in range(count):
        origin = draw.randrange(number) if number > 10 and draw.random() < 0.2 else None
        if origin is None:
            body = draw.choices(vocabulary, weights, k=_LENGTH)
        else:
            body = list(bodies[origin])
            if draw.random() < 0.5:
                body = body[: max(60, int(len(body) * draw.uniform(0.4, 0.9)))]
            if draw.random() < 0.5:
                body = [draw.choice(vocabulary) if draw.random() < 0.03 else w for w in body]
        bodies.append(body)
        origins.append(origin)
        outlet = draw.choice(outlets)
        lines = [" ".join(body[i : i + 20]).capitalize() + "." for i in range(0, len(body), 20)]
        text = "\n".join(lines) + f"\n{feet[outlet].capitalize()}.\n"
        day = f"2031-{1 + number * 12 // count:02}-{1 + number % 28:02}"
        reports.append(Report(id=f"r{number}", text=text, outlet=outlet, published=day))
    return reports, origins


def measure(count: int) -> None:
    """One run: prints a line."""
    reports, origins = generated(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, used = time.perf_counter(), time.process_time()
    found = find_copies(reports)
    taken, used = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    copied = {o for o in origins if o is not None}
    hit = sum(c.copy_of is not None for c, o in zip(found, origins, strict=True) if o is not None)
    made = sum(o is not None for o in origins)
    false = sum(
        c.copy_of is not None
        for n, (c, o) in enumerate(zip(found, origins, strict=True))
        if o is None and n not in copied
    )
    print(
        f"{count:7} reports: {taken:7.1f} s ({1000 * used / count:.2f} ms of processor a report), {peak / 1024:.0f} MB at most "
        f"({(peak - before) / 1024:.0f} MB for the index); copies found {hit} of {made}, "
        f"false {false} of {count - made}",
        flush=True,
    )


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        measure(int(sys.argv[2]))
    else:
        for wanted in [int(x) for x in sys.argv[1:]] or COUNTS:
            subprocess.run([sys.executable, __file__, "--one", str(wanted)], check=True)
