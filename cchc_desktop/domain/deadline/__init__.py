"""The grammar of time phrases; ``cchc_desktop.domain.deadlines`` is its door, nothing else is imported from outside."""
