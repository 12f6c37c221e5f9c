"""Pages: one paginator for the preview, the printer and PDF files."""
