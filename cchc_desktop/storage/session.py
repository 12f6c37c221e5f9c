"""The two names of the database library that services hold in their hands without knowing the library."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

__all__ = ["Engine", "Session"]
