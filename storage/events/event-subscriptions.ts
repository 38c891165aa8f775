import type { EventFilter } from "../../core/events/event-types.ts";
import { lockOrganization } from "../accounts/organizations.ts";
import { idParameter, single, type Database, type Queryable } from "../database/database.ts";

/** A subscription as it is kept; secrets are encrypted. */
export interface SubscriptionRow {
  readonly id: string;
  readonly organization_id: string;
  readonly event_type: string;
  readonly endpoint_url: string;
  readonly filter_config: EventFilter;
  readonly description: string | null;
  readonly active: boolean;
  readonly sealed_secret: Buffer;
  readonly sealed_former_secret: Buffer | null;
  readonly former_secret_until: Date | null;
  readonly sealed_headers: Buffer | null;
  readonly header_names: readonly string[];
  /** Since the last success. */
  readonly failing_since: Date | null;
  readonly failures: number;
  readonly disabled_reason: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

const COLUMNS = `id, organization_id, event_type, endpoint_url, filter_config, description, active, sealed_secret,
  sealed_former_secret, former_secret_until, sealed_headers, header_names, failing_since, failures, disabled_reason,
  created_at, updated_at`;

/** What an organization can have at once: each is a connection that the service may have to wait for. */
export const SUBSCRIPTIONS_MAX = 50;

/** What a subscription is made of. */
export interface SubscriptionValues {
  readonly endpointUrl: string;
  readonly filter: EventFilter;
  readonly description: string | null;
  readonly sealedHeaders: Buffer | null;
  readonly headerNames: readonly string[];
}

/** Keeps a new subscription; undefined when the organization has as many as it may. */
export async function insertSubscription(
  database: Database,
  id: string,
  values: SubscriptionValues & {
    readonly organizationId: string;
    readonly eventType: string;
    readonly sealedSecret: Buffer;
    readonly createdBy: string;
  },
): Promise<SubscriptionRow | undefined> {
  return await database.begin(async (transaction) => {
    await lockOrganization(transaction, values.organizationId);
    const [row] = await transaction<SubscriptionRow[]>`
      insert into event_subscriptions (id, organization_id, event_type, endpoint_url, filter_config, description,
        sealed_secret, sealed_headers, header_names, created_by)
      select ${id}, ${values.organizationId}, ${values.eventType}, ${values.endpointUrl},
        ${transaction.json(values.filter)}, ${values.description}, ${values.sealedSecret}, ${values.sealedHeaders},
        ${values.headerNames as string[]}, ${values.createdBy}
      where (select count(*) from event_subscriptions where organization_id = ${values.organizationId}) < ${SUBSCRIPTIONS_MAX}
      returning ${transaction.unsafe(COLUMNS)}`;
    return row;
  });
}

/** One subscription. */
export async function findSubscription(
  database: Queryable,
  id: string,
): Promise<SubscriptionRow | undefined> {
  const [row] = await database<SubscriptionRow[]>`
    select ${database.unsafe(COLUMNS)} from event_subscriptions where id = ${idParameter(id)}`;
  return row;
}

/** An organization's subscriptions, the latest first. */
export async function listSubscriptions(
  database: Queryable,
  organizationId: string,
  filter: { readonly eventType: string | null; readonly active: boolean | null },
): Promise<SubscriptionRow[]> {
  return await database<SubscriptionRow[]>`
    select ${database.unsafe(COLUMNS)} from event_subscriptions where organization_id = ${organizationId}
      and (${filter.eventType}::text is null or event_type = ${filter.eventType})
      and (${filter.active}::boolean is null or active = ${filter.active})
    order by created_at desc, id desc`;
}

/**
 * Changes a subscription; undefined leaves a field as it is. One that is active afterwards begins without its
 * former failures.
 */
export async function updateSubscription(
  database: Queryable,
  id: string,
  change: Partial<SubscriptionValues> & { readonly active?: boolean | undefined },
): Promise<SubscriptionRow> {
  const row = {
    updated_at: new Date(),
    ...(change.endpointUrl === undefined ? {} : { endpoint_url: change.endpointUrl }),
    ...(change.filter === undefined ? {} : { filter_config: database.json(change.filter) }),
    ...(change.description === undefined ? {} : { description: change.description }),
    ...(change.sealedHeaders === undefined
      ? {}
      : { sealed_headers: change.sealedHeaders, header_names: change.headerNames }),
    ...(change.active === undefined ? {} : { active: change.active }),
    ...(change.active === true || change.endpointUrl !== undefined
      ? { failing_since: null, failures: 0, resting_until: null, disabled_reason: null }
      : {}),
  };
  return single(
    await database<SubscriptionRow[]>`
      update event_subscriptions set ${database(row as never)} where id = ${id}
      returning ${database.unsafe(COLUMNS)}`,
  );
}

/** Gives a subscription a new secret; the former one stays valid until a time. */
export async function rotateSubscriptionSecret(
  database: Queryable,
  id: string,
  sealedSecret: Buffer,
  formerUntil: Date,
): Promise<SubscriptionRow> {
  return single(
    await database<SubscriptionRow[]>`
      update event_subscriptions set sealed_former_secret = sealed_secret, former_secret_until = ${formerUntil},
        sealed_secret = ${sealedSecret}, updated_at = now()
      where id = ${id} returning ${database.unsafe(COLUMNS)}`,
  );
}

/** Deletes a subscription with its deliveries. */
export async function deleteSubscription(database: Queryable, id: string): Promise<void> {
  await database`delete from event_subscriptions where id = ${id}`;
}

/** Ends what a subscription still has to be sent, and the subscription, in words for its owner. */
export async function disableSubscription(transaction: Queryable, id: string, reason: string): Promise<void> {
  await transaction`
    update event_subscriptions set active = false, disabled_reason = ${reason}, updated_at = now() where id = ${id}`;
  await transaction`
    update event_deliveries set status = 'failed', next_attempt_at = null, ended_at = now(), error = 'the subscription was disabled'
    where subscription_id = ${id} and status = 'pending'`;
}
