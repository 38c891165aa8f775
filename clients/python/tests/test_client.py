"""Both clients against a real HTTP server; what one promises, the other does as well."""

import asyncio
import pickle
import re
import socket
import unittest
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

from geopera_share import AsyncGeopera, BinaryAnswer, Geopera, GeoperaError, NoAnswerError, __version__
from geopera_share.errors import LinkGoneError, NotFoundError

from .scripted_server import CUT, RESET, Answer, ScriptedServer, answer_json, answer_problem, hurry

LINK: Any = {
    "target_type": "item",
    "target_id": "i",
    "password": "correct horse",
    "expires_at": "2030-01-01T00:00:00Z",
}
AT_ONCE = {"retry-after": "0"}


def setUpModule() -> None:
    hurry()


Steps = Callable[[Any], Any]


def call_sync(base_url: str, steps: Steps, **options: Any) -> Any:
    with Geopera(base_url=base_url, **options) as client:
        return steps(client)


def call_async(base_url: str, steps: Steps, **options: Any) -> Any:
    async def run() -> Any:
        async with AsyncGeopera(base_url=base_url, **options) as client:
            return await steps(client)

    return asyncio.run(run())


class EachClient(unittest.TestCase):
    """Runs each test for both clients."""

    def each(self) -> Any:
        for name, call in (("sync", call_sync), ("async", call_async)):
            with self.subTest(name):
                yield call

    def failure(self, call: Any, *args: Any, **options: Any) -> GeoperaError:
        with self.assertRaises(GeoperaError) as raised:
            call(*args, **options)
        return raised.exception


class Calls(EachClient):
    def test_posts_its_input_to_the_operations_path_and_answers_its_object(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({"id": "l"}),)) as server:
                link = call(server.url, lambda client: client.share.link.create(LINK), token="gpra_x")
            self.assertEqual(link, {"id": "l"})
            self.assertEqual(server.requests[0].path, "/v1/op/share.link.create")
            self.assertEqual(server.requests[0].headers["authorization"], "Bearer gpra_x")
            agent = server.requests[0].headers["user-agent"]
            self.assertRegex(agent, rf"^geopera-share-python/{re.escape(__version__)} python/3\.\d+\.\d+ httpx/")
            self.assertEqual(server.requests[0].body, LINK)

    def test_takes_a_dict_keywords_or_both_but_no_field_twice(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({}),)) as server:
                call(server.url, lambda client: client.share.link.create(**LINK))
                rest = {name: value for name, value in LINK.items() if name != "password"}
                call(server.url, lambda client: client.share.link.create(rest, password="correct horse"))
                call(server.url, lambda client: client.invoke("share.link.create", LINK))
                with self.assertRaises(TypeError):
                    call(server.url, lambda client: client.share.link.create(LINK, password="other"))
            self.assertEqual([request.body for request in server.requests], [LINK, LINK, LINK])

    def test_writes_times_with_their_offset_and_refuses_those_without(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({}),)) as server:
                expires_at = datetime(2030, 1, 1, tzinfo=timezone.utc)
                call(server.url, lambda client: client.share.link.create({**LINK, "expires_at": expires_at}))
                with self.assertRaises(ValueError):
                    call(server.url, lambda client: client.share.link.create({**LINK, "expires_at": datetime(2030, 1, 1)}))
            self.assertEqual(server.requests[0].body["expires_at"], "2030-01-01T00:00:00+00:00")

    def test_without_a_token_sends_none_and_keeps_the_path_of_the_base_url(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({}),)) as server:
                call(f"{server.url}/maps/", lambda client: client.share.tilejson(token="t"))
            self.assertNotIn("authorization", server.requests[0].headers)
            self.assertEqual(server.requests[0].path, "/maps/v1/op/share.tilejson")

    def test_for_a_tile_answers_bytes_that_know_what_they_are(self) -> None:
        answer = Answer(200, {"content-type": "image/webp", "x-cache": "memory"}, b"\x00\xff")
        for call in self.each():
            with ScriptedServer((answer,)) as server:
                tile = call(server.url, lambda client: client.share.tile.render(token="t", z=0, x=0, y=0))
            self.assertIsInstance(tile, BinaryAnswer)
            self.assertEqual((bytes(tile), tile.content_type, tile.cache), (b"\x00\xff", "image/webp", "memory"))

    def test_with_other_options_goes_over_the_same_connections(self) -> None:
        with ScriptedServer((answer_json({}),)) as server, Geopera(base_url=server.url) as client:
            with client.with_options(idempotency_key="mine") as keyed:
                keyed.share.link.create(LINK)
            client.share.link.create(LINK)
        keys = [request.headers["idempotency-key"] for request in server.requests]
        self.assertEqual(keys[0], "mine")
        self.assertRegex(keys[1], "^[0-9a-f]{32}$")

    def test_to_no_address_or_no_operation_are_refused_before_they_are_made(self) -> None:
        with self.assertRaises(ValueError):
            Geopera(base_url="share.example.org")
        with self.assertRaises(ValueError):
            Geopera(base_url="http://127.0.0.1:9").invoke("share.link.rewoke")


    def test_of_an_operation_of_a_later_version_are_made_once(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({"ok": True}), RESET)) as server:
                self.assertEqual(call(server.url, lambda client: client.invoke_unknown("later.thing", {"a": 1})), {"ok": True})
                self.failure(call, server.url, lambda client: client.invoke_unknown("later.thing"))
            self.assertEqual([request.path for request in server.requests], ["/v1/op/later.thing"] * 2)


