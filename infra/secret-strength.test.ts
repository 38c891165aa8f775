import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseAdminConfig, parseConfig } from "./config.ts";
import { secretFault, urlPasswordFault } from "./secret-strength.ts";

const strong = () => randomBytes(48).toString("base64");
const production = () => ({
  GEOPERA_MODE: "production",
  DATABASE_URL: `postgres://geopera:${randomBytes(12).toString("hex")}@db/geopera`,
  REDIS_URL: `redis://:${randomBytes(12).toString("hex")}@redis:6379`,
  OBJECT_STORE_URL: "s3://bucket",
  GRANT_SECRET: strong(),
  JOURNAL_DIR: "/var/lib/geopera",
  PUBLIC_URL: "https://share.example.org",
});

test("production starts with random secrets", () => {
  expect(parseConfig(production()).GEOPERA_MODE).toBe("production");
  expect(parseConfig({ ...production(), IDENTITY_SECRET: strong(), OPERATOR_KEY: strong() })).toBeDefined();
});

test.each([
  ["GRANT_SECRET", ""],
  ["GRANT_SECRET", "short"],
  ["GRANT_SECRET", "a".repeat(40)],
  ["GRANT_SECRET", "change-me-to-something-random-please"],
  ["OPERATOR_KEY", "operator-key-1234"],
  ["IDENTITY_SECRET", "0123456789012345678901234567890123"],
  ["DATABASE_URL", "postgres://postgres:postgres@db/geopera"],
  ["DATABASE_URL", "postgres://geopera:geopera@db/geopera"],
  ["REDIS_URL", "redis://:redis@redis:6379"],
  ["REDIS_URL", "redis://redis:6379"],
  ["AWS_SECRET_ACCESS_KEY", "minioadmin"],
  ["BCRYPT_COST", "4"],
  ["PUBLIC_URL", ""],
  ["PUBLIC_URL", "http://share.example.org"],
  ["PUBLIC_URL", "https://share.example.org/maps?a=b"],
  ["PUBLIC_URL", "https://share.example.org/a%2fb"],
])("production refuses %s=%s and names it", (name, value) => {
  expect(() => parseConfig({ ...production(), [name]: value })).toThrow(name);
});

test.each([
  ["DATABASE_URL", "postgres://postgres:postgres@db/geopera"],
  ["BCRYPT_COST", "4"],
])("administrative commands in production refuse %s=%s", (name, value) => {
  expect(() => parseAdminConfig({ ...production(), [name]: value })).toThrow(name);
});

test("production on one's own machine needs no certificate", () => {
  const config = { ...production(), PUBLIC_URL: "http://localhost:8080" };
  expect(parseConfig(config).PUBLIC_URL).toBe("http://localhost:8080");
  const below = "https://example.org/share";
  expect(parseConfig({ ...production(), PUBLIC_URL: below }).PUBLIC_URL).toBe(below);
});

test("production takes a Redis without a password only when told", () => {
  const config = { ...production(), REDIS_URL: "redis://redis:6379", REDIS_WITHOUT_PASSWORD: "true" };
  expect(parseConfig(config).REDIS_WITHOUT_PASSWORD).toBe(true);
});

test("production refuses one secret in two places", () => {
  const secret = strong();
  expect(() => parseConfig({ ...production(), GRANT_SECRET: secret, IDENTITY_SECRET: secret })).toThrow(
    "differ",
  );
});

test("development accepts weak secrets", () => {
  const config = {
    ...production(),
    GEOPERA_MODE: "development",
    GRANT_SECRET: "a".repeat(40),
    BCRYPT_COST: "4",
  };
  expect(parseConfig(config).BCRYPT_COST).toBe(4);
});

test("random secrets of every usual making are accepted", () => {
  for (const make of ["hex", "base64", "base64url"] as const) {
    for (let round = 0; round < 200; round += 1)
      expect(secretFault(randomBytes(32).toString(make).padEnd(64, "x"))).toBeUndefined();
  }
  expect(urlPasswordFault("postgres://geopera@db/geopera")).toBeUndefined();
});
