"""One tree of errors: catch `TwosourceError` and you have caught them all.

    TwosourceError
    ├── InputError          an input cannot be read: `source` names it, `why` says what to do
    │   └── LanguageError   it is readable, but not in a language that twosource reads
    ├── UsageError          the call itself is wrong
    └── ModelError          a language model is missing or is not the file it should be

Every message is one line that names the input and says what to do.
"""

__all__ = ["InputError", "LanguageError", "ModelError", "TwosourceError", "UsageError"]


class TwosourceError(Exception):
    """The root of everything twosource raises on purpose."""


class InputError(TwosourceError):
    """An input that cannot be read; the rest of the inputs are not affected."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"{source}: {why}")
        self.source = source
        self.why = why

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        """Two arguments in, two out, so that the error crosses a process boundary."""
        return type(self), (self.source, self.why)


class LanguageError(InputError):
    """A report in a language that twosource does not read; it is named and set aside."""


class UsageError(TwosourceError):
    """The call itself is wrong: an unknown format, no input, a file where a folder is asked for."""


class ModelError(TwosourceError):
    """A model package is missing or altered; the message says which command installs it."""
