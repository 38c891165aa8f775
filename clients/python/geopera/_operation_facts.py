"""What the client has to know about an operation at run time."""

from typing import Literal, NamedTuple


class OperationFacts(NamedTuple):
    path: str
    answer: Literal["json", "bytes"]
    idempotent: bool
