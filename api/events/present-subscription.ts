import { z } from "zod";
import { ALL_EVENTS, EVENT_TYPE_NAMES, filterFields, isSubscribable } from "../../core/events/event-types.ts";
import { endpointFault, headersFault } from "../../core/events/endpoint-url.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import type { Config } from "../../infra/config.ts";
import type { SubscriptionRow } from "../../storage/events/event-subscriptions.ts";
import { answeredTimestamp, text } from "../operations/schemas.ts";

/** Conditions on the data of events. */
const condition = z.union([text(1, 200), z.array(text(1, 200)).min(1).max(100)]);

/** The fields of a subscription that its owner gives. */
export const subscriptionFields = {
  endpoint_url: text(1, 2_000).meta({ description: "Where events are posted to; https." }),
  filter_config: z.record(z.string(), condition).meta({
    description:
      'Only events whose data has these values, such as {"project_id": "…"}; a list allows each of its values.',
  }),
  headers: z.record(z.string(), z.string()).meta({
    description: "Further headers of each delivery. Values are encrypted and never answered.",
  }),
  description: text(0, 1_000).nullable(),
};

/** A type that can be subscribed to; the published schema is a plain string, as the contract has it. */
export const eventType = z
  .string()
  .refine(isSubscribable, { message: `must be ${ALL_EVENTS} or one of ${EVENT_TYPE_NAMES.join(", ")}` })
  .meta({ description: `A type of events, or ${ALL_EVENTS} for all: ${EVENT_TYPE_NAMES.join(", ")}.` });

/** A subscription as it is answered, without its secret. */
export const subscriptionSchema = z.looseObject({
  id: z.string(),
  event_type: z.string(),
  endpoint_url: z.string(),
  filter_config: z.record(z.string(), z.unknown()),
  header_names: z.array(z.string()),
  description: z.string().nullable(),
  active: z.boolean(),
  disabled_reason: z.string().nullable(),
  failing_since: answeredTimestamp.nullable(),
  failures: z.int(),
  former_secret_until: answeredTimestamp.nullable(),
  created_at: answeredTimestamp,
  updated_at: answeredTimestamp,
});

/** As {@link subscriptionSchema}, with the secret that is shown this once. */
export const subscriptionWithSecretSchema = subscriptionSchema.extend({
  secret: z.string().optional().meta({ description: "Signs deliveries; shown this once." }),
});

/** See {@link subscriptionSchema}. */
export function presentSubscription(row: SubscriptionRow): z.infer<typeof subscriptionSchema> {
  return {
    id: row.id,
    event_type: row.event_type,
    endpoint_url: row.endpoint_url,
    filter_config: row.filter_config,
    header_names: [...row.header_names],
    description: row.description,
    active: row.active,
    disabled_reason: row.disabled_reason,
    failing_since: row.failing_since?.toISOString() ?? null,
    failures: row.failures,
    former_secret_until: row.former_secret_until?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

/** The secret that encrypts what subscriptions keep; throws `unavailable` where the operator has set none. */
export function requireDeliverySecret({ DELIVERY_SECRET }: Pick<Config, "DELIVERY_SECRET">): string {
  if (DELIVERY_SECRET !== undefined) return DELIVERY_SECRET;
  throw new ProblemError(
    "unavailable",
    "This service keeps no secrets of customers: its operator has to set DELIVERY_SECRET.",
  );
}

/** Throws an InputError for what a subscription cannot be made of. */
export function checkSubscription(
  config: Pick<Config, "OUTBOUND_ALLOWS_HTTP">,
  type: string,
  given: {
    readonly endpoint_url?: string | null | undefined;
    readonly filter_config?: Readonly<Record<string, unknown>> | null | undefined;
    readonly headers?: Readonly<Record<string, string>> | null | undefined;
  },
): void {
  const { endpoint_url: url, filter_config: filter, headers } = given;
  const rules = { allowsHttp: config.OUTBOUND_ALLOWS_HTTP };
  const urlFault = typeof url === "string" ? endpointFault(url, rules) : undefined;
  if (urlFault !== undefined) throw InputError.at("endpoint_url", urlFault);
  const headerFault = headers ? headersFault(headers) : undefined;
  if (headerFault !== undefined) throw InputError.at("headers", headerFault);
  const fields = filterFields(type);
  const unknown = Object.keys(filter ?? {}).find((name) => !fields.includes(name));
  if (unknown !== undefined) {
    throw InputError.at(`filter_config.${unknown}`, `must be one of ${fields.join(", ")}`);
  }
}
