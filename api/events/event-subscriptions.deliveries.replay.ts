import { z } from "zod";
import { InputError } from "../../core/errors.ts";
import { replayDeliveries } from "../../storage/events/event-deliveries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId, timestamp } from "../operations/schemas.ts";

export const eventSubscriptionsDeliveriesReplay = defineOperation({
  id: "event_subscriptions.deliveries.replay",
  summary: "Send again what has ended: one delivery, or all that failed since a time. The event ids stay.",
  scope: "event_subscriptions:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "ReplayDeliveriesInput",
  input: z.strictObject({
    subscription_id: resourceId,
    delivery_id: z.string().optional(),
    failed_since: timestamp.optional(),
  }),
  outputName: "ReplayDeliveriesOutput",
  output: z.object({ replayed: z.int() }),
  resources: { subscription: { kind: "event_subscription", role: "admin", field: "subscription_id" } },
  async run({ database }: Pick<Deps, "database">, input, { resources }) {
    const { delivery_id: deliveryId, failed_since: since } = input;
    const { id, active } = resources.subscription;
    if ((deliveryId === undefined) === (since === undefined)) {
      throw InputError.at("delivery_id", "give either delivery_id or failed_since");
    }
    if (!active) throw InputError.at("subscription_id", "is not active: update it with active: true first");
    const which = deliveryId === undefined ? { failedSince: new Date(since ?? 0) } : { deliveryId };
    return { replayed: await replayDeliveries(database, id, which) };
  },
});
