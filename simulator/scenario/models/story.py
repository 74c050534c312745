"""What a scenario tells: facts, questions, scenes, messages, decisions, windows, hints."""

from typing import ClassVar, Literal

from pydantic import Field

from simulator.scenario.models.base import (
    AnalystOrStakeholderRef,
    AnalystRef,
    ChoiceId,
    ChoiceRef,
    ClockTime,
    Condition,
    Cost,
    Credit,
    CriterionRef,
    DecisionId,
    FactId,
    FactRef,
    FormRef,
    IncidentRef,
    Limit,
    Moment,
    OptionId,
    Part,
    QuestionId,
    SceneId,
    SceneOrWindowRef,
    Share,
    SomeTime,
    SubjectRef,
    Text,
    WayRef,
    WindowId,
    WordingId,
    WordingRef,
    YesNo,
)
from simulator.scenario.models.effects import EffectPart


class Fact(Part):
    """Something true in this scenario, known to the lead once it was found out."""

    noun: ClassVar[str] = "a fact"

    id: FactId
    text: Text
    """A clause that fits a sentence: `one of three servers turns people away`."""
    technical: YesNo = False
    known: Literal["at start"] | None = None


class QuestionPart(Part):
    """Something the lead can ask somebody."""

    noun: ClassVar[str] = "a question"

    id: QuestionId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    to: AnalystOrStakeholderRef
    says: Text
    answer: Text
    learns: list[FactRef] = Field(default_factory=list)
    when: Condition = None
    """Offered only while this holds."""


class LockPart(Part):
    """When a choice is not open, and why."""

    noun: ClassVar[str] = "a lock"

    when: Condition
    because: Text


class ChoicePart(Part):
    """One way to answer a scene."""

    noun: ClassVar[str] = "a choice"

    id: ChoiceId
    say: Text
    minutes: Cost = 3
    """Lead minutes."""
    credit: Credit = 0
    effects: list[EffectPart] = Field(default_factory=list)
    feedback: Text = ""
    best_feedback: Text = ""
    """Said instead where the choice earns 3."""
    basis: Text = ""
    locked: LockPart | None = None
    untrue: YesNo = False
    """It invents or hides a fact, and counts as such a message does."""
    untrue_when: Condition = None
    """The same, only while this holds."""


class BestPart(Part):
    """A state in which one choice is best."""

    noun: ClassVar[str] = "a best choice"

    when: Condition
    choice: ChoiceRef


class ScenePart(Part):
    """A moment that asks for a decision."""

    noun: ClassVar[str] = "a scene"

    from_: AnalystOrStakeholderRef | None = Field(default=None, alias="from")
    name: Text = ""
    """Who it is, where nobody on the roster is: a name to tell it by."""
    says: Text
    within: Limit = 5
    """Time until silence is the answer."""
    channel: Literal["phone", "walk-up", "chat", "corridor", "meeting"] = "phone"
    choices: list[ChoicePart] = Field(min_length=1)
    best_when: list[BestPart] = Field(default_factory=list)
    """In the first state that holds its choice earns 3, any other at most 2."""
    criterion: CriterionRef | None = None
    """The criterion in which the credit counts; feedback only where it is left out."""
    unanswered: list[EffectPart] = Field(default_factory=list)
    """Effects of silence."""


class StoryItem(Part):
    """One item of the storyline."""

    noun: ClassVar[str] = "an item of the storyline"

    id: SceneId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    when: Condition = None
    at: Moment | None = None
    again_after: SomeTime | None = None
    """It may fire once more after so long; once only where it is left out."""
    scene: ScenePart | None = None
    effects: list[EffectPart] = Field(default_factory=list)
    news: Text = ""
    """A line in the strip."""


class MessagePart(Part):
    """One way to say one element of a message."""

    noun: ClassVar[str] = "a wording"

    id: WordingId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    element: Literal[
        "impact", "risk", "known", "unknown", "action", "time", "next-update", "ask", "closing"
    ]
    text: Text
    """A sentence; {time} stands for the minute of the element."""
    audiences: list[
        Literal["users", "executive", "technicians", "other-team", "vendor", "manager"]
    ] = Field(default_factory=list)
    """Audiences it is offered for; all where it is left out."""
    about: IncidentRef | None = None
    needs: list[FactRef] = Field(default_factory=list)
    """Without these it is speculation."""
    hidden: YesNo = False
    """Offered only once its `needs` are known."""
    fact: FactRef | None = None
    """The fact it passes on."""
    jargon: YesNo = False
    vague: YesNo = False
    promises: YesNo = False
    """It states a time of repair as sure."""
    no_time: YesNo = False
    """It says plainly that no time can be named yet."""
    way: WayRef | None = None
    """The workaround that it tells people of."""
    untrue: YesNo = False
    """It invents or hides a fact."""
    contradicts: list[WordingRef] = Field(default_factory=list)
    """Other wordings that cannot be true together with it."""
    when: Condition = None


class ReasonPart(Part):
    """A reason on offer for a decision."""

    noun: ClassVar[str] = "a reason"

    id: OptionId
    text: Text
    bears: YesNo = True
    """Whether it speaks for or against; named, one that does not leaves a decision without why."""


class FallbackPart(Part):
    """What happens if a decision does not work."""

    noun: ClassVar[str] = "a fallback"

    id: OptionId
    text: Text


class Decision(Part):
    """Something worth deciding aloud and writing down."""

    noun: ClassVar[str] = "a decision"

    id: DecisionId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    text: Text
    """With {time} for the threshold."""
    reasons: list[ReasonPart] = Field(default_factory=list)
    fallbacks: list[FallbackPart] = Field(default_factory=list)
    by: ClockTime | None = None
    """The last time at which the threshold makes sense."""
    needs: list[FactRef] = Field(default_factory=list)
    effects: list[EffectPart] = Field(default_factory=list)


class WindowPart(Part):
    """An opportunity, opened and closed by the scenario's clock."""

    noun: ClassVar[str] = "a window"

    id: WindowId
    form: FormRef | None = None
    """The only form that has it; every form where it is left out."""
    kind: Text
    """What criteria name in `windows`."""
    subject: SubjectRef
    """`incident.portal`, `analyst.priya`, `stakeholder.cfo`, `conflict.vpn`, `ticket.batch-44`,
    `desk` or `lead`."""
    opens: Moment
    closes: Moment
    prevented_by: Condition = None
    """Holding when it would open, there is no opportunity."""
    chance: Share = 1000
    """Share of the seeds that have it."""
    only_if_absent: AnalystRef | None = None


class Hint(Part):
    """A line that helps in practice."""

    noun: ClassVar[str] = "a hint"

    for_: SceneOrWindowRef = Field(alias="for")
    says: Text
    when: Condition = None
    """Shown only while this holds."""


class Play(Part):
    """One step of the author's own good play."""

    noun: ClassVar[str] = "an item of the playbook"

    when: Condition = None
    at: ClockTime | None = None
    do: list[Text] = Field(min_length=1)
    """Lines of plain mode."""
    why: Text = ""
