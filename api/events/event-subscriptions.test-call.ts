import { z } from "zod";
import { TEST_EVENT } from "../../core/events/event-types.ts";
import { findDelivery, insertTestDelivery, type DeliveryRow } from "../../storage/events/event-deliveries.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";

/** How long the call waits for the first attempt; it goes on without the caller. */
const WAIT_MS = 12_000;

export const eventSubscriptionsTest = defineOperation({
  id: "event_subscriptions.test",
  summary: "Send a test event to a subscription's endpoint, and answer what came of the first attempt.",
  scope: "event_subscriptions:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "TestSubscriptionInput",
  input: z.strictObject({ subscription_id: resourceId }),
  outputName: "TestSubscriptionOutput",
  output: z.object({
    status: z.string().meta({ description: "delivered, failed, or pending while there was no attempt yet." }),
    delivered: z.boolean(),
    http_status: z.int().nullable().optional(),
    error: z.string().nullable().optional(),
    event_id: z.string(),
    event_type: z.string(),
    delivery_id: z.string(),
  }),
  resources: { subscription: { kind: "event_subscription", role: "admin", field: "subscription_id" } },
  async run({ database, attempts }: Pick<Deps, "database" | "attempts">, _input, { resources }) {
    const { deliveryId, eventId } = await insertTestDelivery(database, resources.subscription, TEST_EVENT);
    const delivery = await attempts.watch(deliveryId, WAIT_MS, async () => {
      const found = await findDelivery(database, deliveryId);
      return found === undefined || isOver(found) ? found : undefined;
    });
    const isAttempted = delivery !== undefined;
    const isDelivered = delivery?.status === "delivered";
    return {
      status: isDelivered ? "delivered" : isAttempted ? "failed" : "pending",
      delivered: isDelivered,
      http_status: delivery?.response_status ?? null,
      error: isAttempted ? delivery.error : "not attempted yet: see event_subscriptions.deliveries.list",
      event_id: eventId,
      event_type: TEST_EVENT,
      delivery_id: deliveryId,
    };
  },
});

/** Whether an attempt has ended, as opposed to one that runs. */
function isOver({ status, error }: DeliveryRow): boolean {
  return status !== "pending" || error !== null;
}
