"""Number, date, issuer, title and year of a document."""
