import type { Failure } from "../client/ask-json.ts";
import { describeFailure } from "../components/describe-failure.ts";
import type { Wording } from "../languages/translate.ts";

/** A failed call of a person who has signed in, with what the server says of it. */
export function describeAnswer(failure: Failure, { t }: Pick<Wording, "t">): string {
  const detail = detailOf(failure);
  switch (failure.status) {
    case 401:
      return t("signIn.ended");
    case 403:
      return t("failure.forbidden", { detail });
    default:
      return detail === "" ? describeFailure(failure, { t }).text : t("failure.said", { detail });
  }
}

/** What the server says: of faults in an input, each with its field. */
function detailOf({ problem }: Failure): string {
  const detail = problem?.detail ?? "";
  if (typeof detail === "string") return detail;
  return detail
    .map(({ loc = [], msg = "" }) => `${loc.filter((part) => part !== "body").join(".")}: ${msg}`)
    .join("; ");
}
