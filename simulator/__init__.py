"""Shiftlead's simulated desk: engine, scenarios, runs, screens and commands."""
