import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "../../api/operations/registry.ts";
import type { Operation } from "../../api/operations/operation.ts";
import { newId } from "../../infra/new-id.ts";
import { insertExport } from "../../storage/billing/billing-exports.ts";
import { endWarmUp, insertWarmUp } from "../../storage/warm-ups/warm-ups.ts";
import { inputSchemaOf, validInput, type KnownValues } from "../support/arbitrary-inputs.ts";
import type { Answer, Client } from "../support/client.ts";
import { makeThings, type OwnThings } from "../support/own-things.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { recordTiles } from "../support/usage.ts";

const MARK = "only-theirs-91bd";

let system: TestSystem;
let client: Client;
type Things = OwnThings & {
  readonly export_id: string;
  readonly subscription_id: string;
  readonly budget_id: string;
  readonly delivery_id: string;
  readonly warm_up_id: string;
  readonly statement_id: string;
  readonly adjustment_id: string;
};
let own: Things;
let theirs: Things;
let before: string;

beforeAll(async () => {
  system = await startSystem({ settings: { RENDER_DEADLINE_MS: "300", DELIVERY_SECRET: "d".repeat(40) } });
  // Not the first organization of the system: that one operates the billing of all others.
  const mine = await system.addOrganization();
  ({ client } = mine);
  const other = await system.addOrganization();
  const billed = await makeBilled([mine.organization.organizationId, other.organization.organizationId]);
  const ours = await makeThings(client, mine.organization, "own");
  const others = await makeThings(other.client, other.organization, MARK);
  own = {
    ...ours,
    warm_up_id: await makeWarmUp(ours),
    export_id: await makeExport(mine.organization),
    subscription_id: await makeSubscription(client, "own"),
    budget_id: await makeBudget(client, "own"),
    delivery_id: await makeDelivery(client, mine.organization.organizationId, "own"),
    ...billed[0]!,
  };
  theirs = {
    ...others,
    warm_up_id: await makeWarmUp(others),
    export_id: await makeExport(other.organization),
    subscription_id: await makeSubscription(other.client, MARK),
    budget_id: await makeBudget(other.client, MARK),
    delivery_id: await makeDelivery(other.client, other.organization.organizationId, MARK),
    ...billed[1]!,
  };
  before = await dump(other.organization.organizationId);
});
afterAll(() => system.stop());

const SAMPLES = 3;

/** Inputs an operation accepts, naming only what the caller owns. */
function inputsOf(operation: Operation): Record<string, unknown>[] {
  const known: KnownValues = Object.fromEntries(Object.entries(own).map(([name, id]) => [name, [id]]));
  const all = fc.sample(validInput(inputSchemaOf(operation), known), { seed: 7, numRuns: 400 });
  const fixed = (input: object): Record<string, unknown> => ({
    ...input,
    ...("password" in input ? { password: "correct horse" } : {}),
    ...("party" in input ? { party: { legal_name: "Kartenamt" } } : {}),
    ...("amount" in input ? { amount: "12.50" } : {}),
    ...("expires_at" in input ? { expires_at: "2099-01-01T00:00:00Z" } : {}),
  });
  return all
    .filter((input) => typeof input === "object" && input !== null)
    .map((input) => fixed(input))
    .filter((input) => operation.input.safeParse(input).success);
}

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (id, operation) => {
  const rules = Object.entries(operation.resources ?? {});

  test.each(rules)("answers 404 for another organization's %s", async (_name, rule) => {
    const named = inputsOf(operation)
      .map((input) => ({
        ...ownResources(operation, input),
        ...(rule.when ? { [rule.when.field]: rule.when.equals } : {}),
      }))
      .slice(0, SAMPLES);
    expect(named.length, "no input to try").toBeGreaterThan(0);
    for (const input of named) {
      const foreign = { ...input, [rule.field]: foreignIdOf(rule.kind) };
      const answer = await client.try(id, foreign);
      expect(answer.status, `${JSON.stringify(foreign)}: ${answer.bytes.toString()}`).toBe(404);
      expect(answer.bytes.toString()).not.toContain(MARK);
    }
  });

  test("answers a foreign id in any other field as it answers an id that does not exist", async () => {
    const ruled = new Set(rules.map(([, rule]) => rule.field));
    const fields = Object.keys(inputSchemaOf(operation).properties ?? {}).filter(
      (field) => /(^|_)id$/.test(field) && !ruled.has(field),
    );
    for (const field of fields) {
      const [base] = inputsOf(operation).filter((input) => field in input || !isRequired(operation, field));
      if (base === undefined) continue;
      const input = ownResources(operation, base);
      for (const foreignId of new Set(Object.values(theirs))) {
        const nowhere = newId();
        const answers = [
          await client.try(id, unique({ ...input, [field]: foreignId })),
          await client.try(id, unique({ ...input, [field]: nowhere })),
        ];
        const [seen, unseen] = answers.map((answer) => visible(answer, [foreignId, nowhere]));
        expect(seen, `${field}: ${foreignId}`).toEqual(unseen);
        expect(answers[0]?.bytes.toString()).not.toContain(MARK);
      }
    }
  });
});

test("nothing of the other organization has changed", async () => {
  expect(await dump(theirs.organization_id)).toBe(before);
});

function isRequired(operation: Operation, field: string): boolean {
  return inputSchemaOf(operation).required?.includes(field) === true;
}

/** Names that must be unique do not make the second of two calls fail. */
function unique(input: Record<string, unknown>): Record<string, unknown> {
  return "stac_id" in input && typeof input["stac_id"] === "string" ? { ...input, stac_id: newId() } : input;
}

