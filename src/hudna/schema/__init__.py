"""The JSON Schema of what the reader hands out."""
