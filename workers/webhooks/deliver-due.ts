import { unseal } from "../../core/access/sealed-box.ts";
import { TEST_EVENT } from "../../core/events/event-types.ts";
import { isGivenUp, pauseAfterMs, restAfterMs } from "../../core/events/retry-plan.ts";
import { HEADERS_PURPOSE, SECRET_PURPOSE } from "../../core/events/sealing.ts";
import { signatureHeaders } from "../../core/events/webhook-signature.ts";
import type { Logger } from "../../infra/logger.ts";
import type { Metrics } from "../../infra/metrics.ts";
import { postJson, type EndpointAnswer, type Outbound } from "../../infra/outbound/post-json.ts";
import { insertAuditEntries } from "../../storage/audit-log.ts";
import { announceChange } from "../../storage/database/change-notices.ts";
import type { Database, Queryable } from "../../storage/database/database.ts";
import {
  claimDelivery,
  noteFailure,
  noteSuccess,
  recordAttempt,
  type ClaimedDelivery,
} from "../../storage/events/event-deliveries.ts";
import {
  disableSubscription,
  findSubscription,
  type SubscriptionRow,
} from "../../storage/events/event-subscriptions.ts";
import { publishEvent } from "../../storage/events/publish-event.ts";

/** What deliveries are made with. */
interface Parts {
  readonly database: Database;
  readonly outbound: Outbound;
  readonly metrics: Pick<Metrics, "webhookAttempts">;
  readonly logger: Logger;
  /** Opens the secrets of subscriptions. */
  readonly secret: string;
}

/** After this long a job ends, so that other organizations have their turn. */
const JOB_MS = 15_000;

/** Sends what is due for a subscription, one delivery after the other, until one fails. */
export async function deliverDue(parts: Parts, subscriptionId: string): Promise<void> {
  const endsAt = performance.now() + JOB_MS;
  while (performance.now() < endsAt) {
    const subscription = await findSubscription(parts.database, subscriptionId);
    if (subscription === undefined) return;
    const delivery = await claimDelivery(parts.database, subscriptionId);
    if (delivery === undefined) return;
    if (!(await attempt(parts, subscription, delivery))) return;
  }
}

/** Whether the endpoint took the delivery. */
async function attempt(
  parts: Parts,
  subscription: SubscriptionRow,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const answer = await send(parts, subscription, delivery).catch((error: unknown) => messageOf(error));
  const fault = typeof answer === "string" ? answer : faultOf(answer);
  const status = typeof answer === "string" ? null : answer.status;
  const pauseMs = pauseAfterMs(delivery.attempts, Math.random());
  const outcome = {
    responseStatus: status,
    excerpt: typeof answer === "string" ? null : answer.excerpt,
    error: fault ?? null,
    pauseMs,
  };
  await parts.database.begin(async (transaction) => {
    await recordAttempt(transaction, delivery.id, outcome);
    if (fault === undefined) await noteSuccess(transaction, subscription.id);
    else await noteFault(transaction, subscription, status);
    // A call waits for it.
    if (delivery.type === TEST_EVENT) await announceChange(transaction, "attempt", delivery.id);
  });
  const named = fault === undefined ? "delivered" : pauseMs === undefined ? "failed" : "retried";
  parts.metrics.webhookAttempts.inc({ outcome: named });
  return fault === undefined;
}

async function send(
  { outbound, secret }: Parts,
  subscription: SubscriptionRow,
  delivery: ClaimedDelivery,
): Promise<EndpointAnswer> {
  const { id, sealed_secret, sealed_former_secret: former, former_secret_until: until } = subscription;
  const open = (sealed: Buffer, purpose: string) => unseal(sealed, secret, `${purpose} ${id}`);
  const secrets = [open(sealed_secret, SECRET_PURPOSE)];
  if (former !== null && until !== null && until.getTime() > Date.now()) {
    secrets.push(open(former, SECRET_PURPOSE));
  }
  const { sealed_headers: sealed } = subscription;
  const own = sealed === null ? {} : (JSON.parse(open(sealed, HEADERS_PURPOSE)) as Record<string, string>);
  const body = JSON.stringify({
    id: delivery.eventId,
    type: delivery.type,
    occurred_at: delivery.occurredAt.toISOString(),
    organization_id: delivery.organizationId,
    data: delivery.data,
  });
  const message = { id: delivery.eventId, timestampSeconds: Math.floor(Date.now() / 1000), body };
  return await postJson(
    outbound,
    subscription.endpoint_url,
    {
      ...own,
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "geopera-share-webhooks",
      ...signatureHeaders(message, secrets),
    },
    body,
  );
}

function faultOf({ status }: EndpointAnswer): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? `status ${status}: redirects are not followed` : `status ${status}`;
}

/** The endpoint says that it is gone for good. */
const GONE = 410;

/** Statuses by which an endpoint says that it is not well, or was asked too often. */
const isUnwell = (status: number | null) => status === null || status === 429 || status >= 500;

async function noteFault(
  transaction: Queryable,
  { id, organization_id: organizationId }: SubscriptionRow,
  status: number | null,
): Promise<void> {
  const restOf = (failures: number) => (isUnwell(status) ? restAfterMs(failures) : 0);
  const { failures, failingSince } = await noteFailure(transaction, id, restOf);
  const isOver = status === GONE || isGivenUp(failingSince.getTime(), failures, Date.now());
  if (!isOver) return;
  const reason =
    status === GONE
      ? "the endpoint answered 410: it is gone"
      : `the endpoint has failed since ${failingSince.toISOString()}, ${failures} times`;
  await disableSubscription(transaction, id, reason);
  await publishEvent(transaction, {
    organizationId,
    type: "subscription.disabled",
    fact: `${id} ${Date.now()}`,
    data: { subscription_id: id, reason },
  });
  await insertAuditEntries(transaction, [
    {
      organizationId,
      principalType: "system",
      principalId: null,
      operationId: "event_subscriptions.disable",
      subject: { subscription_id: id, reason },
      outcome: 200,
      clientAddress: null,
      requestId: id,
    },
  ]);
}

const MESSAGE_LENGTH_MAX = 300;

/** Errors of connections carry their code only. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return "no connection";
  const { code } = error as NodeJS.ErrnoException;
  const text = error.message === "" ? (code ?? error.name) : error.message;
  return text.slice(0, MESSAGE_LENGTH_MAX);
}
