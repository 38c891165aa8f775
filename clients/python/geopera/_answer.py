"""Understands what the service answers."""

import json
from datetime import datetime, timezone
from typing import Any

import httpx

from ._binary_answer import BinaryAnswer
from ._errors import GeoperaError
from ._generated.operations import OPERATIONS
from ._retry import retry_after_seconds


def read_answer(operation: str, response: httpx.Response) -> Any:
    """What the operation answered; raises a GeoperaError where that is a refusal."""
    if not response.is_success:
        raise refusal(operation, response)
    if OPERATIONS[operation].answer == "bytes":
        content_type = response.headers.get("content-type", "application/octet-stream")
        return BinaryAnswer(response.content, content_type, response.headers.get("x-cache"))
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise GeoperaError(
            f"{operation}: {response.status_code}, but the answer is not JSON; is this the address of the service?",
            operation=operation,
            status=response.status_code,
        ) from error


def refusal(operation: str, response: httpx.Response) -> GeoperaError:
    """The error that an unsuccessful answer stands for; whatever lies between client and service may have written its body."""
    try:
        body = json.loads(response.content)
    except ValueError:
        body = None
    detail = body.get("detail") if isinstance(body, dict) else None
    is_faults = isinstance(detail, list) and all(isinstance(fault, dict) and "loc" in fault for fault in detail)
    problem = body if isinstance(detail, str) and "title" in body else None
    if is_faults:
        said = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault.get('msg')}" for fault in detail)
    elif problem is not None:
        said = f"{problem['title']}: {detail}"
    else:
        said = response.reason_phrase
    return GeoperaError(
        f"{operation}: {response.status_code} {said}",
        operation=operation,
        status=response.status_code,
        problem=problem,
        faults=detail if is_faults else None,
        request_id=(problem or {}).get("request_id") or response.headers.get("x-request-id"),
        retry_after=retry_after_seconds(response.headers.get("retry-after"), datetime.now(timezone.utc)),
    )


def silence(operation: str, error: httpx.RequestError) -> GeoperaError:
    """The error of a call to which nothing was answered."""
    return GeoperaError(f"{operation}: no answer: {error or type(error).__name__}", operation=operation)
