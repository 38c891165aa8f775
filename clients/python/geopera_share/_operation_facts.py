"""What the client has to know about an operation at run time."""

from typing import Literal, NamedTuple


class OperationFacts(NamedTuple):
    path: str
    answer: Literal["json", "bytes"]
    safe: bool
    """Making the call twice has the effect of making it once."""
    idempotent: bool
    """Takes an Idempotency-Key."""


class Paging(NamedTuple):
    """How the next page of a list is asked for."""

    rows: str
    by: Literal["offset", "before", "after", "token"]
    limit: int | None = None
    """How many rows a page has unless the input says it."""
    next: str | None = None
    """The field of an answer that is the cursor of the next page."""
    last: str | None = None
    """The field of a page's last row that is the cursor of the next one."""
