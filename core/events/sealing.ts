/** Purposes under which secrets of a subscription are encrypted; its id follows. */
export const SECRET_PURPOSE = "webhook secret";

/** See {@link SECRET_PURPOSE}. */
export const HEADERS_PURPOSE = "webhook headers";
