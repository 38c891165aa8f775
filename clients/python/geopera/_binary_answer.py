"""Answers that are not JSON."""


class BinaryAnswer(bytes):
    """Bytes, such as a tile, that also know what they are."""

    content_type: str
    """Such as ``image/png``."""

    cache: str | None
    """Where a tile came from: ``memory``, ``store``, ``render`` or ``empty``; None where the server does not tell."""

    def __new__(cls, content: bytes, content_type: str, cache: str | None) -> "BinaryAnswer":
        answer = super().__new__(cls, content)
        answer.content_type = content_type
        answer.cache = cache
        return answer
