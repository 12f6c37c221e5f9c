"""Errors that are meant for people: one Vietnamese sentence that says what, why and what to do now."""


class UserError(Exception):
    """Something the user can understand and act on; shown as it is, never with a traceback.

    Everything else that escapes a use case is a defect and is logged with its traceback.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class FileProblem(UserError):
    """A file that cannot be read or written: missing, wrong kind, damaged, protected, open elsewhere, too large."""


class NotFound(UserError):
    """A plan, task, agency or report that does not exist (any more)."""


class InvalidInput(UserError):
    """A value that was typed and cannot be taken."""


class StorageProblem(UserError):
    """The data file cannot be opened or written: locked, read-only, full disk, damaged, made by a newer program."""
