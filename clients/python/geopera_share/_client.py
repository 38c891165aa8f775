"""The clients: every call goes through ``invoke``."""

import asyncio
import copy
import inspect
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from os import PathLike
from types import TracebackType
from typing import Any, Self

import httpx

from ._answer import read_answer, refusal, silence
from ._errors import GeoperaError
from ._files import OnProgress, download_steps, upload_raster_steps, upload_steps
from ._generated.resources import AsyncOperations, Operations
from ._generated.schemas import ItemsAssetDownloadOutput, UploadsCompleteOutput
from ._paging import next_page, paging_of
from ._request import Request
from ._settings import RETRIES_MAX, TIMEOUT_SECONDS, AsyncTokenSource, Settings, TokenSource
from ._steps import run_steps, run_steps_async

class Geopera(Operations):
    """Calls the service: ``client.share.link.create({...})``, or with the fields as keywords. Calls raise GeoperaError.

    ``token`` is an API key (``gpra_…``), a session token, or a function that answers a fresh one; without one, only the operations
    that a link's token and password open are allowed. ``timeout`` bounds a call with all its retries, in seconds;
    ``retries_max`` says how often a call is made again when its connection was lost, or after 408, 429, 502, 503 or 504.
    """

    def __init__(
        self,
        *,
        base_url: str,
        token: TokenSource | None = None,
        timeout: float = TIMEOUT_SECONDS,
        retries_max: int = RETRIES_MAX,
        http_client: httpx.Client | None = None,
    ) -> None:
        http = http_client or httpx.Client(follow_redirects=True)
        self._token = token
        self._settings = Settings(http, http_client is None, base_url, timeout, retries_max)
        super().__init__(self._call, self._each)

    def invoke(self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any) -> Any:
        """Calls an operation by its id."""
        return self._call(operation, input, fields)

    def invoke_unknown(self, operation: str, input: Mapping[str, Any] | None = None, /) -> Any:
        """Calls an operation that this version may not know, once; JSON is parsed, all else is bytes."""
        return self._with_retries(self._settings.prepare_unknown(operation, input), self._read)

    def each(self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any) -> Iterator[Any]:
        """Goes through every row of a list, page by page, by the operation's id."""
        return self._each(operation, input, fields)

    @contextmanager
    def stream(
        self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any
    ) -> Iterator[httpx.Response]:
        """Calls an operation that answers bytes and reads them as they arrive: ``for chunk in answer.iter_bytes()``."""
        answer = self._with_retries(self._settings.prepare(operation, input, fields), self._open)
        try:
            yield answer
        finally:
            answer.close()

    def upload_raster(
        self,
        path: str | PathLike[str],
        *,
        project_id: str,
        target_collection_id: str | None = None,
        is_categorical: bool | None = None,
        on_progress: OnProgress | None = None,
    ) -> UploadsCompleteOutput:
        """Uploads a GeoTIFF in parts and makes it an item: the ``item_id`` of the answer."""
        target = {"project_id": project_id, "target_collection_id": target_collection_id, "is_categorical": is_categorical}
        return run_steps(self, upload_raster_steps(path, target, on_progress))

    def upload_file(
        self, upload_id: str, path: str | PathLike[str], *, on_progress: OnProgress | None = None
    ) -> None:
        """Sends a file of an open upload in parts; parts that have arrived before are not sent again."""
        return run_steps(self, upload_steps(upload_id, path, on_progress))

    def download_asset(
        self, path: str | PathLike[str], *, item_id: str, asset_id: str, on_progress: OnProgress | None = None
    ) -> ItemsAssetDownloadOutput:
        """Downloads a file of an item to ``path``, and goes on from ``path.part`` where that is there."""
        return run_steps(self, download_steps(path, {"item_id": item_id, "asset_id": asset_id}, on_progress))

    def with_options(
        self,
        *,
        timeout: float | None = None,
        retries_max: int | None = None,
        idempotency_key: str | None = None,
    ) -> "Geopera":
        """The same client, on the same connections, with other options for the calls made through it."""
        other = copy.copy(self)
        other._settings = self._settings.changed(timeout, retries_max, idempotency_key)
        Operations.__init__(other, other._call, other._each)
        return other

    def close(self) -> None:
        """Closes the connections, except those of a client that was given."""
        if self._settings.owns_http:
            self._settings.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(self, operation: str, input: Mapping[str, Any] | None, fields: Mapping[str, Any]) -> Any:
        return self._with_retries(self._settings.prepare(operation, input, fields), self._read)

    def _each(self, operation: str, input: Mapping[str, Any] | None, fields: Mapping[str, Any]) -> Iterator[Any]:
        paging = paging_of(operation)
        page: dict[str, Any] | None = {**(input or {}), **fields}
        while page is not None:
            answer = self._call(operation, page, {})
            yield from answer[paging.rows]
            page = next_page(paging, page, answer)

    def _with_retries(self, request: Request, attempt_once: Callable[[Request, float], Any]) -> Any:
        ends_at = time.monotonic() + self._settings.timeout
        attempt = 0
        while True:
            try:
                return attempt_once(request, ends_at)
            except GeoperaError as error:
                time.sleep(self._settings.delay_after(error, request, attempt, ends_at))
            attempt += 1

    def _read(self, request: Request, ends_at: float) -> Any:
        return read_answer(request.operation, self._send(request, ends_at, stream=False))

    def _open(self, request: Request, ends_at: float) -> httpx.Response:
        answer = self._send(request, ends_at, stream=True)
        if answer.is_success:
            return answer
        try:
            answer.read()
        except httpx.RequestError as error:
            raise silence(request.operation, error) from error
        finally:
            answer.close()
        raise refusal(request.operation, answer)

    def _send(self, request: Request, ends_at: float, *, stream: bool) -> httpx.Response:
        token = self._token() if callable(self._token) else self._token
        try:
            return self._settings.http.send(self._settings.http_request(request, token, ends_at), stream=stream)
        except httpx.RequestError as error:
            raise silence(request.operation, error) from error


