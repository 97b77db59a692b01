"""What `pip install twosource` brings: no CUDA, no torch, nothing that is only under the GPL."""

import re
from importlib.metadata import PackageNotFoundError, distribution

import pytest

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_BARRED = re.compile(r"^(nvidia|torch|tensorflow|cupy|triton|jax)", re.IGNORECASE)


def _closure(root: str) -> dict[str, str]:
    """Every package that `root` needs at run time, by name, with what it says of its licence."""
    found: dict[str, str] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in found:
            continue
        try:
            it = distribution(name)
        except PackageNotFoundError:
            continue  # for another platform or Python
        classifiers = [c for c in it.metadata.get_all("Classifier", []) if c.startswith("License")]
        expression = "".join(it.metadata.get_all("License-Expression", []))
        found[name] = " | ".join([expression, *classifiers])
        for line in it.requires or []:
            wanted = _NAME.match(line)
            if wanted and "extra ==" not in line:
                waiting.append(wanted.group())
    return found


@pytest.fixture(scope="module")
def closure() -> dict[str, str]:
    return _closure("twosource")


def test_the_closure_is_looked_through(closure: dict[str, str]) -> None:
    assert {"twosource", "spacy", "onnxruntime", "trafilatura"} <= set(closure)


def test_no_gpu_package(closure: dict[str, str]) -> None:
    assert not [name for name in closure if _BARRED.match(name)]


def test_no_package_is_gpl_only(closure: dict[str, str]) -> None:
    def gpl_only(licence: str) -> bool:
        low = licence.replace("Lesser General Public", "LGPL").replace("LGPL", "lesser")
        bound = "GPL" in low or "General Public License" in low
        free = any(
            word in low
            for word in ("MIT", "BSD", "Apache", "MPL", "Mozilla", "ISC", "lesser", "PSF", "Python")
        )
        return bound and not free

    assert not {name: licence for name, licence in closure.items() if gpl_only(licence)}
