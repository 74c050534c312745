"""What a group of people handed in: single runs, groups of them, pseudonyms."""