/** The input with every resource it names being the caller's. */
function ownResources(operation: Operation, input: Record<string, unknown>): Record<string, unknown> {
  const changed = { ...input };
  for (const rule of Object.values(operation.resources ?? {})) {
    const isMeant = rule.when === undefined || changed[rule.when.field] === rule.when.equals;
    if (isMeant && rule.field in changed) changed[rule.field] = idOf(own, rule.kind);
  }
  return changed;
}

function foreignIdOf(kind: string): string {
  return idOf(theirs, kind);
}

/** Which of the things a kind of resource is. */
const NAMES: Readonly<Record<string, keyof Things>> = {
  organization: "organization_id",
  project: "project_id",
  collection: "collection_id",
  item: "item_id",
  share_link: "link_id",
  upload: "upload_id",
  billing_account: "organization_id",
  billing_export: "export_id",
  event_subscription: "subscription_id",
  budget: "budget_id",
  export_delivery: "delivery_id",
  warm_up: "warm_up_id",
  billing_statement: "statement_id",
  billing_adjustment: "adjustment_id",
};

async function makeDelivery(of: Client, organizationId: string, name: string): Promise<string> {
  const key = { access_key_id: "AK", secret_access_key: "secret" };
  const values = { organization_id: organizationId, name, bucket: "some-bucket", ...key };
  return (await of.call("billing.deliveries.create", values)).id;
}

/** A warm-up that has ended: one that runs would change while others look. */
async function makeWarmUp({ organization_id, project_id, item_id }: OwnThings): Promise<string> {
  const row = await insertWarmUp(
    system.deps.database,
    {
      organizationId: organization_id,
      projectId: project_id,
      targetType: "item",
      targetId: item_id,
      profile: null,
      format: "png",
      size: 256,
      quality: 82,
      zoomMin: 0,
      zoomMax: 0,
      bounds: null,
      tiles: 1,
    },
    organization_id,
  );
  if (row === "too_many") throw new Error("the first one has room");
  await endWarmUp(system.deps.database, row.id, { state: "cancelled", reason: null });
  return row.id;
}

async function makeBudget(of: Client, name: string): Promise<string> {
  return (await of.call("budgets.create", { name, amount: "10" })).id;
}

async function makeSubscription(of: Client, description: string): Promise<string> {
  const values = { event_type: "*", endpoint_url: "https://hooks.invalid/", description };
  return (await of.call("event_subscriptions.create", values)).id;
}

/** A statement of each organization, and a note to it. */
async function makeBilled(
  organizationIds: readonly string[],
): Promise<{ statement_id: string; adjustment_id: string }[]> {
  const { client: operator, deps } = system;
  await deps.database`update organizations set created_at = '2026-08-20'`;
  for (const organization_id of organizationIds) {
    const tiers = [{ up_to: null, price_per_thousand: "10" }];
    const card = { organization_id, effective_from: "2026-09", currency: "EUR", tiers };
    await operator.call("billing.rates.set", card);
    await recordTiles(deps.database, {
      organizationId: organization_id,
      count: 100,
      at: "2026-09-10T00:00:00Z",
    });
  }
  await operator.call("billing.periods.close", { period: "2026-09" });
  return await Promise.all(
    organizationIds.map(async (organization_id) => {
      const asked = { organization_id, period: "2026-09" };
      const { id: statement_id } = await operator.call("billing.statements.get", asked);
      const note = { organization_id, currency: "EUR", amount: "-0.10", reason: "an outage", statement_id };
      const { id: adjustment_id } = await operator.call("billing.adjustments.create", note);
      return { statement_id: statement_id as string, adjustment_id: adjustment_id as string };
    }),
  );
}

/** An export of a month, as if one had been closed. */
async function makeExport({ organizationId }: { organizationId: string }): Promise<string> {
  const row = await insertExport(system.deps.database, {
    ownerOrganizationId: organizationId,
    organizationId,
    month: "2026-01-01",
    layout: "statement",
    format: "csv",
    createdBy: organizationId,
  });
  return row.id;
}

function idOf(things: Things, kind: string): string {
  const name = NAMES[kind];
  if (name === undefined) throw new Error(`say in NAMES what a ${kind} is, and make one`);
  return things[name];
}

/** An answer without what differs between any two calls. */
function visible(answer: Answer, ids: readonly string[]): string {
  let text = answer.bytes.toString();
  for (const each of ids) text = text.replaceAll(each, "<id>");
  return `${answer.status} ${text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<id>")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>")
    .replace(/"(token|key|prefix|request_id)":"[^"]*"/g, '"$1":"<secret>"')}`;
}

/** Everything an organization has, as text. */
async function dump(organizationId: string): Promise<string> {
  const { database } = system.deps;
  const rows = await database`
    select t.* from (
      select p::text as row from projects p where organization_id = ${organizationId}
      union all select m::text from project_members m join projects on projects.id = project_id where organization_id = ${organizationId}
      union all select c::text from collections c join projects on projects.id = project_id where organization_id = ${organizationId}
      union all select i::text from items i join projects on projects.id = project_id where organization_id = ${organizationId}
      union all select s::text from share_links s where organization_id = ${organizationId}
      union all select k::text from (select id, name, scopes, revoked_at from api_keys where organization_id = ${organizationId}) k
      union all select u::text from uploads u join projects on projects.id = project_id where organization_id = ${organizationId}
      union all select u::text from users u where organization_id = ${organizationId}
    ) t order by 1`;
  return JSON.stringify(rows);
}
