"""Runs the steps of uploads and downloads, which are the same for both clients."""

import asyncio
import time
from collections.abc import Callable, Generator
from typing import Any, NamedTuple, TypeAlias, TypeVar

import httpx

from ._answer import refusal, silence


class Call(NamedTuple):
    """Calls an operation; the step's result is its answer."""

    operation: str
    input: dict[str, Any]


class Put(NamedTuple):
    """Sends bytes to an address."""

    operation: str
    url: str
    content: bytes
    headers: dict[str, str]


class Get(NamedTuple):
    """Fetches an address: `begin` gets the response, then `write` every chunk."""

    operation: str
    url: str
    headers: dict[str, str]
    begin: Callable[[httpx.Response], None]
    write: Callable[[bytes], None]


class Pause(NamedTuple):
    seconds: float


Step: TypeAlias = Call | Put | Get | Pause
Result = TypeVar("Result")
Steps: TypeAlias = Generator[Step, Any, Result]

# One part takes no longer than this: 16 MiB at one Mbit/s.
PART_TIMEOUT_SECONDS = 150.0


def run_steps(client: Any, steps: Steps[Result]) -> Result:
    """Runs steps with a :class:`Geopera`; failures of a step are raised inside of `steps`."""
    http: httpx.Client = client._settings.http

    def run(step: Step) -> Any:
        match step:
            case Call(operation, input):
                return client.invoke(operation, input)
            case Pause(seconds):
                return time.sleep(seconds)
            case Put(operation, url, content, headers):
                answer = http.put(url, content=content, headers=headers, timeout=PART_TIMEOUT_SECONDS)
                return _require_success(operation, answer)
            case Get(operation, url, headers, begin, write):
                with http.stream("GET", url, headers=headers) as answer:
                    if not answer.is_success:
                        answer.read()
                    _require_success(operation, answer)
                    begin(answer)
                    for chunk in answer.iter_bytes():
                        write(chunk)

    try:
        step = next(steps)
        while True:
            try:
                result = run(step)
            except Exception as error:
                step = steps.throw(_translate(step, error))
            else:
                step = steps.send(result)
    except StopIteration as end:
        return end.value
    finally:
        steps.close()


async def run_steps_async(client: Any, steps: Steps[Result]) -> Result:
    """As :func:`run_steps`, with an :class:`AsyncGeopera`."""
    http: httpx.AsyncClient = client._settings.http

    async def run(step: Step) -> Any:
        match step:
            case Call(operation, input):
                return await client.invoke(operation, input)
            case Pause(seconds):
                return await asyncio.sleep(seconds)
            case Put(operation, url, content, headers):
                answer = await http.put(url, content=content, headers=headers, timeout=PART_TIMEOUT_SECONDS)
                return _require_success(operation, answer)
            case Get(operation, url, headers, begin, write):
                async with http.stream("GET", url, headers=headers) as answer:
                    if not answer.is_success:
                        await answer.aread()
                    _require_success(operation, answer)
                    begin(answer)
                    async for chunk in answer.aiter_bytes():
                        write(chunk)

    try:
        step = next(steps)
        while True:
            try:
                result = await run(step)
            except Exception as error:
                step = steps.throw(_translate(step, error))
            else:
                step = steps.send(result)
    except StopIteration as end:
        return end.value
    finally:
        steps.close()


def _translate(step: Step, error: Exception) -> Exception:
    """A lost connection is a NoAnswerError, here as everywhere."""
    if isinstance(error, httpx.RequestError) and isinstance(step, (Put, Get)):
        failure = silence(step.operation, error)
        failure.__cause__ = error
        return failure
    return error


def _require_success(operation: str, answer: httpx.Response) -> None:
    if not answer.is_success:
        raise refusal(operation, answer)
