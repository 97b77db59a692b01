"""[Reading] → Record: reports side by side."""

from .compare import compare_all
from .days import infer_days
from .weigh import weigh

__all__ = ["compare_all", "infer_days", "weigh"]
