import { z } from "zod";
import { seal } from "../../core/access/sealed-box.ts";
import { HEADERS_PURPOSE, SECRET_PURPOSE } from "../../core/events/sealing.ts";
import { newWebhookSecret } from "../../core/events/webhook-signature.ts";
import { ProblemError } from "../../core/errors.ts";
import { newId } from "../../infra/new-id.ts";
import { insertSubscription, SUBSCRIPTIONS_MAX } from "../../storage/events/event-subscriptions.ts";
import type { Deps } from "../deps.ts";
import { BODY_LIMITS } from "../operations/body-limits.ts";
import { defineOperation } from "../operations/operation.ts";
import { requireAdministrator } from "../people/require-administrator.ts";
import {
  checkSubscription,
  eventType,
  presentSubscription,
  requireDeliverySecret,
  subscriptionFields,
  subscriptionWithSecretSchema,
} from "./present-subscription.ts";

export const eventSubscriptionsCreate = defineOperation({
  id: "event_subscriptions.create",
  summary: "Have events of your organization posted to an endpoint. The secret is shown this once.",
  scope: "event_subscriptions:write",
  sideEffect: "export",
  bearer: "required",
  idempotent: true,
  body: BODY_LIMITS.text,
  inputName: "CreateSubscriptionInput",
  input: z.strictObject({
    event_type: eventType,
    endpoint_url: subscriptionFields.endpoint_url,
    filter_config: subscriptionFields.filter_config.optional(),
    headers: subscriptionFields.headers.optional(),
    description: subscriptionFields.description.optional(),
  }),
  audited: ["event_type", "endpoint_url"],
  outputName: "SubscriptionOutput",
  output: subscriptionWithSecretSchema,
  async run({ config, database }: Pick<Deps, "config" | "database">, input, { principal }) {
    await requireAdministrator({ database }, principal);
    const sealing = requireDeliverySecret(config);
    checkSubscription(config, input.event_type, input);
    const id = newId();
    const secret = newWebhookSecret();
    const headers = input.headers ?? {};
    const names = Object.keys(headers);
    const row = await insertSubscription(database, id, {
      organizationId: principal.organizationId,
      eventType: input.event_type,
      endpointUrl: input.endpoint_url,
      filter: input.filter_config ?? {},
      description: input.description ?? null,
      sealedSecret: seal(secret, sealing, `${SECRET_PURPOSE} ${id}`),
      sealedHeaders:
        names.length === 0 ? null : seal(JSON.stringify(headers), sealing, `${HEADERS_PURPOSE} ${id}`),
      headerNames: names,
      createdBy: principal.id,
    });
    if (row !== undefined) return { ...presentSubscription(row), secret };
    throw new ProblemError(
      "conflict",
      `An organization may have ${SUBSCRIPTIONS_MAX} event subscriptions; delete some.`,
    );
  },
});
