"""Calls operations for a test: a line of JSON in for each call, a line of JSON out. Arguments: base URL, token, sync or async."""

import asyncio
import base64
import functools
import json
import sys
from typing import Any

from geopera_share import AsyncGeopera, Geopera, GeoperaError


def describe(answer: Any) -> dict[str, Any]:
    if isinstance(answer, bytes):
        return {"bytes": base64.b64encode(answer).decode(), "contentType": answer.content_type}
    return {"json": answer}


def describe_failure(error: GeoperaError) -> dict[str, Any]:
    return {"status": error.status, "problem": error.problem, "faults": error.faults}


def method_of(client: Any, operation: str) -> Any:
    return functools.reduce(getattr, operation.split("."), client)


def drive_sync(base_url: str, token: str) -> None:
    with Geopera(base_url=base_url, token=token) as client:
        for line in sys.stdin:
            call = json.loads(line)
            try:
                outcome = describe(method_of(client, call["operation"])(**call["input"]))
            except GeoperaError as error:
                outcome = describe_failure(error)
            print(json.dumps(outcome), flush=True)


async def drive_async(base_url: str, token: str) -> None:
    async with AsyncGeopera(base_url=base_url, token=token) as client:
        for line in sys.stdin:
            call = json.loads(line)
            try:
                outcome = describe(await method_of(client, call["operation"])(call["input"]))
            except GeoperaError as error:
                outcome = describe_failure(error)
            print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    _, url, key, kind = sys.argv
    if kind == "sync":
        drive_sync(url, key)
    else:
        asyncio.run(drive_async(url, key))
