"""From a log and a rubric to levels with evidence, a debrief and figures; no engine needed."""
