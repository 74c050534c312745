"""Feedback for the people who write scenarios."""
