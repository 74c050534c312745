"""What the acts of the lead cost, in lead minutes: by act, or by act and audience. Source: J."""

Costs = tuple[tuple[str, int], ...]

DEFAULT_COSTS: Costs = (
    ("acknowledge", 1), ("alongside", 5), ("answer", 3), ("apply-standard", 3), ("ask", 2),
    ("ask-manager", 3), ("ask-overtime", 2), ("assign", 3), ("brief", 4), ("call-vendor", 4),
    ("check-in", 2), ("coach", 4), ("decide", 2), ("declare", 2), ("decline", 2), ("defer", 2),
    ("escalate", 4), ("freeze-change", 2), ("give-feedback", 3), ("give-role", 2), ("go-ahead", 1),
    ("hand-over", 5), ("hold-review", 20), ("investigate", 2), ("join", 2), ("leave", 2),
    ("lift-order", 1), ("link", 1), ("listen", 5), ("message-desk", 2), ("message-executive", 4),
    ("message-users", 3), ("message-vendor", 4), ("not-now", 0), ("one-on-one", 6),
    ("one-on-one-topic", 3), ("open-problem", 3), ("pair", 3), ("phones", 1),
    ("propose-automation", 5), ("protect", 1), ("reassign", 3), ("recognise", 1), ("release", 1),
    ("reserve", 1), ("reverse", 2), ("review", 3), ("rollback", 2), ("sample-tickets", 4),
    ("send-on-break", 1), ("set-priority", 1), ("set-severity", 1), ("standing-order", 3),
    ("study", 5), ("talk-through", 10), ("triage", 2), ("unfreeze-change", 1), ("verify", 3),
    ("withdraw", 0), ("workaround", 2), ("write-article", 3),
)  # fmt: skip
