"""The command line: parses words, calls the face, prints."""

from .main import app, main

__all__ = ["app", "main"]
