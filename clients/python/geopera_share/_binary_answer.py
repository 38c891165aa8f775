"""Answers that are not JSON."""


class BinaryAnswer(bytes):
    """Bytes, such as a tile, with their type."""

    content_type: str
    """Such as ``image/png``."""

    cache: str | None
    """The source of a tile: ``memory``, ``store``, ``render`` or ``empty``; None when the server omits it."""

    def __new__(cls, content: bytes, content_type: str, cache: str | None) -> "BinaryAnswer":
        answer = super().__new__(cls, content)
        answer.content_type = content_type
        answer.cache = cache
        return answer
