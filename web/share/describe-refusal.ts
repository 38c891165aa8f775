import type { Failure } from "../client/ask-json.ts";
import { describeFailure, type EndProblem, type PlainProblem } from "../components/describe-failure.ts";

const ENDINGS: Readonly<Record<string, string>> = {
  revoked: "Its owner has withdrawn it.",
  expired: "It has expired.",
  target_deleted: "What it showed has been deleted.",
};

/** Describes why a link does not open. The text does not tell a wrong password from a wrong link. */
export function describeRefusal(failure: Failure): PlainProblem {
  switch (failure.status) {
    case 401:
    case 404:
    case 422:
      return {
        kind: "retry",
        field: true,
        text: "That password does not open this link. Check both for typing errors.",
      };
    case 410:
      return describeEnd(failure.problem?.reason);
    default:
      return describeFailure(failure);
  }
}

/**
 * Describes why an open map cannot go on: its link has ended, or its password was changed. Undefined while
 * that cannot be told.
 */
export function describeRenewal(failure: Failure): PlainProblem | undefined {
  const problem = describeRefusal(failure);
  if (problem.kind === "end") return problem;
  if (failure.status !== 401) return undefined;
  return {
    kind: "retry",
    field: true,
    text: "The password of this link has been changed. Enter the new one, or ask the sender for it.",
  };
}

/** Describes a link that has ended, for a reason the service may have named. */
export function describeEnd(reason?: string): EndProblem {
  const ending = ENDINGS[reason ?? ""] ?? "It has been withdrawn or has expired.";
  return {
    kind: "end",
    title: "This link is no longer valid",
    text: `${ending} Ask the sender for a new one.`,
  };
}
