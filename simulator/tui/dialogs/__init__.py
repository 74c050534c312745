"""What stands over a screen while you decide; the clock stands still meanwhile."""
