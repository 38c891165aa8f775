import { z } from "zod";
import { listAuditEntries } from "../../storage/audit-log.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { toWire } from "../operations/wire.ts";
import { answeredTimestamp, text, timestamp } from "../operations/schemas.ts";

export const auditList = defineOperation({
  id: "audit.list",
  summary:
    "The audit log, newest entry first: every call except reads, and every refused opening of a link, with caller, time and address.",
  scope: "audit:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "AuditListInput",
  input: z.strictObject({
    operation_id: text(1, 100).nullable().optional(),
    principal_id: text(1, 100).nullable().optional(),
    since: timestamp.nullable().optional(),
    until: timestamp.nullable().optional(),
    limit: z.int().min(1).max(1_000).default(100),
    /** `next_before` of the page before this one. */
    before: z.string().nullable().optional(),
  }),
  outputName: "AuditListOutput",
  output: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        occurred_at: answeredTimestamp,
        principal_type: z.string(),
        principal_id: z.string().nullable(),
        operation_id: z.string(),
        subject: z.record(z.string(), z.string()),
        outcome: z.int(),
        client_address: z.string().nullable(),
        request_id: z.string(),
      }),
    ),
    /** Null on the last page. */
    next_before: z.string().nullable(),
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    const { entries, hasMore } = await listAuditEntries(database, {
      organizationId: principal.organizationId,
      operationId: input.operation_id ?? undefined,
      principalId: input.principal_id ?? undefined,
      since: dateOf(input.since),
      until: dateOf(input.until),
      before: input.before ?? undefined,
      limit: input.limit,
    });
    return {
      entries: entries.map((row) => toWire(row, FIELDS)),
      next_before: hasMore ? (entries.at(-1)?.id ?? null) : null,
    };
  },
});

const FIELDS = [
  "id",
  "occurred_at",
  "principal_type",
  "principal_id",
  "operation_id",
  "subject",
  "outcome",
  "client_address",
  "request_id",
] as const;

function dateOf(value: string | null | undefined): Date | undefined {
  return value === null || value === undefined ? undefined : new Date(value);
}
