const ENDINGS = {
  revoked: "Its owner has withdrawn it.",
  expired: "It has expired.",
  target_deleted: "What it showed has been deleted.",
};

/**
 * Says a failed answer in plain words. Kinds: "retry" (another password may do), "wait" (the same may do after `seconds`) and "end"
 * (nothing will do).
 */
export function describeProblem({ status, problem, retryAfterSeconds }) {
  switch (status) {
    case 401:
    case 404:
    case 422:
      return {
        kind: "retry",
        field: true,
        text: "That password does not open this link. Check both for typing errors.",
      };
    case 410:
      return {
        kind: "end",
        title: "This link is no longer valid",
        text: `${ENDINGS[problem?.reason] ?? "It has been withdrawn or has expired."} Ask the sender for a new one.`,
      };
    case 429:
      return { kind: "wait", seconds: retryAfterSeconds ?? 30, text: "Too many attempts." };
    case 503:
      return { kind: "wait", seconds: retryAfterSeconds ?? 5, text: "The service is busy at the moment." };
    case 0:
      return {
        kind: "retry",
        text: "The server cannot be reached. Check your connection and try again.",
      };
    default:
      return {
        kind: "retry",
        text: `Something went wrong on the server (${status}). Try again in a moment.`,
      };
  }
}

/** A number of seconds as one says it. */
export function describeWait(seconds) {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
