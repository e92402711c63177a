"""Light and dark. Red only for time over and a failed save; amber for missing and little left."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="facilitator-dark",
    primary="#7aa2c8",
    secondary="#8fb3a5",
    accent="#c8a86b",
    foreground="#d8dce2",
    background="#15181c",
    surface="#1b1f24",
    panel="#232a31",
    success="#8fbf8f",
    warning="#e0a93e",
    error="#e5645c",
    dark=True,
    variables={
        "block-cursor-background": "#d8dce2",
        "block-cursor-foreground": "#15181c",
        "footer-key-foreground": "#9cc3e6",
        "input-selection-background": "#3b5568",
    },
)

LIGHT = Theme(
    name="facilitator-light",
    primary="#1f5f8b",
    secondary="#2f6f5e",
    accent="#8a6414",
    foreground="#1d2127",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e7e4dc",
    success="#2d6a2d",
    warning="#8f5a00",
    error="#b3261e",
    dark=False,
    variables={
        "block-cursor-background": "#1d2127",
        "block-cursor-foreground": "#fbfaf7",
        "footer-key-foreground": "#1f5f8b",
        "input-selection-background": "#bcd3e4",
    },
)

THEMES = {"dark": DARK, "light": LIGHT}
