"""What many shifts with scripted leads show about a scenario: findings, with their certainty."""
