"""What can be done with a run: play, resume, replay, verify, simulate."""
