"""Learns weights from gold files: which event words tell events of their own. Reading needs none of this."""
