"""The window: pages, dialogs and paper. Qt lives here and nowhere else; data comes from services only."""
