"""What people decide about claims: append-only decisions, and the state of claims after them."""
