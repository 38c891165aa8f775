import { describe, expect, it } from "vitest";
import { en } from "../languages/en.ts";
import { wordingOf } from "../languages/translate.ts";
import { describeFailure as describeIn, describeWait } from "./describe-failure.ts";

const words = wordingOf("en", en);
const describeFailure = (failure: Parameters<typeof describeIn>[0]) => describeIn(failure, words);

describe("failures in plain words", () => {
  it.each([429, 503])("%s waits as long as Retry-After says", (status) => {
    expect(describeFailure({ ok: false, status, retryAfterSeconds: 17 })).toMatchObject({
      kind: "wait",
      seconds: 17,
    });
    expect(describeFailure({ ok: false, status })).toMatchObject({
      kind: "wait",
      seconds: expect.any(Number),
    });
  });

  it("no answer and an unexpected one may be tried again", () => {
    expect(describeFailure({ ok: false, status: 0 }).text).toContain("cannot be reached");
    expect(describeFailure({ ok: false, status: 500 }).text).toContain("(500)");
  });

  it("a wait is given in seconds, a long one in minutes", () => {
    expect([1, 2, 89, 90, 900].map((seconds) => describeWait(seconds, words))).toEqual([
      "1 second",
      "2 seconds",
      "89 seconds",
      "2 minutes",
      "15 minutes",
    ]);
  });
});
