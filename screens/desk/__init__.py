"""The minutes desk: what is missing beside the minutes as they will read; mend, decide, export."""
