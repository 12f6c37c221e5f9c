"""The core of CCHC Desktop: everything except the window; runs without Qt."""

__version__ = "0.1.0"
