import pickle

import pytest

from twosource import InputError, LanguageError, ModelError, TwosourceError, UsageError, errors

MADE = [
    TwosourceError("x"),
    InputError("a.txt", "is empty: give a report"),
    LanguageError("b.txt", "is in fr (French)"),
    UsageError("no report"),
    ModelError("not installed: pip install x"),
]


@pytest.mark.parametrize("error", MADE, ids=lambda e: type(e).__name__)
def test_errors_cross_a_process_boundary(error: TwosourceError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_an_input_error_names_its_input_and_what_to_do() -> None:
    error = InputError("a.txt", "is empty: give a report")
    assert (error.source, error.why) == ("a.txt", "is empty: give a report")
    assert str(error) == "a.txt: is empty: give a report"


def test_the_tree_is_the_one_that_its_docstring_draws() -> None:
    assert {type(e).__name__ for e in MADE} == set(errors.__all__)
    assert all(isinstance(e, TwosourceError) for e in MADE)
    assert issubclass(LanguageError, InputError)
    assert not issubclass(UsageError, InputError)
    assert errors.__doc__ is not None
    assert all(name in errors.__doc__ for name in errors.__all__)