class Refusals(EachClient):
    def test_carry_status_problem_and_operation(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_problem(410),)) as server:
                error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"))
            self.assertEqual((error.status, error.operation, error.request_id), (410, "share.tilejson", "r-1"))
            self.assertEqual(error.problem and error.problem["detail"], "What to do.")
            self.assertEqual(str(error), "share.tilejson: 410 Title: What to do.")
            self.assertIsInstance(error, LinkGoneError)
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), again.__dict__), (LinkGoneError, error.__dict__))

    def test_of_an_input_name_every_fault(self) -> None:
        faults = [{"loc": ["body", "z"], "msg": "too far", "type": "too_big"}]
        for call in self.each():
            with ScriptedServer((answer_json({"detail": faults}, 422, {"x-request-id": "r-2"}),)) as server:
                error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"))
            self.assertEqual((error.status, error.faults, error.request_id), (422, faults, "r-2"))
            self.assertEqual(str(error), "share.tilejson: 422 body.z: too far")

    def test_by_something_between_client_and_service_keep_their_status(self) -> None:
        for call in self.each():
            for answer in (Answer(502, {"content-type": "text/html"}, b"<h1>"), answer_json(["x"], 502)):
                with ScriptedServer((answer,)) as server:
                    error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"), retries_max=0)
                self.assertEqual((error.status, error.problem, error.faults), (502, None, None))

    def test_are_what_a_page_instead_of_json_is_too(self) -> None:
        for call in self.each():
            with ScriptedServer((Answer(200, {"content-type": "text/html"}, b"<h1>"),)) as server:
                error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"))
            self.assertIn("not JSON", str(error))


class Retries(EachClient):
    def test_follow_429_and_503_with_a_fresh_token_under_one_idempotency_key(self) -> None:
        for call in self.each():
            answers = (answer_problem(503, AT_ONCE), answer_problem(429, AT_ONCE), answer_json({"id": "l"}))
            tokens = iter(("one", "two", "three"))
            with ScriptedServer(answers) as server:
                link = call(server.url, lambda client: client.share.link.create(LINK), token=lambda: next(tokens))
            self.assertEqual(link, {"id": "l"})
            sent = [request.headers["authorization"] for request in server.requests]
            self.assertEqual(sent, ["Bearer one", "Bearer two", "Bearer three"])
            self.assertEqual(len({request.headers["idempotency-key"] for request in server.requests}), 1)

    def test_end_after_enough_of_them(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_problem(429, AT_ONCE),)) as server:
                error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"), retries_max=1)
            self.assertEqual((error.status, error.retry_after, len(server.requests)), (429, 0.0, 2))

    def test_are_not_waited_for_longer_than_the_call_may_take(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_problem(503, {"retry-after": "3600"}),)) as server:
                error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"))
            self.assertEqual((error.status, error.retry_after, len(server.requests)), (503, 3600.0, 1))

    def test_follow_nothing_else(self) -> None:
        for call in self.each():
            for status in (400, 401, 403, 404, 410, 422, 500):
                with ScriptedServer((answer_problem(status, AT_ONCE),)) as server:
                    self.failure(call, server.url, lambda client: client.share.tilejson(token="t"))
                self.assertEqual(len(server.requests), 1)


