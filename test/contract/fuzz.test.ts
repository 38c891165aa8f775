import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationPaths } from "../../api/http/operation-routes.ts";
import { OPERATIONS } from "../../api/operations/registry.ts";
import type { Operation } from "../../api/operations/operation.ts";
import {
  inputSchemaOf,
  nearlyValidInput,
  validInput,
  wildInput,
  type KnownValues,
} from "../support/arbitrary-inputs.ts";
import { Client, type Answer } from "../support/client.ts";
import { makeThings } from "../support/own-things.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

/** FUZZ_SEED repeats a run, FUZZ_RUNS sets the number of calls in all. */
const seed = Number(process.env["FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const runs = Number(process.env["FUZZ_RUNS"] ?? 2_400);
const runsEach = Math.ceil(runs / OPERATIONS.length);

/** In every name of the organization that must not be seen. */
const MARK = "only-theirs-7f3a";

/** What no answer may show: stacks, queries, paths of the code, hashes, the other organization. */
const LEAK = new RegExp(
  `\\bat (async )?[/\\w.]+ ?\\(|node_modules|\\.ts:\\d+|select .+ from |PostgresError|\\$2[aby]\\$|${MARK}`,
);

let system: TestSystem;
let foreign: KnownValues;

beforeAll(async () => {
  console.info(`fuzz: FUZZ_SEED=${seed}, ${runsEach} calls for each of ${OPERATIONS.length} operations`);
  system = await startSystem({
    pools: ["render"],
    // Each operation gets an upload of its own.
    settings: {
      TRUSTED_PROXIES: "127.0.0.1",
      RENDER_DEADLINE_MS: "5000",
      LIMIT_OPEN_UPLOADS: "1000",
      DELIVERY_SECRET: "d".repeat(40),
    },
  });
  const { client, organization } = await system.addOrganization();
  const theirs = await makeThings(client, organization, MARK);
  // Not the token: its holder may see what the link shares.
  const { token: _secret, ...ids } = theirs;
  foreign = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, [id]]));
});
afterAll(() => system.stop());

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (_id, operation) => {
  test(
    "never fails, keeps to its schema and leaks nothing, whatever comes",
    { timeout: 60_000 },
    async () => {
      const known = await knownValues();
      const schema = inputSchemaOf(operation);
      const call = fc.record({
        input: fc.oneof(
          { weight: 4, arbitrary: validInput(schema, known) },
          { weight: 4, arbitrary: nearlyValidInput(schema, known) },
          { weight: 2, arbitrary: wildInput },
        ),
        path: fc.constantFrom(...operationPaths(operation.id)),
        caller: fc.constantFrom<keyof typeof callers>(
          ...(["organization", "organization", "organization", "nobody", "nonsense"] as const),
        ),
        // Every call from somewhere else, so that throttles of addresses do not hide the rest.
        address: fc.ipV6(),
      });
      await fc.assert(
        fc.asyncProperty(call, async ({ input, path, caller, address }) => {
          const answer = await callers[caller]().post(path, input, { "x-forwarded-for": address });
          checkAnswer(operation, answer);
        }),
        { seed, numRuns: runsEach, endOnFailure: false },
      );
    },
  );
});

const callers = {
  organization: () => system.client,
  nobody: () => new Client(system.url),
  nonsense: () => new Client(system.url, "gpra_nonsense"),
} satisfies Record<string, () => Client>;

/** Own ids and those of another organization, for every field that may take one. */
async function knownValues(): Promise<KnownValues> {
  // Arbitrary rules would refuse the link made here.
  await system.client.call("organizations.rules.update", {
    organization_id: system.organization.organizationId,
    link_lifetime_max_days: null,
    link_lifetime_default_days: null,
    link_password_min_length: null,
    link_allowed_origins: [],
  });
  const own = await makeThings(system.client, system.organization, "own");
  const values = Object.fromEntries(
    Object.entries(own).map(([name, id]) => [name, [id, id, ...(foreign[name] ?? [])]]),
  );
  return { ...values, target_id: [own.item_id, own.collection_id, ...(foreign["item_id"] ?? [])] };
}

function checkAnswer(operation: Operation, answer: Answer): void {
  const text = answer.bytes.toString("utf8");
  expect(text, "leak").not.toMatch(LEAK);
  const type = answer.headers.get("content-type") ?? "";
  if (answer.status === 200) {
    if (operation.output === "binary") {
      expect(type).toMatch(/^image\/|^application\/|^text\//);
      return;
    }
    expect(type).toContain("application/json");
    expect(operation.output.safeParse(answer.json).error).toBeUndefined();
    return;
  }
  if (answer.status === 422) {
    expect(type).toContain("application/json");
    expect(answer.json.detail.length).toBeGreaterThan(0);
    for (const fault of answer.json.detail) {
      expect(fault).toEqual({ loc: expect.any(Array), msg: expect.any(String), type: expect.any(String) });
    }
    return;
  }
  expect(type).toContain("application/problem+json");
  expect(answer.json).toMatchObject({
    type: expect.stringMatching(/^https:\/\/geopera\.com\/problems\/[a-z-]+$/),
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
    request_id: expect.any(String),
  });
  if (answer.status === 503) expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
  else expect(answer.status, text).toBeLessThan(500);
}
