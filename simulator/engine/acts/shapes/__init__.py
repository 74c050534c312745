"""The acts themselves: what a lead can order. Their rules are in the modules of their families."""

from __future__ import annotations

from simulator.engine.acts.shapes import (
    arrange,
    communicate,
    decide,
    delegate,
    improve,
    incidents,
    people,
    prioritise,
    team,
)
from simulator.engine.acts.shapes.arrange import GiveRole as GiveRole
from simulator.engine.acts.shapes.arrange import LiftOrder as LiftOrder
from simulator.engine.acts.shapes.arrange import Pair as Pair
from simulator.engine.acts.shapes.arrange import Reserve as Reserve
from simulator.engine.acts.shapes.arrange import Role as Role
from simulator.engine.acts.shapes.arrange import Rule as Rule
from simulator.engine.acts.shapes.arrange import StandingOrder as StandingOrder
from simulator.engine.acts.shapes.communicate import Acknowledge as Acknowledge
from simulator.engine.acts.shapes.communicate import Answer as Answer
from simulator.engine.acts.shapes.communicate import Ask as Ask
from simulator.engine.acts.shapes.communicate import Escalate as Escalate
from simulator.engine.acts.shapes.communicate import HandOver as HandOver
from simulator.engine.acts.shapes.communicate import Message as Message
from simulator.engine.acts.shapes.communicate import NotNow as NotNow
from simulator.engine.acts.shapes.decide import Decide as Decide
from simulator.engine.acts.shapes.decide import Declare as Declare
from simulator.engine.acts.shapes.decide import Workaround as Workaround
from simulator.engine.acts.shapes.delegate import Assign as Assign
from simulator.engine.acts.shapes.delegate import CheckIn as CheckIn
from simulator.engine.acts.shapes.delegate import GoAhead as GoAhead
from simulator.engine.acts.shapes.delegate import Leave as Leave
from simulator.engine.acts.shapes.delegate import Reassign as Reassign
from simulator.engine.acts.shapes.delegate import Take as Take
from simulator.engine.acts.shapes.delegate import Withdraw as Withdraw
from simulator.engine.acts.shapes.ids import AnalystId as AnalystId
from simulator.engine.acts.shapes.ids import IncidentId as IncidentId
from simulator.engine.acts.shapes.ids import KindId as KindId
from simulator.engine.acts.shapes.ids import Order as Order
from simulator.engine.acts.shapes.ids import StakeholderId as StakeholderId
from simulator.engine.acts.shapes.ids import Style as Style
from simulator.engine.acts.shapes.ids import Task as Task
from simulator.engine.acts.shapes.ids import TicketId as TicketId
from simulator.engine.acts.shapes.improve import OpenProblem as OpenProblem
from simulator.engine.acts.shapes.improve import ProposeAutomation as ProposeAutomation
from simulator.engine.acts.shapes.improve import SampleTickets as SampleTickets
from simulator.engine.acts.shapes.improve import Study as Study
from simulator.engine.acts.shapes.improve import WriteArticle as WriteArticle
from simulator.engine.acts.shapes.incidents import CallVendor as CallVendor
from simulator.engine.acts.shapes.incidents import FreezeChange as FreezeChange
from simulator.engine.acts.shapes.incidents import HoldReview as HoldReview
from simulator.engine.acts.shapes.incidents import Investigate as Investigate
from simulator.engine.acts.shapes.incidents import Join as Join
from simulator.engine.acts.shapes.incidents import Release as Release
from simulator.engine.acts.shapes.incidents import Reverse as Reverse
from simulator.engine.acts.shapes.incidents import Rollback as Rollback
from simulator.engine.acts.shapes.incidents import SetSeverity as SetSeverity
from simulator.engine.acts.shapes.incidents import UnfreezeChange as UnfreezeChange
from simulator.engine.acts.shapes.incidents import Verify as Verify
from simulator.engine.acts.shapes.people import Listen as Listen
from simulator.engine.acts.shapes.people import Recognise as Recognise
from simulator.engine.acts.shapes.people import Review as Review
from simulator.engine.acts.shapes.people import SendOnBreak as SendOnBreak
from simulator.engine.acts.shapes.people import TalkThrough as TalkThrough
from simulator.engine.acts.shapes.prioritise import Brief as Brief
from simulator.engine.acts.shapes.prioritise import Decline as Decline
from simulator.engine.acts.shapes.prioritise import Defer as Defer
from simulator.engine.acts.shapes.prioritise import Link as Link
from simulator.engine.acts.shapes.prioritise import Phones as Phones
from simulator.engine.acts.shapes.prioritise import SetPriority as SetPriority
from simulator.engine.acts.shapes.prioritise import Triage as Triage
from simulator.engine.acts.shapes.team import ApplyStandard as ApplyStandard
from simulator.engine.acts.shapes.team import AskManager as AskManager
from simulator.engine.acts.shapes.team import AskOvertime as AskOvertime
from simulator.engine.acts.shapes.team import Coach as Coach
from simulator.engine.acts.shapes.team import GiveFeedback as GiveFeedback
from simulator.engine.acts.shapes.team import OneOnOne as OneOnOne
from simulator.engine.acts.shapes.team import Protect as Protect

SHAPES = (
    *prioritise.SHAPES,
    *delegate.SHAPES,
    *arrange.SHAPES,
    *communicate.SHAPES,
    *decide.SHAPES,
    *incidents.SHAPES,
    *people.SHAPES,
    *team.SHAPES,
    *improve.SHAPES,
)
"""Every kind of act, in the order of help pages."""

AnyAct = (
    prioritise.AnyPrioritise
    | delegate.AnyDelegate
    | arrange.AnyArrange
    | communicate.AnyCommunicate
    | decide.AnyDecide
    | incidents.AnyIncident
    | people.AnyPeople
    | team.AnyTeam
    | improve.AnyImprove
)
