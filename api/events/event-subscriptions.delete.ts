import { z } from "zod";
import { deleteSubscription } from "../../storage/events/event-subscriptions.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

export const eventSubscriptionsDelete = defineOperation({
  id: "event_subscriptions.delete",
  summary: "Delete an event subscription with its deliveries.",
  scope: "event_subscriptions:write",
  sideEffect: "destructive",
  bearer: "required",
  inputName: "DeleteSubscriptionInput",
  input: z.strictObject({ subscription_id: resourceId }),
  outputName: "DeleteSubscriptionOutput",
  output: z.object({ deleted: z.boolean().default(true) }),
  resources: { subscription: { kind: "event_subscription", role: "admin", field: "subscription_id" } },
  async run({ database }: Pick<Deps, "database">, _input, { resources }) {
    await deleteSubscription(database, resources.subscription.id);
    return { deleted: true };
  },
});
