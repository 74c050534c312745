"""Plain mode: a shift as a dialogue of lines, for screen readers, pipes and scripts."""
