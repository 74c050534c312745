"""Scripted leads, and the protocol for writing your own."""
