import postgres from "postgres";
import { expect, test } from "vitest";
import { ConnectionError } from "./connections/socket.ts";
import { isDatabaseUnavailable } from "./database.ts";

const ofServer = (code: string) => Object.assign(new postgres.PostgresError(""), { code });

test("only PostgreSQL being away is PostgreSQL being away: a client that hangs up has the same code", () => {
  expect(isDatabaseUnavailable(new ConnectionError("ECONNRESET", "reset"))).toBe(true);
  expect(isDatabaseUnavailable(Object.assign(new Error("aborted"), { code: "ECONNRESET" }))).toBe(false);
  expect(["57P01", "57014", "53300", "08006"].map(ofServer).map(isDatabaseUnavailable)).toEqual(
    Array<boolean>(4).fill(true),
  );
  expect(["23505", "42P01", "22P02"].map(ofServer).some(isDatabaseUnavailable)).toBe(false);
});
