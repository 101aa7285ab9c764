"""Situation reports made from the record: a rule-made draft, versions that people edit and sign off, print and DOCX."""
