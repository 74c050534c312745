"""The records a state is made of: slotted, changed in place by whoever owns them.

A fork shares them; the first write copies (`owning`). Feelings are kept in thousandths of a point,
as a value, the minute it held, and a rate per minute.
"""

NOBODY = ""
"""Who has what nobody has."""
LEAD = "lead"
"""The lead, where somebody's id is asked for."""
IN_TALK = "talk"
"""Where somebody is who sits in a talk with the lead."""
HERE = ("desk", IN_TALK, "break")
"""Where somebody is who goes on with what waits for them, now or soon."""
