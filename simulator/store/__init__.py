"""Finished runs, kept in a database, and the cohorts that some of them were handed in to."""
