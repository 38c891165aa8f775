import { describe, expect, it } from "vitest";
import { de } from "../languages/de.ts";
import { en } from "../languages/en.ts";
import { wordingOf } from "../languages/translate.ts";
import { describeRefusal, describeRenewal } from "./describe-refusal.ts";

const words = wordingOf("en", en);
const refuse = (status: number, problem?: { reason?: string }) =>
  describeRefusal({ ok: false, status, problem }, words);

describe("why a link does not open", () => {
  it.each([401, 404, 422])("%s asks for another password and does not say which part is wrong", (status) => {
    expect(refuse(status)).toEqual({
      kind: "retry",
      field: true,
      text: "That password does not open this link. Check both for typing errors.",
    });
  });

  it.each([
    ["revoked", "Its owner has withdrawn it. Ask the sender for a new one."],
    ["expired", "It has expired. Ask the sender for a new one."],
    ["target_deleted", "What it showed has been deleted. Ask the sender for a new one."],
    ["a later version's reason", "It has been withdrawn or has expired. Ask the sender for a new one."],
  ])("410 with reason %s ends it and says why", (reason, text) => {
    expect(refuse(410, { reason })).toEqual({ kind: "end", title: "This link is no longer valid", text });
  });

  it.each(["max_views", "max_tiles", "spend_limit"])(
    "410 at the limit %s says that its owner can raise it",
    (reason) => {
      expect(refuse(410, { reason })).toMatchObject({
        kind: "end",
        title: "This link has reached its limit",
        text: expect.stringContaining("can raise the limit"),
      });
    },
  );

  it("speaks other languages", () => {
    expect(
      describeRefusal({ ok: false, status: 410, problem: { reason: "expired" } }, wordingOf("de", de)),
    ).toEqual({
      kind: "end",
      title: "Dieser Link ist nicht mehr gültig",
      text: "Er ist abgelaufen. Bitten Sie den Absender um einen neuen.",
    });
  });

  it("410 without a reason still says that the link has ended", () => {
    expect(refuse(410)).toMatchObject({
      kind: "end",
      text: expect.stringContaining("withdrawn or has expired"),
    });
  });

  it("every other failure is described as on every page", () => {
    expect(refuse(503)).toEqual({ kind: "wait", seconds: 5, text: "The service is busy at the moment." });
  });
});

describe("why an open map cannot go on", () => {
  const renew = (status: number, problem?: { reason?: string }) =>
    describeRenewal({ ok: false, status, problem }, words);

  it("a changed password asks for the new one, and never says that the link is gone", () => {
    expect(renew(401)).toMatchObject({ kind: "retry", text: expect.stringContaining("has been changed") });
  });

  it("an ended link says why", () => {
    expect(renew(410, { reason: "revoked" })).toMatchObject({ kind: "end" });
  });

  it.each([0, 429, 500, 503])("%s tells nothing about the link", (status) => {
    expect(renew(status)).toBeUndefined();
  });
});
