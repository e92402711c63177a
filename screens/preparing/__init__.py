"""The three parts of preparing a meeting: head data, agenda, people.

Each is pure: it says how its rows look and which changes a key or a typed line makes. The screen
records them.
"""
