"""Old Vietnamese letters turned into Unicode."""
