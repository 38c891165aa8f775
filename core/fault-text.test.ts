import { expect, test } from "vitest";
import { z } from "zod";
import { faultText } from "./fault-text.ts";

test.each([
  [z.string(), 1, "must be a text"],
  [z.string(), null, "must be a text"],
  [z.int(), 1.5, "must be an integer"],
  [z.int(), "1", "must be an integer"],
  [z.boolean(), "yes", "must be true or false"],
  [z.array(z.string()), {}, "must be a list"],
  [z.record(z.string(), z.string()), [], "must be an object"],
  [z.enum(["item", "collection"]), "items", "must be one of item, collection"],
  [z.literal("all"), "none", "must be all"],
  [z.int().min(1), 0, "must be at least 1"],
  [z.number().positive(), 0, "must be greater than 0"],
  [z.number().max(50), 51, "must be at most 50"],
  [z.string().min(8), "short", "must have at least 8 characters"],
  [z.string().min(1), "", "must have at least 1 character"],
  [z.array(z.string()).max(2), ["a", "b", "c"], "must have at most 2 entries"],
  [
    z.iso.datetime({ offset: true }),
    "2026-05-01T12:00:00",
    "needs an offset from UTC, such as 2026-05-01T12:00:00Z",
  ],
  [
    z.iso.datetime({ offset: true }),
    "tomorrow",
    "must be a time with an offset (RFC 3339), such as 2026-12-31T23:59:59Z",
  ],
  [z.union([z.literal("auto"), z.array(z.number())]), 1, "must be auto, or be a list"],
  [z.union([z.string(), z.int()]), null, "must be a text, or be an integer"],
  [z.string().regex(/^a$/, { message: "must be a" }), "b", "must be a"],
])("a wrong value gets words that follow the name of its field (%#)", (schema, value, text) => {
  expect(schema.safeParse(value, { error: faultText }).error?.issues[0]?.message).toBe(text);
});