class LostConnections(EachClient):
    def test_are_made_again_a_create_under_the_same_idempotency_key(self) -> None:
        for call in self.each():
            for lost in (RESET, CUT, answer_problem(408), answer_problem(502), answer_problem(504)):
                with ScriptedServer((lost, answer_json({"id": "l"}))) as server:
                    link = call(server.url, lambda client: client.share.link.create(LINK))
                self.assertEqual((link, len(server.requests)), ({"id": "l"}, 2))
                self.assertEqual(len({request.headers["idempotency-key"] for request in server.requests}), 1)

    def test_of_what_destroys_are_made_again_under_a_key_too(self) -> None:
        for call in self.each():
            with ScriptedServer((RESET, answer_json({"ok": True}))) as server:
                call(server.url, lambda client: client.share.link.revoke(link_id="l"))
            keys = [request.headers["idempotency-key"] for request in server.requests]
            self.assertEqual(keys[0], keys[1])


class Lists(EachClient):
    PAGES = (
        answer_json({"links": [{"id": "a"}, {"id": "b"}], "total": 3}),
        answer_json({"links": [{"id": "c"}], "total": 3}),
    )

    def test_are_gone_through_page_by_page(self) -> None:
        async def all_of(rows: Any) -> list[Any]:
            return [row async for row in rows] if hasattr(rows, "__aiter__") else list(rows)

        def steps(client: Any) -> Any:
            rows = client.share.link.list_each(limit=2)
            return all_of(rows) if isinstance(client, AsyncGeopera) else list(rows)

        for call in self.each():
            with ScriptedServer(self.PAGES) as server:
                links = call(server.url, steps)
            self.assertEqual([link["id"] for link in links], ["a", "b", "c"])
            self.assertEqual([request.body for request in server.requests], [{"limit": 2}, {"limit": 2, "offset": 2}])

    def test_follow_a_cursor_of_the_answer_or_of_the_last_row(self) -> None:
        audit = (answer_json({"entries": [1], "next_before": "b"}), answer_json({"entries": [2], "next_before": None}))
        with ScriptedServer(audit) as server, Geopera(base_url=server.url) as client:
            self.assertEqual(list(client.each("audit.list")), [1, 2])
        events = (answer_json({"events": [{"sequence": 7}]}), answer_json({"events": []}))
        with ScriptedServer(events) as server, Geopera(base_url=server.url) as client:
            self.assertEqual(list(client.events.list_each()), [{"sequence": 7}])
            self.assertEqual(server.requests[1].body, {"after": 7})
            with self.assertRaises(ValueError):
                list(client.each("share.link.get"))


class LargeAnswers(EachClient):
    def test_are_read_as_they_arrive(self) -> None:
        answer = Answer(200, {"content-type": "text/csv"}, b"a,bc" * 50_000)
        with ScriptedServer((answer,)) as server, Geopera(base_url=server.url) as client:
            with client.stream("billing.exports.download", export_id="e") as streamed:
                self.assertEqual(streamed.headers["content-type"], "text/csv")
                self.assertEqual(sum(len(chunk) for chunk in streamed.iter_bytes()), 200_000)

    def test_that_are_refused_are_the_same_errors(self) -> None:
        async def read_async(client: Any) -> None:
            async with client.stream("billing.exports.download", export_id="e"):
                pass

        def steps(client: Any) -> Any:
            if isinstance(client, AsyncGeopera):
                return read_async(client)
            with client.stream("billing.exports.download", export_id="e"):
                return None

        for call in self.each():
            with ScriptedServer((answer_problem(404),)) as server:
                self.assertIsInstance(self.failure(call, server.url, steps), NotFoundError)


class Silence(EachClient):
    def test_is_an_error_that_says_why(self) -> None:
        for call in self.each():
            with ScriptedServer((answer_json({}),)) as server:
                pass
            error = self.failure(call, server.url, lambda client: client.share.tilejson(token="t"), retries_max=0)
            self.assertIsInstance(error, NoAnswerError)
            self.assertEqual((error.status, error.operation), (None, "share.tilejson"))
            self.assertIsNotNone(error.__cause__)

    def test_ends_in_time(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as deaf:
            url = f"http://127.0.0.1:{deaf.getsockname()[1]}"
            for call in self.each():
                error = self.failure(call, url, lambda client: client.share.tilejson(token="t"), timeout=0.05)
                self.assertIsNone(error.status)


class AsyncTokens(unittest.TestCase):
    def test_may_be_awaited(self) -> None:
        async def token() -> str:
            return "awaited"

        with ScriptedServer((answer_json({}),)) as server:
            call_async(server.url, lambda client: client.share.tilejson(token="t"), token=token)
        self.assertEqual(server.requests[0].headers["authorization"], "Bearer awaited")
