"""What is kept: documents with their original bytes, readings, claims, findings and how they came in."""
