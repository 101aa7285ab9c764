"""Ceasefires: their definitions, the ledger of each by day, zone and reporting side, the sentences behind a figure."""
