"""Settings of both clients, and decisions that need no I/O."""

import copy
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, Self, TypeAlias, TypeVar

import httpx

from ._errors import GeoperaError
from ._generated.errors import RenderFailedError
from ._request import Request, prepare, prepare_unknown
from ._retry import retry_delay

TokenSource: TypeAlias = str | Callable[[], str]
AsyncTokenSource: TypeAlias = str | Callable[[], str | Awaitable[str]]

_Http = TypeVar("_Http", httpx.Client, httpx.AsyncClient)

TIMEOUT_SECONDS = 60.0
RETRIES_MAX = 3


class Settings(Generic[_Http]):
    """What calls are made with."""

    def __init__(self, http: _Http, owns_http: bool, base_url: str, timeout: float, retries_max: int) -> None:
        url = httpx.URL(base_url)
        if url.scheme not in ("http", "https") or not url.host:
            raise ValueError(f"{base_url!r} is no address; it should look like https://share.example.org")
        self.http = http
        self.owns_http = owns_http
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.retries_max = retries_max
        self.idempotency_key: str | None = None

    def changed(self, timeout: float | None, retries_max: int | None, idempotency_key: str | None) -> Self:
        changed = copy.copy(self)
        changed.timeout = self.timeout if timeout is None else timeout
        changed.retries_max = self.retries_max if retries_max is None else retries_max
        changed.idempotency_key = idempotency_key or self.idempotency_key
        changed.owns_http = False
        return changed

    def prepare(self, operation: str, input: Mapping[str, Any] | None, fields: Mapping[str, Any]) -> Request:
        return prepare(self.base_url, operation, input, fields, self.idempotency_key)

    def prepare_unknown(self, operation: str, input: Mapping[str, Any] | None) -> Request:
        return prepare_unknown(self.base_url, operation, input, self.idempotency_key)

    def http_request(self, request: Request, token: str | None, ends_at: float) -> httpx.Request:
        bearer = {} if token is None else {"authorization": f"Bearer {token}"}
        timeout = max(0.001, ends_at - time.monotonic())
        return self.http.build_request(
            "POST", request.url, content=request.body, headers={**request.headers, **bearer}, timeout=timeout
        )

    def delay_after(self, error: GeoperaError, request: Request, attempt: int, ends_at: float) -> float:
        """Seconds until the next attempt; raises the error where there is none."""
        delay = retry_delay(
            status=error.status,
            retry_after=error.retry_after,
            is_repeatable=request.is_repeatable,
            is_lasting=isinstance(error, RenderFailedError),
            attempt=attempt,
            retries_max=self.retries_max,
            remaining=ends_at - time.monotonic(),
            random=random.random(),
        )
        if delay is None:
            raise error
        return delay
