"""Web pages and the clipboard of office programs."""
