import type { z } from "zod";
import { ProblemError, InputError, PROBLEMS } from "../../core/errors.ts";
import { faultText } from "../../core/fault-text.ts";
import type { Principal } from "../../core/access/access.ts";
import { insertAuditEntries } from "../../storage/audit-log.ts";
import type { Deps } from "../deps.ts";
import { findIdempotentAnswer, withIdempotency } from "./idempotency.ts";
import { inputFaults } from "./input-faults.ts";
import type { BinaryAnswer, CallContext } from "./call.ts";
import { takesIdempotencyKey, type Operation } from "./operation.ts";
import { admit, type Admission, type Bearer } from "./admit.ts";
import type { Credentials } from "./authenticate.ts";
import type { ResourceRules } from "./resources.ts";
import type { TellRateLimits } from "./rate-limiter.ts";

/** One call as it arrived. */
export interface Call extends CallContext {
  readonly credentials: Credentials;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  /** Called with the rest of the caller's limit before the answer. */
  readonly onRateLimit: TellRateLimits;
}

/** The answer: JSON text, or bytes. */
export interface Answer {
  readonly json?: string;
  /** The answer of an earlier call with the same Idempotency-Key. */
  readonly isReplayed?: boolean;
  readonly binary?: BinaryAnswer;
}

/**
 * Carries a call through every stage: admission, run, output schema, audit. An operation cannot leave one
 * out.
 */
export async function dispatch(deps: Deps, operation: Operation, call: Call): Promise<Answer> {
  let audited: Principal | undefined;
  try {
    const admission = await admit(deps, operation, {
      credentials: call.credentials,
      readInput: () => parseInput(operation, call.body),
      onRateLimit: call.onRateLimit,
      onCaller: (principal) => {
        if (operation.sideEffect !== "read") audited = principal;
      },
    }).catch(async (error: unknown) => {
      const replayed = await replayOf(deps, operation, call, audited, error);
      if (replayed === undefined) throw error;
      return replayed;
    });
    const answer = "principal" in admission ? await run(deps, operation, call, admission) : admission;
    if (audited) await audit(deps, operation, call, audited, 200, answer.json);
    return answer;
  } catch (error) {
    if (audited) await audit(deps, operation, call, audited, statusOf(error), undefined);
    noteRefusedCredential(deps, call, error);
    throw error;
  }
}

/**
 * Whether a call without bearer passes only the input schema and `run`: it has no caller to authorize, count
 * or audit, and no resource to find or answer to replay. Code that bypasses {@link dispatch} must check this.
 */
export function hasNoStagesWithoutBearer(operation: Operation): boolean {
  return (
    operation.bearer === "optional" &&
    operation.sideEffect === "read" &&
    operation.audience === undefined &&
    operation.resources === undefined &&
    operation.output === "binary"
  );
}

/** The answer of the call that has taken away what this repetition does not find. */
async function replayOf(
  deps: Deps,
  operation: Operation,
  { idempotencyKey: key, body }: Call,
  principal: Principal | undefined,
  error: unknown,
): Promise<Answer | undefined> {
  const isGone = error instanceof ProblemError && error.code === "not_found";
  if (!isGone || !takesIdempotencyKey(operation) || principal === undefined || key === undefined)
    return undefined;
  return await findIdempotentAnswer(deps, {
    principalId: principal.id,
    operationId: operation.id,
    key,
    body,
  });
}

async function run(
  shared: Deps,
  operation: Operation,
  call: Call,
  { principal, input, resources }: Admission<Bearer, ResourceRules, unknown>,
): Promise<Answer> {
  const deps = principal === undefined ? shared : inTurnOf(principal, shared);
  const context = { ...call, resources, principal };
  if (operation.output === "binary") {
    return { binary: (await operation.run(deps, input, context)) as BinaryAnswer };
  }
  const runOnce = async () => {
    if (operation.creates !== undefined && principal !== undefined) {
      await deps.amounts.take(principal.organizationId, operation.creates);
    }
    return JSON.stringify(checkOutput(deps, operation, await operation.run(deps, input, context)));
  };
  const answer =
    takesIdempotencyKey(operation) && principal !== undefined && call.idempotencyKey !== undefined
      ? await withIdempotency(
          deps,
          { principalId: principal.id, operationId: operation.id, key: call.idempotencyKey, body: call.body },
          runOnce,
        )
      : { json: await runOnce() };
  if (operation.sideEffect !== "read") forgetOwnChanges(deps, operation, resources);
  return answer;
}

/** The parts for a call of an organization: it waits for the database in its turn. */
function inTurnOf({ organizationId }: Principal, deps: Deps): Deps {
  return { ...deps, database: deps.database.inTurnOf(organizationId) };
}

