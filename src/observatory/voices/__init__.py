"""Who says what: speakers and outlets with their claims, their words for the same thing, and whom they contradict."""
