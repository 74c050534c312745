"""The simulated desk: pure, integer, standard library only; `simulator.engine.api` is its front door."""
