"""Search over Arabic text as the reader compares it."""
