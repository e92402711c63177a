"""OParl 1.1: a meeting as a council information system publishes it (https://oparl.org).

One file is one `Meeting` object of the standard with its agenda items and its place inside. What
an interface would answer at addresses of their own, and a file cannot (the body, its groups, the
people), stands in it as `facilitator:organization` and `facilitator:person`, each an object of the
standard again. What the standard has no word for (votes, action items, ...) is in fields of our
own, `facilitator:...`, as its chapter on extensions by vendors asks for.

OParl is public. So there is nothing in it of non-public items, of entries that are not for the
minutes, of earlier action items (whether they were born in public is not known), and nobody is
named who did not consent. What a person wrote into a public text stays as it is written.
"""

from facilitator.exchange.oparl.whole import oparl_json

__all__ = ["oparl_json"]
