"""A meeting as the document of its results: values only, laid out by the templates."""

from facilitator.minutes.document.model import MinutesDocument, Status
from facilitator.minutes.document.whole import document

__all__ = ["MinutesDocument", "Status", "document"]
