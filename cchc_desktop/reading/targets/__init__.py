"""Numbers to reach, out of sentences."""
