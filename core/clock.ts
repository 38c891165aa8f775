/** The current time in milliseconds since 1970; injected, so that tests own the time. */
export type Clock = () => number;

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
