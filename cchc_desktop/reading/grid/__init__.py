"""From a grid of cells to the rows of a plan."""
