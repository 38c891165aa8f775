"""What a call raises when it does not succeed."""

from typing import Any

from ._generated.schemas import InputFaultsDetailItem as InputFault
from ._generated.schemas import Problem

__all__ = ["GeoperaError", "InputFault", "NoAnswerError"]


class GeoperaError(Exception):
    """A call that did not succeed: refused by the service, not answered in time, or not answered at all.

    Every problem type of the service has a class of its own in ``geopera_share.errors``.
    """

    operation: str
    """The operation's id."""

    status: int | None
    """The HTTP status; None when there was no answer."""

    problem: Problem | None
    """The problem object of the service (RFC 9457)."""

    faults: list[InputFault] | None
    """Every fault of the input, where the status is 422."""

    request_id: str | None
    """Quote it to the operator of the service."""

    retry_after: float | None
    """The ``Retry-After`` of the service, in seconds."""

    def __init__(
        self,
        message: str,
        *,
        operation: str,
        status: int | None = None,
        problem: Problem | None = None,
        faults: list[InputFault] | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.status = status
        self.problem = problem
        self.faults = faults
        self.request_id = request_id
        self.retry_after = retry_after

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions that cross processes are pickled with their positional arguments only.
        return (_rebuild, (type(self), str(self), dict(self.__dict__)))


class NoAnswerError(GeoperaError):
    """No answer came, only a part of one, or none in time."""


def _rebuild(kind: type[GeoperaError], message: str, circumstances: dict[str, Any]) -> GeoperaError:
    return kind(message, **circumstances)
