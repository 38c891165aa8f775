"""When a call is made again, and how long to wait before."""

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

# They mean "not now": the call had no effect and may succeed later.
RETRIED_STATUSES = (429, 503)

FIRST_DELAY_SECONDS = 0.5
DELAY_SECONDS_MAX = 30.0

# Added to a Retry-After, which many clients may have received at once.
SPREAD_SECONDS = 0.25


def retry_delay(
    *,
    status: int | None,
    retry_after: float | None,
    attempt: int,
    retries_max: int,
    remaining: float,
    random: float,
) -> float | None:
    """Seconds to wait before the next attempt, or None; never more than the time that the call has left."""
    if status not in RETRIED_STATUSES or attempt >= retries_max:
        return None
    if retry_after is None:
        delay = min(DELAY_SECONDS_MAX, FIRST_DELAY_SECONDS * 2**attempt) * (0.5 + random / 2)
    else:
        delay = retry_after + random * SPREAD_SECONDS
    return delay if delay < remaining else None


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
