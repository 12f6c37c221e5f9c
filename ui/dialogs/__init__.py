"""Dialogs: short questions and choices; long work has a page of its own."""
