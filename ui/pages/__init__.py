"""Pages of the window; each is made when it is first opened."""
