import { useState } from "preact/hooks";
import { CopyField } from "../../components/copy-field.tsx";
import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { DangerButton } from "../danger-button.tsx";
import { useAnswer } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";
import { LoadedTable } from "../loaded-table.tsx";
import { Form } from "../form.tsx";
import { useTimeColumns } from "../time-column.tsx";

interface Subscription {
  readonly id: string;
  readonly event_type: string;
  readonly endpoint_url: string;
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly failures: number;
}

interface Delivery {
  readonly id: string;
  readonly event_type: string;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  readonly http_status: number | null;
  readonly error: string | null;
  readonly created_at: string;
}

/** Endpoints that get events of the organization, and what was delivered to each. */
export function Webhooks() {
  const { t } = useWording();
  const { value, problem, reload } = useAnswer<{ subscriptions: readonly Subscription[] }>(
    "event_subscriptions.list",
    {},
  );
  const { change, refusal } = useChanges(reload);
  const [shown, setShown] = useState<string>();
  const columns: readonly Column<Subscription>[] = [
    { title: t("webhooks.endpoint"), value: ({ endpoint_url: url }) => url },
    { title: t("webhooks.event"), value: ({ event_type: type }) => type },
    {
      title: t("links.state"),
      value: ({ active, disabled_reason: reason }) =>
        active ? t("people.active") : (reason ?? t("people.disabled")),
    },
    { title: t("webhooks.failures"), value: ({ failures }) => failures, isNumber: true },
    {
      title: t("links.actions"),
      value: () => "",
      cell: ({ id, endpoint_url: url }) => (
        <span class="actions">
          <button type="button" class="quiet" aria-pressed={shown === id} onClick={() => setShown(id)}>
            {t("webhooks.deliveries")}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => void change("event_subscriptions.test", { subscription_id: id })}
          >
            {t("webhooks.test")}
          </button>
          <DangerButton
            label={t("items.delete")}
            question={t("webhooks.deleteSure", { url })}
            onPress={async () => await change("event_subscriptions.delete", { subscription_id: id })}
          />
        </span>
      ),
    },
  ];
  return (
    <>
      <NewSubscription change={change} />
      <LoadedTable
        problem={problem || refusal}
        label={t("organization.webhooks")}
        columns={columns}
        rows={value?.subscriptions}
        keyOf={({ id }) => id}
        empty={t("webhooks.none")}
      />
      {shown ? <Deliveries key={shown} subscriptionId={shown} /> : null}
    </>
  );
}

function NewSubscription({ change }: Pick<ReturnType<typeof useChanges>, "change">) {
  const { t } = useWording();
  const [url, setUrl] = useState("");
  const [type, setType] = useState("*");
  const [secret, setSecret] = useState<string>();
  const create = async () => {
    const made = await change<{ secret?: string }>("event_subscriptions.create", {
      endpoint_url: url.trim(),
      event_type: type.trim(),
    });
    setSecret(made?.secret);
  };
  return (
    <Form kind="inline-form" label={t("webhooks.create")} onSubmit={create}>
      <TextField
        id="webhook-url"
        label={t("webhooks.endpoint")}
        hint="https://example.org/events"
        value={url}
        onInput={setUrl}
      />
      <TextField id="webhook-event" label={t("webhooks.event")} value={type} onInput={setType} />
      <button type="submit" class="quiet">
        {t("webhooks.create")}
      </button>
      {secret ? <CopyField id="webhook-secret" label={t("webhooks.secret")} value={secret} /> : null}
    </Form>
  );
}

function Deliveries({ subscriptionId }: { subscriptionId: string }) {
  const { t } = useWording();
  const { momentColumn } = useTimeColumns();
  const subscription = { subscription_id: subscriptionId };
  const { value, problem, reload } = useAnswer<{ deliveries: readonly Delivery[] }>(
    "event_subscriptions.deliveries.list",
    subscription,
  );
  const { change, refusal } = useChanges(reload);
  const columns: readonly Column<Delivery>[] = [
    momentColumn(t("audit.time"), ({ created_at: time }) => time),
    { title: t("webhooks.event"), value: ({ event_type: type }) => type },
    { title: t("links.state"), value: ({ status }) => t(`delivery.${status}`) },
    { title: t("webhooks.attempts"), value: ({ attempts }) => attempts, isNumber: true },
    { title: t("audit.outcome"), value: ({ http_status: status, error }) => status ?? error },
    {
      title: t("links.actions"),
      value: () => "",
      cell: ({ id }) => (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void change("event_subscriptions.deliveries.replay", { ...subscription, delivery_id: id })
          }
        >
          {t("webhooks.again")}
        </button>
      ),
    },
  ];
  return (
    <section aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">{t("webhooks.deliveries")}</h2>
      <LoadedTable
        problem={problem || refusal}
        label={t("webhooks.deliveries")}
        columns={columns}
        rows={value?.deliveries}
        keyOf={({ id }) => id}
        empty={t("webhooks.noDelivery")}
      />
    </section>
  );
}
