"""The simulated desk: pure, integer, standard library only; `api` is its front door."""
