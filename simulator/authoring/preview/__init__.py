"""A scenario while it is being written: as a trainee would meet it, and minute by minute."""
