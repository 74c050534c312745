"""Ticket exports turned into figures and queue profiles."""
