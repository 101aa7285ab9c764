"""Documents: the list, and a document with its claims on the text."""
