"""What changed between two versions of the minutes, in words."""

from facilitator.minutes.comparing.difference import Difference
from facilitator.minutes.comparing.documents import differences

__all__ = ["Difference", "differences"]
