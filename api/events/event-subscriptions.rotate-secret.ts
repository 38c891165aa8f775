import { z } from "zod";
import { seal } from "../../core/access/sealed-box.ts";
import { SECRET_PURPOSE } from "../../core/events/sealing.ts";
import { newWebhookSecret } from "../../core/events/webhook-signature.ts";
import { rotateSubscriptionSecret } from "../../storage/events/event-subscriptions.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import {
  presentSubscription,
  requireDeliverySecret,
  subscriptionWithSecretSchema,
} from "./present-subscription.ts";

const HOUR_MS = 3_600_000;

export const eventSubscriptionsRotateSecret = defineOperation({
  id: "event_subscriptions.rotate_secret",
  summary: "Give a subscription a new secret, shown this once; until the former one ends, both sign.",
  scope: "event_subscriptions:write",
  sideEffect: "export",
  bearer: "required",
  inputName: "RotateSubscriptionSecretInput",
  input: z.strictObject({
    subscription_id: resourceId,
    keep_hours: z.int().min(0).max(168).default(24).meta({
      description: "How long the former secret signs as well; 0 ends it at once.",
    }),
  }),
  audited: ["keep_hours"],
  outputName: "SubscriptionOutput",
  output: subscriptionWithSecretSchema,
  resources: { subscription: { kind: "event_subscription", role: "admin", field: "subscription_id" } },
  async run({ config, database, clock }: Pick<Deps, "config" | "database" | "clock">, input, { resources }) {
    const { id } = resources.subscription;
    const secret = newWebhookSecret();
    const sealed = seal(secret, requireDeliverySecret(config), `${SECRET_PURPOSE} ${id}`);
    const until = new Date(clock() + input.keep_hours * HOUR_MS);
    return { ...presentSubscription(await rotateSubscriptionSecret(database, id, sealed, until)), secret };
  },
});
