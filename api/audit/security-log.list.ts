import { z } from "zod";
import { listSecurityEvents, SECURITY_EVENT_KINDS } from "../../storage/accounts/security-events.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, timestamp } from "../operations/schemas.ts";
import { toWire } from "../operations/wire.ts";

export const securityLogList = defineOperation({
  id: "security_log.list",
  summary:
    "The security log, newest first: log-ins, tokens, devices, keys and people. Equal events of a minute are one row.",
  scope: "audit:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "SecurityLogInput",
  input: z.strictObject({
    kind: z.enum(SECURITY_EVENT_KINDS).nullable().optional(),
    since: timestamp.nullable().optional(),
    until: timestamp.nullable().optional(),
    limit: z.int().min(1).max(1_000).default(100),
    /** `next_before` of the page before this one. */
    before: z.string().nullable().optional(),
  }),
  outputName: "SecurityLogOutput",
  output: z.object({
    events: z.array(
      z.object({
        id: z.string(),
        occurred_at: answeredTimestamp,
        kind: z.string(),
        outcome: z.string(),
        principal_type: z.string().nullable(),
        principal_id: z.string().nullable(),
        subject: z.record(z.string(), z.string()),
        client_address: z.string().nullable(),
        /** How many equal events the row stands for. */
        count: z.int(),
      }),
    ),
    /** Null on the last page. */
    next_before: z.string().nullable(),
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const rows = await listSecurityEvents(database, {
      organizationId: principal.organizationId,
      kind: input.kind ?? undefined,
      since: input.since == null ? undefined : new Date(input.since),
      until: input.until == null ? undefined : new Date(input.until),
      before: input.before ?? undefined,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    return {
      events: page.map((row) => toWire(row, FIELDS)),
      next_before: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  },
});

const FIELDS = [
  "id",
  "occurred_at",
  "kind",
  "outcome",
  "principal_type",
  "principal_id",
  "subject",
  "client_address",
  "count",
] as const;
