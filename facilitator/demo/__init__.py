"""A workspace to try things in: an invented district, nobody real."""

from facilitator.demo.build import build_demo, welcome

__all__ = ["build_demo", "welcome"]
