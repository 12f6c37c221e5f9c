"""Tables and paragraphs of Word documents."""
