"""The tables of the store.

What is not here is not kept: no time of day of any act, no idle or reading time, no keystroke, no
host or address, and not which screen a run was played on.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

VERSION = Table(
    "schema_version",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="always 1"),
    Column("version", Integer, nullable=False),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("id", String(36), primary_key=True),
    Column("scenario", String(200), nullable=False, index=True),
    Column("scenario_version", String(200), nullable=False),
    Column("scenario_hash", String(128), nullable=False),
    Column("rubric", String(200), nullable=False),
    Column("rubric_version", String(200), nullable=False),
    Column("rubric_hash", String(128), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("luck", BigInteger, nullable=False),
    Column("mode", String(20), nullable=False),
    Column("source", String(20), nullable=False, comment="person or script"),
    Column("trainee", String(64), nullable=False, index=True),
    Column("cohort", String(64), nullable=False),
    Column("parent", String(36), nullable=False, comment="the run it was forked from, or empty"),
    Column("minute", Integer, nullable=False, comment="the last simulated minute"),
    Column("score", Integer, comment="0 to 100, empty where nothing could be scored"),
    Column("assessment", Text, nullable=False, comment="the assessment's canonical JSON"),
    Column("started", Date),
    Column("ended", Date),
    Column("file", LargeBinary, nullable=False, comment="the run file, compressed by zlib"),
)

COHORTS = Table(
    "cohorts",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("sees", String(20), nullable=False, comment="aggregate, pseudonymous or named"),
    Column("months", Integer, nullable=False, comment="how long a run handed in is kept"),
    Column("assessment", Boolean, nullable=False, comment="whether it takes assessments only"),
    Column("created", Date, nullable=False),
)

HAND_INS = Table(
    "hand_ins",
    METADATA,
    Column("run", String(36), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("cohort", String(64), ForeignKey("cohorts.id"), primary_key=True),
    Column("trainee", String(64), nullable=False, comment="the id it was handed in under"),
    Column("handed_in", Date, nullable=False),
    Column("until", Date, nullable=False, comment="removed from the cohort after this day"),
    Column("copied", Boolean, nullable=False, comment="the run is here for its cohorts only"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("run", String(36), primary_key=True),
    Column("cohort", String(64), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False, comment="0, 1 ... as said"),
    Column("rater", String(80), nullable=False, comment="trainer:<pseudonym>, or trainee"),
    Column("criterion", String(200), nullable=False),
    Column("level", Integer, comment="1 to 4, empty for no opportunity"),
    Column("because", Text, nullable=False),
    Column("written", Date, nullable=False),
    ForeignKeyConstraint(
        ["run", "cohort"], ["hand_ins.run", "hand_ins.cohort"], ondelete="CASCADE"
    ),
)

FIRST_SHIFTS = Table(
    "first_shifts",
    METADATA,
    Column("trainee", String(64), primary_key=True),
    Column("run", String(36), nullable=False, comment="stays when the run is deleted"),
)

RESCORED = Table(
    "rescored",
    METADATA,
    Column("run", String(36), ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("rubric_hash", String(128), primary_key=True),
    Column("score", Integer, comment="0 to 100, empty where nothing could be scored"),
    Column("assessment", Text, nullable=False, comment="the assessment's canonical JSON"),
    Column("scored", Date, nullable=False),
)

NOTES = Table(
    "notes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column(
        "run", String(36), ForeignKey("runs.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("kind", String(20), nullable=False, comment="words, rating, plan, contest"),
    Column("content", Text, nullable=False, comment="JSON"),
    Column("written", Date, nullable=False),
)
