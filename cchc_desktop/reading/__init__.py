"""Any plan file becomes a draft: bytes → grids → rows → draft; no database, no Qt."""
