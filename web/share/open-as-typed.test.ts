import { describe, expect, it } from "vitest";
import type { Answer } from "../client/ask-json.ts";
import { openAsTyped } from "./open-as-typed.ts";

/** A link with one password; resolves to how it was tried. */
async function tries(right: string, typed: string) {
  const tried: string[] = [];
  const { answer, password } = await openAsTyped(typed, async (text): Promise<Answer<string>> => {
    tried.push(text);
    return text === right ? { ok: true, value: "map" } : { ok: false, status: 401, problem: undefined };
  });
  return { tried, ok: answer.ok, password };
}

describe("a pasted password", () => {
  it.each(["secret-1 ", "\tsecret-1\n", "secret-1\u00a0"])(
    "%j opens without its outer blanks",
    async (typed) => {
      expect(await tries("secret-1", typed)).toEqual({ tried: ["secret-1"], ok: true, password: "secret-1" });
    },
  );

  it("that really begins with a blank is tried as it was typed", async () => {
    expect(await tries(" secret-1", " secret-1")).toMatchObject({
      tried: ["secret-1", " secret-1"],
      ok: true,
      password: " secret-1",
    });
  });

  it("without outer blanks, or of blanks only, is tried once", async () => {
    expect((await tries("other", "secret-1")).tried).toEqual(["secret-1"]);
    expect((await tries("other", "        ")).tried).toEqual(["        "]);
  });
});
