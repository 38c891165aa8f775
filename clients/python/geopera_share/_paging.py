"""Which page of a list comes next."""

from collections.abc import Mapping
from typing import Any

from ._generated.operations import LISTS
from ._operation_facts import Paging


def paging_of(operation: str) -> Paging:
    paging = LISTS.get(operation)
    if paging is None:
        raise ValueError(f"{operation} answers no list in pages")
    return paging


def next_page(paging: Paging, page: Mapping[str, Any], answer: Mapping[str, Any]) -> dict[str, Any] | None:
    """The input of the next page, or None at the end."""
    rows = answer[paging.rows]
    if not rows:
        return None
    if paging.next is not None and paging.next in answer:
        cursor = answer[paging.next]
        return None if cursor is None else {**page, paging.by: cursor}
    if paging.last is not None:
        return {**page, paging.by: rows[-1][paging.last]}
    offset = page.get("offset", 0) + len(rows)
    total = answer.get("total")
    is_last = offset >= total if isinstance(total, int) else len(rows) < page.get("limit", paging.limit or 0)
    return None if is_last else {**page, "offset": offset}
