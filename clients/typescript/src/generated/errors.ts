// Generated from docs/openapi.json by `npm run clients`; changes here are lost.

import { GeoperaError } from "../geopera-error.ts";

/** 400: not a JSON object, wrong `Content-Type`, not UTF-8, nested too deep, too many keys, the key `__proto__`, two `Host` headers; a tile address in a URL that does not exist. */
export class MalformedRequestError extends GeoperaError {
  override readonly name: string = "MalformedRequestError";
}

/** 401: the key is missing, unknown, revoked or expired. */
export class UnauthenticatedError extends GeoperaError {
  override readonly name: string = "UnauthenticatedError";
}

/** 401: no link with this token and password; the answer never says which of the two is wrong. */
export class LinkNotRedeemedError extends GeoperaError {
  override readonly name: string = "LinkNotRedeemedError";
}

/** 403: the key lacks the scope, the user's role in the project is too weak, or (`reason` is `origin_not_allowed`) the link does not allow pages of this origin, or (`values_not_given`) gives pictures only. */
export class ForbiddenError extends GeoperaError {
  override readonly name: string = "ForbiddenError";
}

/** 404: the resource does not exist, or belongs to another organization; for tiles `reason` may be `zoom_too_deep` (the data shows no more there) or `zoom_not_given` (the link does not show this zoom level). */
export class NotFoundError extends GeoperaError {
  override readonly name: string = "NotFoundError";
}

/** 408: the body or the headers took too long to arrive. */
export class RequestTimeoutError extends GeoperaError {
  override readonly name: string = "RequestTimeoutError";
}

/** 409: the name is taken; an `Idempotency-Key` was used with another body, or (with `Retry-After`) the first call with it still runs. */
export class ConflictError extends GeoperaError {
  override readonly name: string = "ConflictError";
}

/** 410: `reason` says why: `revoked`, `expired`, `target_deleted`; `paused`: its owner may resume it; `grant_expired`, `grant_revoked` (new password, new token or shorter life of addresses), `ticket_expired`: open the link again; `max_views`, `max_tiles`, `spend_limit`: its owner can raise it. */
export class LinkGoneError extends GeoperaError {
  override readonly name: string = "LinkGoneError";
}

/** 405: the address takes another method. */
export class MethodNotAllowedError extends GeoperaError {
  override readonly name: string = "MethodNotAllowedError";
}

/** 413: the body is larger than its operation allows: 4 KiB for redeeming, at most 256 KiB. */
export class PayloadTooLargeError extends GeoperaError {
  override readonly name: string = "PayloadTooLargeError";
}

/** 415: the body is compressed, in another charset than UTF-8, or of a type that is not supported. */
export class UnsupportedMediaTypeError extends GeoperaError {
  override readonly name: string = "UnsupportedMediaTypeError";
}

/** 422: the input is not valid; see above. */
export class InvalidInputError extends GeoperaError {
  override readonly name: string = "InvalidInputError";
}

/** 429: the key's rate limit, or too many wrong passwords; see `Retry-After`. */
export class TooManyRequestsError extends GeoperaError {
  override readonly name: string = "TooManyRequestsError";
}

/** 431: address and headers together are larger than 16 KiB. */
export class HeadersTooLargeError extends GeoperaError {
  override readonly name: string = "HeadersTooLargeError";
}

/** 500: a fault of the service; report the `request_id`. */
export class InternalError extends GeoperaError {
  override readonly name: string = "InternalError";
}

/** 502: the raster itself cannot be rendered; `detail` says why. */
export class RenderFailedError extends GeoperaError {
  override readonly name: string = "RenderFailedError";
}

/** 503: the raster is being prepared after its upload; its tiles come when that is ready, and `Retry-After` says when to look: preparing-data.md. */
export class BeingPreparedError extends GeoperaError {
  override readonly name: string = "BeingPreparedError";
}

/** 503: the service is too busy, or a part of it is unavailable; try again after `Retry-After` seconds. */
export class UnavailableError extends GeoperaError {
  override readonly name: string = "UnavailableError";
}

/** The class of every problem type. */
export const ERRORS_BY_TYPE: ReadonlyMap<string, typeof GeoperaError> = new Map([
  ["malformed-request", MalformedRequestError],
  ["unauthenticated", UnauthenticatedError],
  ["link-not-redeemed", LinkNotRedeemedError],
  ["forbidden", ForbiddenError],
  ["not-found", NotFoundError],
  ["request-timeout", RequestTimeoutError],
  ["conflict", ConflictError],
  ["link-gone", LinkGoneError],
  ["method-not-allowed", MethodNotAllowedError],
  ["payload-too-large", PayloadTooLargeError],
  ["unsupported-media-type", UnsupportedMediaTypeError],
  ["too-many-requests", TooManyRequestsError],
  ["headers-too-large", HeadersTooLargeError],
  ["internal", InternalError],
  ["render-failed", RenderFailedError],
  ["being-prepared", BeingPreparedError],
  ["unavailable", UnavailableError],
]);

/** The class of every status that belongs to one type only. */
export const ERRORS_BY_STATUS: ReadonlyMap<number, typeof GeoperaError> = new Map([
  [400, MalformedRequestError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [408, RequestTimeoutError],
  [409, ConflictError],
  [410, LinkGoneError],
  [405, MethodNotAllowedError],
  [413, PayloadTooLargeError],
  [415, UnsupportedMediaTypeError],
  [422, InvalidInputError],
  [429, TooManyRequestsError],
  [431, HeadersTooLargeError],
]);
