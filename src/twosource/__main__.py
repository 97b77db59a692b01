"""`python -m twosource`: the command line."""

from twosource.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
