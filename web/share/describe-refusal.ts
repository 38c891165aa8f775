import type { Failure } from "../client/ask-json.ts";
import { describeFailure, type EndProblem, type PlainProblem } from "../components/describe-failure.ts";
import type { Wording } from "../languages/translate.ts";

/** Reasons of a 410 that a new link mends. */
const ENDINGS = ["revoked", "expired", "target_deleted"] as const;

/** Reasons of a 410 that the owner mends by raising a limit. */
const LIMITS = ["max_views", "max_tiles", "spend_limit"] as const;

type Words = Pick<Wording, "t">;

/** Describes why a link does not open. The text does not tell a wrong password from a wrong link. */
export function describeRefusal(failure: Failure, words: Words): PlainProblem {
  switch (failure.status) {
    case 401:
    case 404:
    case 422:
      return { kind: "retry", field: true, text: words.t("problem.password") };
    case 403:
      return { kind: "retry", text: words.t("problem.origin") };
    case 410:
      return describeEnd(words, failure.problem?.reason);
    default:
      return describeFailure(failure, words);
  }
}

/**
 * Describes why an open map cannot go on: its link has ended, or its password was changed. Undefined while
 * that cannot be told.
 */
export function describeRenewal(failure: Failure, words: Words): PlainProblem | undefined {
  const problem = describeRefusal(failure, words);
  if (problem.kind === "end") return problem;
  if (failure.status !== 401) return undefined;
  return { kind: "retry", field: true, text: words.t("problem.passwordChanged") };
}

/** Describes addresses that have ended by their time; undefined for another reason. */
export function describeAddresses({ status, problem }: Failure, { t }: Words): PlainProblem | undefined {
  if (status !== 410 || problem?.reason !== "grant_expired") return undefined;
  return { kind: "retry", text: t("problem.addressesEnded") };
}

/** Describes a link that has ended, for a reason the service may have named. */
export function describeEnd({ t }: Words, reason?: string): EndProblem {
  const limit = LIMITS.find((name) => name === reason);
  if (limit !== undefined) return { kind: "end", title: t("ended.limitTitle"), text: t(`ended.${limit}`) };
  if (reason === "paused") return { kind: "end", title: t("ended.pausedTitle"), text: t("ended.paused") };
  const ending = ENDINGS.find((name) => name === reason) ?? "unknown";
  return { kind: "end", title: t("ended.title"), text: t("ended.ask", { reason: t(`ended.${ending}`) }) };
}
