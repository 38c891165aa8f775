import { z } from "zod";
import { listSubscriptions } from "../../storage/events/event-subscriptions.ts";
import type { Deps } from "../deps.ts";
import { text } from "../operations/schemas.ts";
import { defineOperation } from "../operations/operation.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import { presentSubscription, subscriptionSchema } from "./present-subscription.ts";

export const eventSubscriptionsList = defineOperation({
  id: "event_subscriptions.list",
  summary: "The event subscriptions of your organization, the latest first.",
  scope: "event_subscriptions:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "ListSubscriptionsInput",
  input: z.strictObject({
    event_type: text(0, 200).nullable().optional(),
    active: z.boolean().nullable().optional(),
  }),
  outputName: null,
  output: z.object({ subscriptions: z.array(subscriptionSchema) }),
  async run({ database }: Pick<Deps, "database">, input, { principal }) {
    await requireAdministrator({ database }, principal);
    const filter = { eventType: input.event_type ?? null, active: input.active ?? null };
    const rows = await listSubscriptions(database, principal.organizationId, filter);
    return { subscriptions: rows.map(presentSubscription) };
  },
});
