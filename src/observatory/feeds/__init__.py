"""Fetching from the web: single addresses, and feeds that are watched."""
