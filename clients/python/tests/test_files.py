"""Uploads and downloads against a real HTTP server that loses connections."""

import asyncio
import json
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from geopera_share import AsyncGeopera, Geopera, GeoperaError

from .scripted_server import hurry

FILE = bytes(index % 251 for index in range(300_000))
PART = 100_000


def setUpModule() -> None:
    hurry()


class Store:
    """The few operations that files need; `cuts` says after how many bytes downloads are cut off."""

    def __init__(self, cuts: list[int] | None = None, refusals: int = 0) -> None:
        self.cuts = cuts or []
        self.refusals = refusals
        self.ranges: list[str | None] = []
        self.parts: dict[int, bytes] = {}
        self.initiated: Any = None
        self.etag = '"1"'

    def __enter__(self) -> "Store":
        store = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def body(self) -> bytes:
                return self.rfile.read(int(self.headers["content-length"] or 0))

            def answer(self, body: bytes, status: int = 200, length: int | None = None) -> None:
                self.send_response(status)
                self.send_header("etag", store.etag)
                self.send_header("content-length", str(len(body) if length is None else length))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                self.answer(json.dumps(store.operation(self.path.split("/")[-1], json.loads(self.body()))).encode())

            def do_PUT(self) -> None:
                content = self.body()
                if store.refusals > 0:
                    store.refusals -= 1
                    self.answer(b"", 503)
                    return
                store.parts[int(self.path.split("/")[-1])] = content
                self.answer(b"")

            def do_GET(self) -> None:
                wanted = self.headers["range"]
                store.ranges.append(wanted)
                first = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
                rest = FILE[first:]
                cut = store.cuts.pop(0) if store.cuts else len(rest)
                self.answer(rest[:cut], 206 if first else 200, len(rest))
                self.close_connection = cut < len(rest)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def operation(self, operation: str, input: Any) -> Any:
        if operation == "items.asset.download":
            return {"url": f"{self.url}/file", "file_name": "a.tif", "media_type": "image/tiff", "bytes": len(FILE)}
        if operation == "uploads.initiate":
            self.initiated = input
            return {"id": "u"}
        if operation == "uploads.complete":
            return {"id": "u", "item_id": "i"}
        firsts = range(0, input["total_bytes"], PART)
        missing = [first for first in firsts if first not in self.parts]
        parts = [
            {"first_byte": first, "bytes": min(PART, len(FILE) - first), "upload_url": f"{self.url}/{first}"}
            for first in missing
        ]
        return {"bytes_uploaded": sum(map(len, self.parts.values())), "parts_left": len(missing), "parts": parts}


def call(url: str, kind: str, name: str, *args: Any, **options: Any) -> Any:
    async def run() -> Any:
        async with AsyncGeopera(base_url=url) as client:
            return await getattr(client, name)(*args, **options)

    if kind == "async":
        return asyncio.run(run())
    with Geopera(base_url=url) as client:
        return getattr(client, name)(*args, **options)


class Files(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_a_raster_is_uploaded_in_parts_and_those_that_were_refused_are_sent_again(self) -> None:
        path = self.folder / "scene.tif"
        path.write_bytes(FILE)
        for kind in ("sync", "async"):
            progress: list[int] = []
            with self.subTest(kind), Store(refusals=1) as store:
                report = lambda done, _total: progress.append(done)
                item = call(store.url, kind, "upload_raster", path, project_id="p", on_progress=report)
                self.assertEqual(item["item_id"], "i")
                self.assertEqual(b"".join(store.parts[first] for first in sorted(store.parts)), FILE)
                self.assertEqual((progress[0], progress[-1]), (0, len(FILE)))
                self.assertNotIn("target_collection_id", store.initiated)

    def test_a_download_goes_on_where_its_connection_was_lost(self) -> None:
        for kind in ("sync", "async"):
            path = self.folder / f"{kind}.tif"
            with self.subTest(kind), Store(cuts=[100_000]) as store:
                file = call(store.url, kind, "download_asset", path, item_id="i", asset_id="a")
                self.assertEqual((file["file_name"], path.read_bytes()), ("a.tif", FILE))
                self.assertIsNone(store.ranges[0])
                self.assertRegex(store.ranges[1] or "", r"^bytes=[1-9]\d*-$")
                self.assertFalse(Path(f"{path}.part").exists())

    def test_another_download_goes_on_from_the_part_that_is_there(self) -> None:
        path = self.folder / "a.tif"
        Path(f"{path}.part").write_bytes(FILE[:123_456])
        with Store() as store:
            call(store.url, "sync", "download_asset", path, item_id="i", asset_id="a")
            self.assertEqual((store.ranges, path.read_bytes()), (["bytes=123456-"], FILE))

    def test_a_file_that_is_replaced_meanwhile_is_no_mixture_of_two(self) -> None:
        with Store(cuts=[1_000]) as store:

            def replace(done: int, _total: int) -> None:
                if done > 0:
                    store.etag = '"2"'

            with self.assertRaises(GeoperaError) as raised:
                call(store.url, "sync", "download_asset", self.folder / "a.tif", item_id="i", asset_id="a", on_progress=replace)
            self.assertIn("was replaced while it was downloaded", str(raised.exception))
