"""The debrief: what a run has to tell, as values (`build`) and as plain text (`text`)."""

from scoring.debrief.build import Debrief, Own, build

__all__ = ["Debrief", "Own", "build"]
