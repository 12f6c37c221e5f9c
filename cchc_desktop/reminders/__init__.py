"""When to look for reminders, and the channels through which people hear of them."""
