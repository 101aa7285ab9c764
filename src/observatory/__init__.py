"""The record: documents, readings, claims and decisions kept in a database, and the commands that work on it."""
