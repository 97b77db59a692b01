"""A stream of reports → stories: which reports tell of the same thing."""

from .grouping import group

__all__ = ["group"]
