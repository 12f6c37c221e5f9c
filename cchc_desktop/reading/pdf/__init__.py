"""Tables and lines of PDF files with a text layer."""
