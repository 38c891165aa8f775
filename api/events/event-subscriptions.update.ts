import { z } from "zod";
import { seal } from "../../core/access/sealed-box.ts";
import { HEADERS_PURPOSE } from "../../core/events/sealing.ts";
import { disableSubscription, updateSubscription } from "../../storage/events/event-subscriptions.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import {
  checkSubscription,
  presentSubscription,
  requireDeliverySecret,
  subscriptionFields,
  subscriptionWithSecretSchema,
} from "./present-subscription.ts";

export const eventSubscriptionsUpdate = defineOperation({
  id: "event_subscriptions.update",
  summary: "Change an event subscription; `active: true` also takes it back from failure.",
  scope: "event_subscriptions:write",
  sideEffect: "export",
  bearer: "required",
  body: BODY_LIMITS.text,
  inputName: "UpdateSubscriptionInput",
  input: z.strictObject({
    subscription_id: resourceId,
    endpoint_url: subscriptionFields.endpoint_url.nullable().optional(),
    filter_config: subscriptionFields.filter_config.nullable().optional(),
    headers: subscriptionFields.headers.nullable().optional(),
    active: z.boolean().nullable().optional(),
    description: subscriptionFields.description.optional(),
  }),
  audited: ["endpoint_url", "active"],
  outputName: "SubscriptionOutput",
  output: subscriptionWithSecretSchema,
  resources: { subscription: { kind: "event_subscription", role: "admin", field: "subscription_id" } },
  async run({ config, database }: Pick<Deps, "config" | "database">, input, { resources }) {
    const { id, event_type: type } = resources.subscription;
    checkSubscription(config, type, input);
    const { headers, active } = input;
    const sealedHeaders =
      headers === undefined || headers === null
        ? undefined
        : seal(JSON.stringify(headers), requireDeliverySecret(config), `${HEADERS_PURPOSE} ${id}`);
    const row = await database.begin(async (transaction) => {
      if (active === false) await disableSubscription(transaction, id, "its owner has disabled it");
      // Null leaves a field as it is, as in the contract; an empty object removes filters or headers.
      return await updateSubscription(transaction, id, {
        ...(input.endpoint_url ? { endpointUrl: input.endpoint_url } : {}),
        ...(input.filter_config ? { filter: input.filter_config } : {}),
        ...(sealedHeaders === undefined ? {} : { sealedHeaders, headerNames: Object.keys(headers ?? {}) }),
        ...(active === null || active === undefined ? {} : { active }),
        ...(input.description === undefined ? {} : { description: input.description }),
      });
    });
    return presentSubscription(row);
  },
});
