"""Uploads and downloads of files, step by step."""

import base64
import hashlib
import os
import random
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

import httpx

from ._errors import GeoperaError
from ._generated.schemas import ItemsAssetDownloadOutput, UploadsCompleteOutput
from ._retry import back_off
from ._steps import Call, Get, Pause, Put, Steps

OnProgress: TypeAlias = Callable[[int, int], None]
"""Gets the bytes that have arrived, and all bytes of the file."""

# How often in a row nothing may arrive.
RETRIES_MAX = 5

DOWNLOAD = "items.asset.download"

# Sending a part again, to another address, cannot help.
FINAL_UPLOAD_STATUSES = (409, 413, 507)

# An address of a download may have ended (403), and the rest may pass.
PASSING_DOWNLOAD_STATUSES = (403, 408, 429)


def upload_raster_steps(
    path: str | PathLike[str], target: dict[str, Any], on_progress: OnProgress | None
) -> Steps[UploadsCompleteOutput]:
    """Opens an upload of one file, sends it and makes it an item."""
    given = {name: value for name, value in target.items() if value is not None}
    size = os.stat(path).st_size
    opened = yield Call(
        "uploads.initiate",
        {**given, "file_count": 1, "total_bytes": size, "transfer_method": "sdk", "asset_key": "visual"},
    )
    yield from upload_steps(opened["id"], path, on_progress)
    return (yield Call("uploads.complete", {"upload_id": opened["id"]}))


def upload_steps(upload_id: str, path: str | PathLike[str], on_progress: OnProgress | None) -> Steps[None]:
    """Sends the parts of a file that have not arrived."""
    size = os.stat(path).st_size
    plan_input = {"upload_id": upload_id, "file_name": Path(path).name, "total_bytes": size, "limit": 20}
    fruitless = 0
    with open(path, "rb") as file:
        while True:
            plan = yield Call("uploads.part_urls", plan_input)
            uploaded = plan["bytes_uploaded"]
            _report(on_progress, uploaded, size)
            if plan["parts_left"] == 0:
                return
            arrived = 0
            failure: GeoperaError | None = None
            for part in plan["parts"]:
                file.seek(part["first_byte"])
                content = file.read(part["bytes"])
                if len(content) != part["bytes"]:
                    raise ValueError(f"{path} has changed while it was sent")
                try:
                    yield Put("uploads.part_urls", part["upload_url"], content, _part_headers(content))
                except GeoperaError as error:
                    if error.status in FINAL_UPLOAD_STATUSES:
                        raise
                    failure = error
                else:
                    arrived += 1
                    uploaded += len(content)
                    _report(on_progress, uploaded, size)
            if arrived > 0:
                fruitless = 0
            elif fruitless >= RETRIES_MAX:
                raise failure or ValueError(f"no part of {path} is asked for")
            else:
                yield Pause(back_off(fruitless, random.random()))
                fruitless += 1


def download_steps(
    path: str | PathLike[str], input: dict[str, Any], on_progress: OnProgress | None
) -> Steps[ItemsAssetDownloadOutput]:
    """Fetches what is missing of a file, until it is whole."""
    part = Path(f"{os.fspath(path)}.part")
    fruitless = 0
    with open(part, "ab") as sink:
        writer = _Writer(sink, on_progress)
        while True:
            file = yield Call(DOWNLOAD, input)
            writer.total = file["bytes"]
            writer.report()
            before = writer.position
            failure: GeoperaError | None = None
            if before < writer.total:
                headers = {"range": f"bytes={before}-"} if before > 0 else {}
                try:
                    yield Get(DOWNLOAD, file["url"], headers, writer.begin, writer.write)
                except GeoperaError as error:
                    status = error.status
                    if status is not None and status < 500 and status not in PASSING_DOWNLOAD_STATUSES:
                        raise
                    failure = error
            if writer.position >= writer.total:
                break
            fruitless = 0 if writer.position > before else fruitless + 1
            if fruitless > RETRIES_MAX:
                raise failure or ValueError(f"{file['file_name']} ends too early")
            yield Pause(back_off(fruitless, random.random()))
    os.replace(part, path)
    return file


class _Writer:
    """Writes a download's chunks behind what is there."""

    def __init__(self, sink: Any, on_progress: OnProgress | None) -> None:
        self.position: int = sink.tell()
        self.total = 0
        self._sink = sink
        self._on_progress = on_progress
        self._pass_over = 0
        self._etag: str | None = None

    def begin(self, answer: httpx.Response) -> None:
        etag = answer.headers.get("etag")
        if self._etag is not None and etag is not None and etag != self._etag:
            message = f"{DOWNLOAD}: the file was replaced while it was downloaded; download it anew"
            raise GeoperaError(message, operation=DOWNLOAD, status=412)
        self._etag = self._etag or etag
        # Without a part, the whole file comes: what is there already is passed over.
        self._pass_over = 0 if answer.status_code == 206 else self.position

    def write(self, chunk: bytes) -> None:
        rest = chunk[self._pass_over :]
        self._pass_over -= len(chunk) - len(rest)
        self._sink.write(rest)
        self.position += len(rest)
        self.report()

    def report(self) -> None:
        _report(self._on_progress, self.position, self.total)


def _part_headers(content: bytes) -> dict[str, str]:
    digest = hashlib.md5(content, usedforsecurity=False).digest()
    return {"content-type": "application/octet-stream", "content-md5": base64.b64encode(digest).decode()}


def _report(on_progress: OnProgress | None, done: int, total: int) -> None:
    if on_progress is not None:
        on_progress(done, total)