/** The ids of a row that other processes may have cached. */
interface ChangedRow {
  readonly id?: string | null;
  readonly collection_id?: string | null;
  readonly target_collection_id?: string | null;
  readonly target_item_id?: string | null;
}

/**
 * Invalidates this process's cache of what a call may have changed, before the call is answered. The caller
 * then sees its own change with the next request, without waiting for the notice that reaches the other
 * processes.
 */
function forgetOwnChanges(
  { links }: Pick<Deps, "links">,
  operation: Operation,
  resources: Readonly<Record<string, ChangedRow | undefined>>,
): void {
  for (const [name, { kind }] of Object.entries(operation.resources ?? {})) {
    const row = resources[name];
    if (typeof row?.id !== "string") continue;
    if (kind === "item" || kind === "collection" || kind === "share_link") links.onChange(kind, row.id);
    if (typeof row.target_item_id === "string") links.onChange("item", row.target_item_id);
    for (const id of [row.collection_id, row.target_collection_id]) {
      if (typeof id === "string") links.onChange("collection", id);
    }
  }
}

function parseInput(operation: Operation, body: unknown): unknown {
  const parsed = operation.input.safeParse(body ?? {}, { error: faultText });
  if (parsed.success) return parsed.data;
  throw new InputError(inputFaults(parsed.error, body));
}

/** In production a client gets the output even when a bug breaks its schema. */
function checkOutput(deps: Deps, operation: Operation, output: unknown): unknown {
  if (deps.config.GEOPERA_MODE === "production") return output;
  const result = (operation.output as z.ZodType).safeParse(output);
  if (result.success) return output;
  throw new Error(`${operation.id} answers against its schema`, { cause: result.error });
}

async function audit(
  deps: Deps,
  operation: Operation,
  call: Call,
  principal: Principal,
  outcome: number,
  json: string | undefined,
): Promise<void> {
  try {
    await insertAuditEntries(deps.database.inTurnOf(principal.organizationId), [
      {
        organizationId: principal.organizationId,
        principalType: principal.type,
        principalId: principal.id,
        operationId: operation.id,
        subject: { ...subjectOf(call.body, json), ...auditedFields(operation, call.body, json) },
        outcome,
        clientAddress: call.clientAddress,
        requestId: call.requestId,
      },
    ]);
  } catch (error) {
    deps.logger.error({ err: error, operation: operation.id, requestId: call.requestId }, "audit entry lost");
  }
}

/** The longest text of a field that is kept: a price list of 50 tiers fits. */
const AUDITED_LENGTH_MAX = 5_000;

/** What a successful call said, and was answered, in the fields that its operation has audited. */
function auditedFields(
  { audited = [], auditedAnswer = [] }: Operation,
  body: unknown,
  json: string | undefined,
): Readonly<Record<string, string>> {
  if (json === undefined) return {};
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  const answered = auditedAnswer.length === 0 ? {} : (JSON.parse(json) as Readonly<Record<string, unknown>>);
  const fields = [
    ...audited.map((name) => [name, given[name]] as const),
    ...auditedAnswer.map((name) => [name, answered[name]] as const),
  ];
  const kept = fields.flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return [[name, text.slice(0, AUDITED_LENGTH_MAX)] as const];
  });
  return Object.fromEntries(kept);
}

const ID_FIELD = /^[a-z_]{1,60}_id$/;

/** More ids than any operation names. */
const SUBJECT_IDS_MAX = 20;

/**
 * The ids in the input and in the answer. A refused body may hold anything, so its ids are bounded and
 * cleaned.
 */
function subjectOf(body: unknown, json: string | undefined): Record<string, string> {
  const subject: Record<string, string> = {};
  const named = Object.entries((body as object | null) ?? {}).filter(([key]) => ID_FIELD.test(key));
  for (const [key, value] of named.slice(0, SUBJECT_IDS_MAX)) {
    if (typeof value === "string") subject[key] = value.slice(0, 100).replaceAll("\0", "").toWellFormed();
  }
  const answered: unknown = json === undefined ? undefined : (JSON.parse(json) as { id?: unknown }).id;
  if (typeof answered === "string") subject["id"] = answered;
  return subject;
}

/** Who sent a key or token that is not accepted is not known; addresses tell where they come from. */
function noteRefusedCredential(
  { securityLog }: Deps,
  { credentials, clientAddress }: Call,
  error: unknown,
): void {
  const isRefused = error instanceof ProblemError && error.code === "unauthenticated";
  if (!isRefused || (credentials.authorization ?? credentials.apiKey) === undefined) return;
  securityLog.note({
    kind: "credential",
    outcome: "refused",
    organizationId: null,
    principalType: null,
    principalId: null,
    subject: {},
    clientAddress,
  });
}

function statusOf(error: unknown): number {
  if (error instanceof ProblemError) return PROBLEMS[error.code].status;
  return error instanceof InputError ? 422 : 500;
}
