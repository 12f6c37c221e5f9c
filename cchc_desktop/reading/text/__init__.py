"""Plain text in every shape people paste, and delimited files."""
