"""Looking for careless play that scores well: leads of blind habits, drawn and climbed by score."""
