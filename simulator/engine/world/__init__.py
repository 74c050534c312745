"""What a scenario says, as plain frozen values: shared by all forks, never changed, never pickled.

All minutes count from the start of the shift. Texts ride along for screens and reports; no rule
reads them.
"""

from simulator.engine.world.changes import PlannedChange
from simulator.engine.world.contracts import Clause, Contract
from simulator.engine.world.course import (
    Alert,
    Factor,
    Follows,
    Recovery,
    Remedy,
    ReviewSpec,
    Theory,
)
from simulator.engine.world.forms import Form
from simulator.engine.world.incidents import (
    Contacts,
    IncidentSpec,
    Outcome,
    Permit,
    Risk,
    Step,
    Way,
)
from simulator.engine.world.outside import Answer, Patience, StakeholderSpec, TakeOver
from simulator.engine.world.people import AnalystSpec, ConflictSpec, Saying
from simulator.engine.world.story import (
    Choice,
    Condition,
    DecisionSpec,
    Effect,
    FactSpec,
    Hint,
    Question,
    Reason,
    SceneSpec,
    StorySpec,
    WindowSpec,
    Wording,
)
from simulator.engine.world.tickets import Callers, PriorityShare, Profile, TicketKind, TicketSpec
from simulator.engine.world.values import Moment, Span, always
from simulator.engine.world.whole import Authority, World

__all__ = [
    "Alert",
    "AnalystSpec",
    "Answer",
    "Authority",
    "Callers",
    "Choice",
    "Clause",
    "Condition",
    "ConflictSpec",
    "Contacts",
    "Contract",
    "DecisionSpec",
    "Effect",
    "FactSpec",
    "Factor",
    "Follows",
    "Form",
    "Hint",
    "IncidentSpec",
    "Moment",
    "Outcome",
    "Patience",
    "Permit",
    "PlannedChange",
    "PriorityShare",
    "Profile",
    "Question",
    "Reason",
    "Recovery",
    "Remedy",
    "ReviewSpec",
    "Risk",
    "Saying",
    "SceneSpec",
    "Span",
    "StakeholderSpec",
    "Step",
    "StorySpec",
    "TakeOver",
    "Theory",
    "TicketKind",
    "TicketSpec",
    "Way",
    "WindowSpec",
    "Wording",
    "World",
    "always",
]
