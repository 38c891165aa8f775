# Generated from docs/openapi.json by `npm run clients`; changes here are lost.
"""What a call raises, by problem type."""

from .._errors import GeoperaError

__all__ = [
    "MalformedRequestError",
    "UnauthenticatedError",
    "LinkNotRedeemedError",
    "ForbiddenError",
    "NotFoundError",
    "RequestTimeoutError",
    "ConflictError",
    "LinkGoneError",
    "MethodNotAllowedError",
    "PayloadTooLargeError",
    "UnsupportedMediaTypeError",
    "InvalidInputError",
    "TooManyRequestsError",
    "HeadersTooLargeError",
    "InternalError",
    "RenderFailedError",
    "BeingPreparedError",
    "UnavailableError",
]


class MalformedRequestError(GeoperaError):
    """400: not a JSON object, wrong `Content-Type`, not UTF-8, nested too deep, too many keys, the key `__proto__`, two `Host` headers; a tile address in a URL that does not exist."""


class UnauthenticatedError(GeoperaError):
    """401: the key is missing, unknown, revoked or expired."""


class LinkNotRedeemedError(GeoperaError):
    """401: no link with this token and password; the answer never says which of the two is wrong."""


class ForbiddenError(GeoperaError):
    """403: the key lacks the scope, the user's role in the project is too weak, or (`reason` is `origin_not_allowed`) the link does not allow pages of this origin, or (`values_not_given`) gives pictures only."""


class NotFoundError(GeoperaError):
    """404: the resource does not exist, or belongs to another organization; for tiles `reason` may be `zoom_too_deep` (the data shows no more there) or `zoom_not_given` (the link does not show this zoom level)."""


class RequestTimeoutError(GeoperaError):
    """408: the body or the headers took too long to arrive."""


class ConflictError(GeoperaError):
    """409: the name is taken; an `Idempotency-Key` was used with another body, or (with `Retry-After`) the first call with it still runs."""


class LinkGoneError(GeoperaError):
    """410: `reason` says why: `revoked`, `expired`, `target_deleted`; `paused`: its owner may resume it; `grant_expired`, `grant_revoked` (new password, new token or shorter life of addresses), `ticket_expired`: open the link again; `max_views`, `max_tiles`, `spend_limit`: its owner can raise it."""


class MethodNotAllowedError(GeoperaError):
    """405: the address takes another method."""


class PayloadTooLargeError(GeoperaError):
    """413: the body is larger than its operation allows: 4 KiB for redeeming, at most 256 KiB."""


class UnsupportedMediaTypeError(GeoperaError):
    """415: the body is compressed, in another charset than UTF-8, or of a type that is not supported."""


class InvalidInputError(GeoperaError):
    """422: the input is not valid; see above."""


class TooManyRequestsError(GeoperaError):
    """429: the key's rate limit, or too many wrong passwords; see `Retry-After`."""


class HeadersTooLargeError(GeoperaError):
    """431: address and headers together are larger than 16 KiB."""


class InternalError(GeoperaError):
    """500: a fault of the service; report the `request_id`."""


class RenderFailedError(GeoperaError):
    """502: the raster itself cannot be rendered; `detail` says why."""


class BeingPreparedError(GeoperaError):
    """503: the raster is being prepared after its upload; its tiles come when that is ready, and `Retry-After` says when to look: preparing-data.md."""


class UnavailableError(GeoperaError):
    """503: the service is too busy, or a part of it is unavailable; try again after `Retry-After` seconds."""


ERRORS_BY_TYPE: dict[str, type[GeoperaError]] = {
    "malformed-request": MalformedRequestError,
    "unauthenticated": UnauthenticatedError,
    "link-not-redeemed": LinkNotRedeemedError,
    "forbidden": ForbiddenError,
    "not-found": NotFoundError,
    "request-timeout": RequestTimeoutError,
    "conflict": ConflictError,
    "link-gone": LinkGoneError,
    "method-not-allowed": MethodNotAllowedError,
    "payload-too-large": PayloadTooLargeError,
    "unsupported-media-type": UnsupportedMediaTypeError,
    "too-many-requests": TooManyRequestsError,
    "headers-too-large": HeadersTooLargeError,
    "internal": InternalError,
    "render-failed": RenderFailedError,
    "being-prepared": BeingPreparedError,
    "unavailable": UnavailableError,
}

ERRORS_BY_STATUS: dict[int, type[GeoperaError]] = {
    400: MalformedRequestError,
    403: ForbiddenError,
    404: NotFoundError,
    408: RequestTimeoutError,
    409: ConflictError,
    410: LinkGoneError,
    405: MethodNotAllowedError,
    413: PayloadTooLargeError,
    415: UnsupportedMediaTypeError,
    422: InvalidInputError,
    429: TooManyRequestsError,
    431: HeadersTooLargeError,
}
