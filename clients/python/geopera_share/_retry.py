"""When a call is made again, and how long to wait before."""

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

# They mean "not now": the call had no effect and may succeed later.
REFUSED_STATUSES = (429, 503)

# After these the effect of a call is unknown, as it is when no answer came.
UNCERTAIN_STATUSES = (None, 408, 502, 504)

# A conflict with a Retry-After: the first attempt under this Idempotency-Key still runs.
STILL_RUNNING_STATUS = 409

FIRST_DELAY_SECONDS = 0.5
DELAY_SECONDS_MAX = 30.0

# A longer Retry-After is left to the caller, however much time the call has.
RETRY_AFTER_SECONDS_MAX = 120.0

# Added to a Retry-After, which many clients may have received at once.
SPREAD_SECONDS = 0.25


def retry_delay(
    *,
    status: int | None,
    retry_after: float | None,
    is_repeatable: bool,
    is_lasting: bool,
    attempt: int,
    retries_max: int,
    remaining: float,
    random: float,
) -> float | None:
    """Seconds to wait before the next attempt, or None; never more than the time that the call has left.

    ``is_repeatable``: making the call twice has the effect of making it once. ``is_lasting``: it would fail again.
    """
    if attempt >= retries_max or is_lasting or not _may_help(status, retry_after, is_repeatable):
        return None
    if retry_after is not None and retry_after > RETRY_AFTER_SECONDS_MAX:
        return None
    if retry_after is None:
        delay = back_off(attempt, random)
    else:
        delay = retry_after + random * SPREAD_SECONDS
    return delay if delay < remaining else None


def back_off(attempt: int, random: float) -> float:
    """Longer each time, and spread."""
    return min(DELAY_SECONDS_MAX, FIRST_DELAY_SECONDS * 2**attempt) * (0.5 + random / 2)


def _may_help(status: int | None, retry_after: float | None, is_repeatable: bool) -> bool:
    if status in REFUSED_STATUSES:
        return True
    if status == STILL_RUNNING_STATUS:
        return is_repeatable and retry_after is not None
    return is_repeatable and status in UNCERTAIN_STATUSES


def retry_after_seconds(header: str | None, now: datetime) -> float | None:
    """A ``Retry-After`` header in seconds, whether it was a number or a date."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return max(0.0, (at - now).total_seconds())
