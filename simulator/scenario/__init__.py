"""From YAML text to a checked World and Rubric."""
