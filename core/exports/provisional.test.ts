import { expect, test } from "vitest";
import { provisionalStatementId } from "./provisional.ts";

test("a statement of an open month has one id: by organization, month and currency", () => {
  const id = provisionalStatementId("o", "2026-11-01", "EUR");
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(provisionalStatementId("o", "2026-11-01", "EUR")).toBe(id);
  const others = [
    provisionalStatementId("p", "2026-11-01", "EUR"),
    provisionalStatementId("o", "2026-12-01", "EUR"),
    provisionalStatementId("o", "2026-11-01", "USD"),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});
