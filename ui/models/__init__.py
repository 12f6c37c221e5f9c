"""Table models and delegates: stored records as rows that are painted, never as widgets."""
