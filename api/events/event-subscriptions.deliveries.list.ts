import { z } from "zod";
import { listDeliveries } from "../../storage/events/event-deliveries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { answeredTimestamp, nextOffset, nextOffsetOf, paging, resourceId } from "../operations/schemas.ts";

const STATUSES = ["pending", "delivered", "failed"] as const;

export const eventSubscriptionsDeliveriesList = defineOperation({
  id: "event_subscriptions.deliveries.list",
  summary: "What was sent to a subscription's endpoint, the latest first, and what it answered.",
  scope: "event_subscriptions:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ListDeliveriesInput",
  input: z.strictObject({
    subscription_id: resourceId,
    status: z.enum(STATUSES).optional(),
    ...paging,
  }),
  outputName: null,
  output: z.object({
    deliveries: z.array(
      z.object({
        id: z.string(),
        event_id: z.string(),
        event_type: z.string(),
        status: z.enum(STATUSES),
        attempts: z.int(),
        next_attempt_at: answeredTimestamp.nullable(),
        last_attempt_at: answeredTimestamp.nullable(),
        http_status: z.int().nullable(),
        response_excerpt: z
          .string()
          .nullable()
          .meta({ description: "The first 500 characters of the answer." }),
        error: z.string().nullable(),
        created_at: answeredTimestamp,
        ended_at: answeredTimestamp.nullable(),
      }),
    ),
    total: z.int(),
    next_offset: nextOffset,
  }),
  resources: { subscription: { kind: "event_subscription", role: "viewer", field: "subscription_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { limit, offset, status = null } = input;
    const page = await listDeliveries(database, resources.subscription.id, { status, limit, offset });
    return {
      deliveries: page.deliveries.map(({ subscription_id: _subscription, response_status, ...row }) => ({
        ...row,
        http_status: response_status,
        next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
        last_attempt_at: row.last_attempt_at?.toISOString() ?? null,
        created_at: row.created_at.toISOString(),
        ended_at: row.ended_at?.toISOString() ?? null,
      })),
      total: page.total,
      next_offset: nextOffsetOf(input, page.deliveries.length, page.total),
    };
  },
});
