"""Runs that were handed in as rows for a spreadsheet, a notebook or a learning platform."""
