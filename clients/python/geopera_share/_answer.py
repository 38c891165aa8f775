"""Parses the answers of the service."""

import json
from datetime import datetime, timezone
from typing import Any, cast

import httpx

from ._binary_answer import BinaryAnswer
from ._errors import GeoperaError, InputFault, NoAnswerError
from ._generated.errors import ERRORS_BY_STATUS, ERRORS_BY_TYPE
from ._generated.operations import OPERATIONS
from ._generated.schemas import Problem
from ._retry import retry_after_seconds


def read_answer(operation: str, response: httpx.Response) -> Any:
    """The answer of the operation; raises a GeoperaError for a refusal."""
    if not response.is_success:
        raise refusal(operation, response)
    content_type = response.headers.get("content-type", "application/octet-stream")
    facts = OPERATIONS.get(operation)
    if facts.answer == "bytes" if facts else "json" not in content_type:
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
    """The error for an unsuccessful answer; a proxy may have written its body."""
    try:
        body = json.loads(response.content)
    except ValueError:
        body = None
    problem = _problem(body)
    faults = _faults(body)
    return _class_of(response.status_code, problem)(
        f"{operation}: {response.status_code} {_describe(problem, faults) or response.reason_phrase}",
        operation=operation,
        status=response.status_code,
        problem=problem,
        faults=faults,
        request_id=problem.get("request_id") if problem else response.headers.get("x-request-id"),
        retry_after=retry_after_seconds(response.headers.get("retry-after"), datetime.now(timezone.utc)),
    )


def _class_of(status: int, problem: Problem | None) -> type[GeoperaError]:
    """The class of the problem's type, or else the only one that its status has."""
    kind = str(problem["type"]).rsplit("/", 1)[-1] if problem and "type" in problem else ""
    return ERRORS_BY_TYPE.get(kind) or ERRORS_BY_STATUS.get(status) or GeoperaError


def _problem(body: Any) -> Problem | None:
    if not isinstance(body, dict):
        return None
    problem = cast(dict[str, Any], body)
    is_problem = isinstance(problem.get("title"), str) and isinstance(problem.get("detail"), str)
    return cast(Problem, problem) if is_problem else None


def _faults(body: Any) -> list[InputFault] | None:
    detail: Any = cast(dict[str, Any], body).get("detail") if isinstance(body, dict) else None
    if not isinstance(detail, list):
        return None
    faults = cast(list[Any], detail)
    is_faults = all(isinstance(fault, dict) and {"loc", "msg"} <= set(cast(dict[str, Any], fault)) for fault in faults)
    return faults if is_faults else None


def _describe(problem: Problem | None, faults: list[InputFault] | None) -> str | None:
    if faults is not None:
        return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults)
    return f"{problem['title']}: {problem['detail']}" if problem else None


def silence(operation: str, error: Exception) -> NoAnswerError:
    """The error of a call without an answer."""
    return NoAnswerError(f"{operation}: no answer: {error or type(error).__name__}", operation=operation)
