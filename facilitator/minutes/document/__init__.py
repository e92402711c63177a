"""A meeting as the document that is asked for: values only, laid out in `paper`."""

from facilitator.minutes.document.asked import asked_for, part_of
from facilitator.minutes.document.model import MinutesDocument, Status
from facilitator.minutes.document.whole import document

__all__ = ["MinutesDocument", "Status", "asked_for", "document", "part_of"]
