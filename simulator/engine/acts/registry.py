"""The registry of acts.

Keys, palette, plain-mode lines, `docs/acts.md`, the strategies' vocabulary and the JSON of run
files all come from `ACTS`. A new act is one class, one rule, one line in the table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.engine.acts import (
    arranging,
    changes,
    coaching,
    communicate,
    course,
    decide,
    declining,
    delegate,
    giving,
    hours,
    improve,
    messages,
    moving,
    own_hands,
    people,
    prioritise,
    responders,
    reviews,
    shapes,
    sharing,
    studies,
    talks,
    telephones,
    ways,
)
from simulator.engine.authority import Need

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from simulator.engine.acts.base import ActRule
    from simulator.engine.log import Ref


@dataclass(frozen=True, slots=True)
class Registered:
    """One kind of act, with all that screens and documents need of it."""

    shape: type[Any]
    rule: ActRule[Any]
    title: str
    """What a menu shows."""
    help: str
    """One sentence: what it does and when it helps."""
    about: Callable[[Any], Ref] = lambda act: ""
    """What an act is about."""
    begun: Callable[[Any, Any, int], None] | None = None
    """What happens as soon as the clock moves on after it was begun: (state, act, entry)."""
    left: Callable[[Any, Any, int, int], None] | None = None
    """What happens when it is left: (state, act, entry, minutes spent)."""
    needs: Callable[[Any, Any], Iterable[Need]] | None = None
    """The powers it uses: (state, act); the act's own kind where nothing more is said."""
    own_kind: tuple[Need, ...] = field(init=False)
    """The power that its kind alone uses."""

    def __post_init__(self) -> None:
        """Write down once what every act of this kind needs."""
        object.__setattr__(self, "own_kind", (Need((self.shape.kind,)),))

    def powers(self, state: Any, act: Any) -> Iterable[Need]:
        """Return the powers an act uses."""
        return self.own_kind if self.needs is None else self.needs(state, act)


def _about_task(act: Any) -> str:
    return str(act.task)


def _about_ticket(act: Any) -> str:
    return f"ticket:{act.ticket}"


def _about_incident(act: Any) -> str:
    return f"incident:{act.incident}"


def _about_change(act: Any) -> str:
    return f"change:{act.change}"


def _about_person(act: Any) -> str:
    return f"analyst:{act.person}"


