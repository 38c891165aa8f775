"""When a call is made again."""

import unittest
from datetime import datetime, timezone
from typing import Any

from geopera_share._retry import retry_after_seconds, retry_delay

REFUSED: dict[str, Any] = {
    "status": 503,
    "retry_after": None,
    "is_repeatable": True,
    "is_lasting": False,
    "attempt": 0,
    "retries_max": 3,
    "remaining": 60.0,
    "random": 1.0,
}


class Delays(unittest.TestCase):
    def test_double_up_to_half_a_minute(self) -> None:
        delays = [retry_delay(**{**REFUSED, "attempt": attempt, "retries_max": 20}) for attempt in (0, 1, 2, 10)]
        self.assertEqual(delays, [0.5, 1.0, 2.0, 30.0])

    def test_are_spread_and_never_shorter_than_what_retry_after_says(self) -> None:
        self.assertEqual(retry_delay(**{**REFUSED, "random": 0.0}), 0.25)
        self.assertEqual(retry_delay(**{**REFUSED, "retry_after": 7.0, "random": 0.0}), 7.0)

    def test_end_when_there_were_enough_or_the_call_would_be_over_before(self) -> None:
        self.assertIsNone(retry_delay(**{**REFUSED, "attempt": 3}))
        self.assertIsNone(retry_delay(**{**REFUSED, "retry_after": 61.0}))


    def test_follow_what_may_have_been_lost_only_where_a_repetition_has_no_further_effect(self) -> None:
        def statuses(**facts: Any) -> list[int | None]:
            all_statuses = (None, 400, 401, 404, 408, 409, 410, 422, 429, 500, 502, 503, 504)
            return [status for status in all_statuses if retry_delay(**{**REFUSED, "status": status, **facts}) is not None]

        self.assertEqual(statuses(), [None, 408, 429, 502, 503, 504])
        self.assertEqual(statuses(is_repeatable=False), [429, 503])
        self.assertEqual(statuses(is_lasting=True), [])
        self.assertEqual(statuses(retry_after=1.0), [None, 408, 409, 429, 502, 503, 504])

    def test_of_more_than_two_minutes_are_left_to_the_caller(self) -> None:
        patient = {**REFUSED, "remaining": 3600.0, "random": 0.0}
        self.assertEqual(retry_delay(**{**patient, "retry_after": 120.0}), 120.0)
        self.assertIsNone(retry_delay(**{**patient, "retry_after": 121.0}))


class RetryAfter(unittest.TestCase):
    def test_is_a_number_or_a_date(self) -> None:
        now = datetime(2026, 1, 1, tzinfo=timezone.utc)
        headers = ("5", "Thu, 01 Jan 2026 00:00:30 GMT", "Wed, 31 Dec 2025 00:00:00 GMT", "soon", None)
        self.assertEqual([retry_after_seconds(header, now) for header in headers], [5.0, 30.0, 0.0, None, None])