class AsyncGeopera(AsyncOperations):
    """As :class:`Geopera`, for asyncio: ``await client.share.link.create({...})``."""

    def __init__(
        self,
        *,
        base_url: str,
        token: AsyncTokenSource | None = None,
        timeout: float = TIMEOUT_SECONDS,
        retries_max: int = RETRIES_MAX,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        http = http_client or httpx.AsyncClient(follow_redirects=True)
        self._token = token
        self._settings = Settings(http, http_client is None, base_url, timeout, retries_max)
        super().__init__(self._call, self._each)

    async def invoke(self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any) -> Any:
        """Calls an operation by its id."""
        return await self._call(operation, input, fields)

    async def invoke_unknown(self, operation: str, input: Mapping[str, Any] | None = None, /) -> Any:
        """Calls an operation that this version may not know, once; JSON is parsed, all else is bytes."""
        return await self._with_retries(self._settings.prepare_unknown(operation, input), self._read)

    def each(self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any) -> AsyncIterator[Any]:
        """Goes through every row of a list, page by page, by the operation's id."""
        return self._each(operation, input, fields)

    @asynccontextmanager
    async def stream(
        self, operation: str, input: Mapping[str, Any] | None = None, /, **fields: Any
    ) -> AsyncIterator[httpx.Response]:
        """Calls an operation that answers bytes and reads them as they arrive: ``async for chunk in answer.aiter_bytes()``."""
        answer = await self._with_retries(self._settings.prepare(operation, input, fields), self._open)
        try:
            yield answer
        finally:
            await answer.aclose()

    async def upload_raster(
        self,
        path: str | PathLike[str],
        *,
        project_id: str,
        target_collection_id: str | None = None,
        is_categorical: bool | None = None,
        on_progress: OnProgress | None = None,
    ) -> UploadsCompleteOutput:
        """Uploads a GeoTIFF in parts and makes it an item: the ``item_id`` of the answer."""
        target = {"project_id": project_id, "target_collection_id": target_collection_id, "is_categorical": is_categorical}
        return await run_steps_async(self, upload_raster_steps(path, target, on_progress))

    async def upload_file(
        self, upload_id: str, path: str | PathLike[str], *, on_progress: OnProgress | None = None
    ) -> None:
        """Sends a file of an open upload in parts; parts that have arrived before are not sent again."""
        return await run_steps_async(self, upload_steps(upload_id, path, on_progress))

    async def download_asset(
        self, path: str | PathLike[str], *, item_id: str, asset_id: str, on_progress: OnProgress | None = None
    ) -> ItemsAssetDownloadOutput:
        """Downloads a file of an item to ``path``, and goes on from ``path.part`` where that is there."""
        steps = download_steps(path, {"item_id": item_id, "asset_id": asset_id}, on_progress)
        return await run_steps_async(self, steps)

    def with_options(
        self,
        *,
        timeout: float | None = None,
        retries_max: int | None = None,
        idempotency_key: str | None = None,
    ) -> "AsyncGeopera":
        """The same client, on the same connections, with other options for the calls made through it."""
        other = copy.copy(self)
        other._settings = self._settings.changed(timeout, retries_max, idempotency_key)
        AsyncOperations.__init__(other, other._call, other._each)
        return other

    async def aclose(self) -> None:
        """Closes the connections, except those of a client that was given."""
        if self._settings.owns_http:
            await self._settings.http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def _call(self, operation: str, input: Mapping[str, Any] | None, fields: Mapping[str, Any]) -> Any:
        return await self._with_retries(self._settings.prepare(operation, input, fields), self._read)

    async def _each(
        self, operation: str, input: Mapping[str, Any] | None, fields: Mapping[str, Any]
    ) -> AsyncIterator[Any]:
        paging = paging_of(operation)
        page: dict[str, Any] | None = {**(input or {}), **fields}
        while page is not None:
            answer = await self._call(operation, page, {})
            for row in answer[paging.rows]:
                yield row
            page = next_page(paging, page, answer)

    async def _with_retries(self, request: Request, attempt_once: Callable[[Request, float], Awaitable[Any]]) -> Any:
        ends_at = time.monotonic() + self._settings.timeout
        attempt = 0
        while True:
            try:
                return await attempt_once(request, ends_at)
            except GeoperaError as error:
                await asyncio.sleep(self._settings.delay_after(error, request, attempt, ends_at))
            attempt += 1

    async def _read(self, request: Request, ends_at: float) -> Any:
        return read_answer(request.operation, await self._send(request, ends_at, stream=False))

    async def _open(self, request: Request, ends_at: float) -> httpx.Response:
        answer = await self._send(request, ends_at, stream=True)
        if answer.is_success:
            return answer
        try:
            await answer.aread()
        except httpx.RequestError as error:
            raise silence(request.operation, error) from error
        finally:
            await answer.aclose()
        raise refusal(request.operation, answer)

    async def _send(self, request: Request, ends_at: float, *, stream: bool) -> httpx.Response:
        token = self._token() if callable(self._token) else self._token
        if inspect.isawaitable(token):
            token = await token
        try:
            return await self._settings.http.send(self._settings.http_request(request, token, ends_at), stream=stream)
        except httpx.RequestError as error:
            raise silence(request.operation, error) from error
