"""Builds the request of a call."""

import json
import platform
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx

from ._generated.operations import OPERATIONS
from ._operation_facts import OperationFacts
from ._version import VERSION

USER_AGENT = f"geopera-share-python/{VERSION} python/{platform.python_version()} httpx/{httpx.__version__}"


class Request(NamedTuple):
    operation: str
    url: str
    body: bytes
    headers: dict[str, str]
    is_repeatable: bool
    """Making the call twice has the effect of making it once."""


def prepare(
    base_url: str,
    operation: str,
    input: Mapping[str, Any] | None,
    fields: Mapping[str, Any],
    idempotency_key: str | None,
) -> Request:
    """The request of a call, without its token.

    What is not simply repeated gets an Idempotency-Key, so its retries have the effect of one call.
    """
    facts = OPERATIONS.get(operation)
    if facts is None:
        raise ValueError(f"there is no operation {operation}")
    return _request(base_url, operation, facts, input, fields, idempotency_key)


def prepare_unknown(
    base_url: str, operation: str, input: Mapping[str, Any] | None, idempotency_key: str | None
) -> Request:
    """The request of an operation that this version may not know; such a one may not be made twice."""
    path = f"/v1/op/{quote(operation, safe='')}"
    facts = OPERATIONS.get(operation) or OperationFacts(path, "bytes", False, False)
    return _request(base_url, operation, facts, input, {}, idempotency_key)


def _request(
    base_url: str,
    operation: str,
    facts: OperationFacts,
    input: Mapping[str, Any] | None,
    fields: Mapping[str, Any],
    idempotency_key: str | None,
) -> Request:
    twice = sorted(set(input or ()) & set(fields))
    if twice:
        raise TypeError(f"{operation}: given twice: {', '.join(twice)}")
    headers = {
        "content-type": "application/json",
        "accept": "application/json" if facts.answer == "json" else "*/*",
        "user-agent": USER_AGENT,
    }
    key = idempotency_key or (secrets.token_hex(16) if facts.idempotent else None)
    if key is not None:
        headers["idempotency-key"] = key
    body = json.dumps({**(input or {}), **fields}, default=_wire, allow_nan=False).encode()
    return Request(operation, base_url + facts.path, body, headers, facts.safe or facts.idempotent)


def _wire(value: Any) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; use datetime.now(timezone.utc)")
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not JSON")
