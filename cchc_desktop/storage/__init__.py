"""The only package that knows the database: rows go in, frozen records come out."""
