import { z } from "zod";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { presentSubscription, subscriptionSchema } from "./present-subscription.ts";

export const eventSubscriptionsGet = defineOperation({
  id: "event_subscriptions.get",
  summary: "One event subscription.",
  scope: "event_subscriptions:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "GetSubscriptionInput",
  input: z.strictObject({ subscription_id: resourceId }),
  outputName: null,
  output: subscriptionSchema,
  resources: { subscription: { kind: "event_subscription", role: "viewer", field: "subscription_id" } },
  run(_deps: Deps, _input, { resources }) {
    return Promise.resolve(presentSubscription(resources.subscription));
  },
});
