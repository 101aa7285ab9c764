"""The atlas: incidents kept for lists and maps, Today, and an incident's page."""
