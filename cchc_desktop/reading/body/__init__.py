"""The running text of a plan: its sections, duties and tasks."""
