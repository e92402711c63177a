"""Dark, light and high contrast. Red only for time over and a failed save; amber (yellow) for
missing and little left."""

from __future__ import annotations

from textual.theme import Theme

from facilitator.settings import ThemeName

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

CONTRAST = Theme(
    name="facilitator-contrast",
    primary="#ffff00",
    secondary="#ffffff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    success="#ffffff",
    warning="#ffff00",
    error="#ff8a8a",
    dark=True,
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#ffffff",
        "block-cursor-blurred-foreground": "#000000",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "footer-key-foreground": "#ffff00",
        "input-cursor-background": "#ffff00",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#ffff00",
        "input-selection-foreground": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-active": "#ffff00",
        "scrollbar-hover": "#ffff00",
        "scrollbar-background": "#000000",
        "text-muted": "#ffffff",
        "text-disabled": "#c8c8c8",
        "text-error": "#ff8a8a",
        "text-warning": "#ffff00",
    },
)
"""Every text at least 7:1 on black (WCAG 2.2, 1.4.6); what is chosen is black on yellow."""

THEMES: dict[ThemeName, Theme] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""In the order in which the command steps through them."""
