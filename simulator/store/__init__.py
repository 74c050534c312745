"""Finished runs, kept in a database."""
