import type { GeoperaError } from "@geopera/share-client";

/** Exit codes for scripts; documented in the README. */
export const EXIT = {
  ok: 0,
  unexpected: 1,
  usage: 2,
  denied: 3,
  gone: 4,
  unavailable: 5,
  conflict: 6,
  interrupted: 130,
} as const satisfies Record<string, number>;

const BY_STATUS: Readonly<Record<number, number>> = {
  400: EXIT.usage,
  401: EXIT.denied,
  403: EXIT.denied,
  404: EXIT.gone,
  409: EXIT.conflict,
  410: EXIT.gone,
  413: EXIT.usage,
  422: EXIT.usage,
  429: EXIT.unavailable,
};

/** The exit code of a failed call. */
export function exitCodeOf(error: GeoperaError): number {
  const { status } = error;
  if (status === undefined || status >= 500) return EXIT.unavailable;
  return BY_STATUS[status] ?? EXIT.unexpected;
}
