/** When an event of one type is published, and the fields of its data that filters may name. */
interface EventType {
  readonly when: string;
  readonly fields: readonly string[];
}

const OF_LINK = ["link_id", "project_id", "target_id"] as const;

/** Every type of event that an organization can subscribe to: the only table of them. */
export const EVENT_TYPES = {
  "statement.issued": {
    when: "a statement of a closed month was written",
    fields: ["statement_id", "period", "currency"],
  },
  "export.ready": {
    when: "an export is complete and can be downloaded",
    fields: ["export_id", "period", "layout"],
  },
  "export.delivered": {
    when: "the files of an export are in the bucket of a delivery",
    fields: ["delivery_id", "period", "layout"],
  },
  "export.delivery_failed": {
    when: "the files of an export could not be brought to the bucket of a delivery",
    fields: ["delivery_id", "period", "layout"],
  },
  "link.opened": { when: "share.link.validate opened a link for the first time", fields: OF_LINK },
  "link.limit_reached": {
    when: "a link used up its max_views, max_tiles or spend_limit",
    fields: [...OF_LINK, "limit"],
  },
  "link.expires_soon": {
    when: "a link ends in three days, or in a quarter of its life if that is shorter",
    fields: OF_LINK,
  },
  "budget.threshold_reached": {
    when: "usage of the month came to a share of a budget, or is forecast to exceed it",
    fields: ["budget_id", "project_id", "link_id", "period", "threshold"],
  },
  "subscription.disabled": {
    when: "an endpoint failed for so long that nothing is sent to it any more",
    fields: ["subscription_id"],
  },
} as const satisfies Record<string, EventType>;

/** The type of an event in {@link EVENT_TYPES}. */
export type EventTypeName = keyof typeof EVENT_TYPES;

/** The names of all types. */
export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as readonly EventTypeName[];

/** The event of `event_subscriptions.test`: it goes to one subscription, which need not ask for it. */
export const TEST_EVENT = "subscription.test";

/** What a subscription asks for when it asks for all types. */
export const ALL_EVENTS = "*";

/** Whether text is what a subscription can ask for. */
export function isSubscribable(text: string): boolean {
  return text === ALL_EVENTS || Object.hasOwn(EVENT_TYPES, text);
}

/** Conditions on the data of events: a field has the value, or one of the values. All must hold. */
export type EventFilter = Readonly<Record<string, string | readonly string[]>>;

/** The fields that a filter may name. */
export function filterFields(eventType: string): readonly string[] {
  const types = eventType === ALL_EVENTS ? EVENT_TYPE_NAMES : [eventType as EventTypeName];
  return [...new Set(types.flatMap((name) => EVENT_TYPES[name].fields))];
}
