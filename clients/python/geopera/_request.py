"""Builds the request of a call."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from ._generated.operations import OPERATIONS


class Request(NamedTuple):
    operation: str
    url: str
    body: bytes
    headers: dict[str, str]


def prepare(
    base_url: str,
    operation: str,
    input: Mapping[str, Any] | None,
    fields: Mapping[str, Any],
    idempotency_key: str | None,
) -> Request:
    """The request of a call, without its token. A create gets an Idempotency-Key, so its retries never create twice."""
    facts = OPERATIONS.get(operation)
    if facts is None:
        raise ValueError(f"there is no operation {operation}")
    twice = sorted(set(input or ()) & set(fields))
    if twice:
        raise TypeError(f"{operation}: given twice: {', '.join(twice)}")
    headers = {
        "content-type": "application/json",
        "accept": "application/json" if facts.answer == "json" else "*/*",
    }
    key = idempotency_key or (secrets.token_hex(16) if facts.idempotent else None)
    if key is not None:
        headers["idempotency-key"] = key
    body = json.dumps({**(input or {}), **fields}, default=_wire, allow_nan=False).encode()
    return Request(operation, base_url + facts.path, body, headers)


def _wire(value: Any) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; use datetime.now(timezone.utc)")
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")