_TABLE: tuple[Registered, ...] = (
    Registered(shapes.Brief, prioritise.BriefRule(), "Brief the team",
               "Say what comes first, so that nobody has to guess what to pull next."),
    Registered(shapes.Triage, prioritise.TriageRule(), "Open a ticket",
               "Read it properly and find out what it is really about.", _about_ticket),
    Registered(shapes.SetPriority, prioritise.SetPriorityRule(), "Set priority",
               "Change a ticket's priority; its clocks follow.", _about_ticket),
    Registered(shapes.Link, prioritise.LinkRule(), "Link duplicates",
               "Fold all tickets about an incident into it, so that nobody works them singly.",
               _about_incident),
    Registered(shapes.Phones, telephones.PhonesRule(), "Telephones",
               "Put somebody on the telephones for a peak, or take them off for hard work.",
               _about_person),
    Registered(shapes.Defer, declining.DeferRule(), "Put off",
               "Put a ticket off to a later time, and tell its sender when and why.",
               _about_ticket),
    Registered(shapes.Decline, declining.DeclineRule(), "Decline",
               "Say no to a ticket, with a reason; it is closed.", _about_ticket),
    Registered(shapes.Assign, giving.AssignRule(), "Give away",
               "Give a task to one person, with an outcome, limits, a due time and a check-in.",
               _about_task, needs=giving.needs),
    Registered(shapes.Reassign, moving.ReassignRule(), "Move to somebody else",
               "Move a task; without a note the next person starts over.", _about_task,
               needs=giving.needs),
    Registered(shapes.GoAhead, delegate.GoAheadRule(), "Say go ahead",
               "Let somebody who waits for your word go on.", _about_task, needs=delegate.needs),
    Registered(shapes.CheckIn, delegate.CheckInRule(), "Check in",
               "Look in on somebody's task, best at the minute you agreed.", _about_person),
    Registered(shapes.Take, own_hands.TakeRule(), "Do it yourself",
               "Work on it with your own hands; nothing else of yours moves meanwhile.",
               _about_task, own_hands.begin_take, own_hands.leave_take, own_hands.needs),
    Registered(shapes.Leave, own_hands.LeaveRule(), "Leave what you are doing",
               "Put down the act in hand; a ticket goes back with a note."),
    Registered(shapes.Reserve, arranging.ReserveRule(), "Keep somebody free",
               "Keep somebody's time free for a purpose, so that the queue does not eat it.",
               _about_person),
    Registered(shapes.StandingOrder, arranging.StandingOrderRule(), "Standing order",
               "Give a rule once that people then follow by themselves.",
               needs=arranging.needs),
    Registered(shapes.LiftOrder, arranging.LiftOrderRule(), "Lift a standing order",
               "Say that a rule counts no more."),
    Registered(shapes.GiveRole, sharing.GiveRoleRule(), "Give a role",
               "Give a role in an incident to somebody, who then does what it asks for.",
               lambda act: f"incident:{act.incident}"),
    Registered(shapes.Pair, sharing.PairRule(), "Pair two people",
               "Let somebody learn beside somebody who knows more.", _about_person),
    Registered(shapes.Message, messages.MessageRule(), "Write a message",
               "Tell an audience what is known, what is not, and when they hear next.",
               lambda act: f"stakeholder:{act.to}"),
    Registered(shapes.Answer, communicate.AnswerRule(), "Answer",
               "Answer somebody who wants a word with you.", lambda act: act.scene,
               communicate.begin_answer),
    Registered(shapes.NotNow, communicate.NotNowRule(), "Not now",
               "Put somebody off; their patience runs on.", lambda act: act.scene),
    Registered(shapes.Acknowledge, communicate.AcknowledgeRule(), "Acknowledge",
               "Tell the sender that the ticket was seen.", _about_ticket),
    Registered(shapes.Ask, communicate.AskRule(), "Ask",
               "Ask somebody a question and listen to the answer.", lambda act: act.who),
    Registered(shapes.Escalate, communicate.EscalateRule(), "Ask above or outside",
               "Ask somebody for what is theirs to do or to allow, with the evidence they need.",
               lambda act: f"stakeholder:{act.to}"),
    Registered(shapes.HandOver, communicate.HandOverRule(), "Hand over the shift",
               "Pass on what is open, promised and known to whoever comes next."),
    Registered(shapes.Declare, decide.DeclareRule(), "Declare an incident",
               "Say that this is an incident and how severe; in doubt, the higher.",
               _about_incident),
    Registered(shapes.Workaround, ways.WorkaroundRule(), "Order a way out",
               "Put a workaround or a rollback in place, if it is yours to order.",
               _about_incident, needs=ways.needs),
    Registered(shapes.Decide, decide.DecideRule(), "Record a decision",
               "Write down what, why, from when, and what happens if it fails.",
               lambda act: act.what),
    Registered(shapes.Investigate, course.InvestigateRule(), "Look into a theory",
               "Direct who works on it at a possible cause, or let their skill choose.",
               _about_incident),
    Registered(shapes.SetSeverity, course.SetSeverityRule(), "Set severity",
               "Raise or lower it: it decides who can be called and which clauses hold.",
               _about_incident),
    Registered(shapes.Rollback, ways.RollbackRule(), "Roll back",
               "Go back to what worked, and say what happens if that fails.", _about_incident,
               needs=ways.needs),
    Registered(shapes.Reverse, ways.ReverseRule(), "Take a way out back",
               "Take a workaround or a rollback out of place again.", _about_incident),
    Registered(shapes.Verify, course.VerifyRule(), "Confirm that it is back",
               "Ask users, or look at monitoring, before anybody hears that it is over.",
               _about_incident),
    Registered(shapes.FreezeChange, changes.FreezeChangeRule(), "Freeze a change",
               "Hold a planned change back that could make an incident worse.", _about_change,
               needs=changes.needs),
    Registered(shapes.UnfreezeChange, changes.UnfreezeChangeRule(), "Unfreeze a change",
               "Let a change go on that was held back.", _about_change),
    Registered(shapes.CallVendor, responders.CallVendorRule(), "Call on a contract",
               "Call somebody outside with the clause that applies and the facts they need.",
               lambda act: f"stakeholder:{act.to}"),
    Registered(shapes.Join, responders.JoinRule(), "Bring somebody in",
               "Bring one more person onto an incident.", _about_person),
    Registered(shapes.Release, responders.ReleaseRule(), "Release",
               "Let somebody go back to their own work who is not needed any more.",
               _about_person),
    Registered(shapes.HoldReview, reviews.HoldReviewRule(), "Hold a review",
               "Find out together what contributed, and who does what about it by when.",
               _about_incident),
    Registered(shapes.SendOnBreak, people.SendOnBreakRule(), "Send on a break",
               "Send somebody away from the desk for ten minutes.", _about_person),
    Registered(shapes.Listen, people.ListenRule(), "Listen",
               "Sit down with somebody and listen.", _about_person),
    Registered(shapes.TalkThrough, people.TalkThroughRule(), "Talk it through together",
               "Bring two people together over what happened between them.",
               lambda act: f"conflict:{act.conflict}"),
    Registered(shapes.Recognise, people.RecogniseRule(), "Thank for a deed",
               "Thank somebody for one thing they really did.", _about_person),
    Registered(shapes.Review, people.ReviewRule(), "Go through it afterwards",
               "Go through finished work with the person who did it.", _about_person),
    Registered(shapes.OneOnOne, talks.OneOnOneRule(), "One-on-one",
               "Take time for one person: workload, growth, morale, or what worries them.",
               _about_person),
    Registered(shapes.Coach, coaching.CoachRule(), "Coach",
               "Take the next of five steps in one skill: gaps, goal, show, practise, review.",
               _about_person),
    Registered(shapes.GiveFeedback, talks.GiveFeedbackRule(), "Give feedback",
               "Say what somebody did, what it led to, and what comes next.", _about_person),
    Registered(shapes.ApplyStandard, talks.ApplyStandardRule(), "Answer a lapse",
               "Answer a lapse the way you answer it for everybody.", _about_person),
    Registered(shapes.AskOvertime, hours.AskOvertimeRule(), "Ask to stay longer",
               "Ask somebody to stay past their shift; not everybody can.", _about_person),
    Registered(shapes.Protect, hours.ProtectRule(), "Keep from interruptions",
               "Keep calls, look-ins and questions away from somebody for a while.",
               _about_person),
    Registered(shapes.AskManager, hours.AskManagerRule(), "Ask your manager",
               "Ask your own manager for a person, for an authority, or for time.",
               lambda act: f"stakeholder:{act.to}"),
    Registered(shapes.WriteArticle, improve.WriteArticleRule(), "Have an article written",
               "Have what the desk knows of a kind of ticket written down, and checked.",
               lambda act: f"analyst:{act.author}"),
    Registered(shapes.OpenProblem, improve.OpenProblemRule(), "Open a problem record",
               "Say that something keeps coming, with the tickets that show it."),
    Registered(shapes.ProposeAutomation, improve.ProposeAutomationRule(), "Propose an automation",
               "Propose to automate a kind of ticket; it pays off after this shift."),
    Registered(shapes.Study, studies.StudyRule(), "Study the records",
               "Find out where returns come from, or what one person gets to do."),
    Registered(shapes.SampleTickets, studies.SampleTicketsRule(), "Read finished tickets",
               "Read some finished tickets of one person.", _about_person),
    Registered(shapes.Withdraw, own_hands.WithdrawRule(), "Take back",
               "Take back an act before the clock has moved on."),
)  # fmt: skip

ACTS: Mapping[str, Registered] = {one.shape.kind: one for one in _TABLE}
"""Every kind of act by its name, in the order of help pages."""
