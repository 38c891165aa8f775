import { z } from "zod";
import { EVENT_TYPE_NAMES } from "../../core/events/event-types.ts";
import { listEvents } from "../../storage/events/events.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp } from "../operations/schemas.ts";
import { requireAdministrator } from "../people/require-administrator.ts";

export const eventsList = defineOperation({
  id: "events.list",
  summary: "Events of your organization in their order, for programs that poll; kept for 90 days.",
  scope: "event_subscriptions:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ListEventsInput",
  input: z.strictObject({
    type: z.enum(EVENT_TYPE_NAMES).optional(),
    after: z.int().min(0).default(0).meta({ description: "The sequence of the last event that you know." }),
    limit: z.int().min(1).max(1_000).default(100),
  }),
  outputName: null,
  output: z.object({
    events: z.array(
      z.object({
        id: z.string(),
        sequence: z.int(),
        type: z.string(),
        occurred_at: answeredTimestamp,
        organization_id: z.string(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    await requireAdministrator({ database }, principal);
    const { type, after, limit } = input;
    const { organizationId } = principal;
    const events = await listEvents(database, { organizationId, type, after, limit });
    return { events: events.map((row) => ({ ...row, occurred_at: row.occurred_at.toISOString() })) };
  },
});
