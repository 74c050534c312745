"""What the lead can see, as frozen values: signs and places, never the numbers behind.

What a lead looks at many times a minute is a named tuple: made in a quarter of the time.
"""

from simulator.engine.seen.incidents import ChangeView, IncidentView
from simulator.engine.seen.people import AnalystView, ConflictView, StakeholderView
from simulator.engine.seen.said import (
    ChoiceView,
    DecisionView,
    FactView,
    PromiseView,
    QuestionView,
    SceneView,
    WordingView,
)
from simulator.engine.seen.tickets import CallView, TicketView
from simulator.engine.seen.top import Agenda, Header, InHand

__all__ = [
    "Agenda", "AnalystView", "CallView", "ChangeView", "ChoiceView", "ConflictView",
    "DecisionView", "FactView", "Header", "InHand", "IncidentView", "PromiseView",
    "QuestionView", "SceneView", "StakeholderView", "TicketView", "WordingView",
]  # fmt: skip
