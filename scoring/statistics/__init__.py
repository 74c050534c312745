"""What a cohort report may compute: formulas and guards as in its source, no more of them."""
