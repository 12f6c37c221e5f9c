"""Use cases: one class per subject, one method per use case, one transaction each, a Changes record back."""
