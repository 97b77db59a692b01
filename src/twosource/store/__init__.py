"""What is kept on disk. Only this room knows SQL."""

from .sentences import DiskCache, cache_folder

__all__ = ["DiskCache", "cache_folder"]
