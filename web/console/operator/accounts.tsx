import { useWording } from "../../languages/translate.ts";
import { useState } from "preact/hooks";
import { CopyField } from "../../components/copy-field.tsx";
import { Form } from "../form.tsx";
import { TextField } from "../text-field.tsx";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { useChanges } from "../use-changes.ts";
import type { RateCard } from "./rate-card.ts";
import { useAccounts, type Account } from "./use-accounts.ts";
import { useTimeColumns } from "../time-column.tsx";

/** All organizations: their state, and the plan that prices them. */
export function Accounts() {
  const { t } = useWording();
  const { dayColumn } = useTimeColumns();
  const { accounts, problem, reload } = useAccounts();
  const prices = useAnswer<{ rate_cards: readonly RateCard[] }>("billing.rates.list", {
    organization_id: "all",
  });
  const { change, refusal } = useChanges(reload);
  const plans = [...new Set((prices.value?.rate_cards ?? []).flatMap(({ plan }) => plan ?? []))];
  const columns: readonly Column<Account>[] = [
    {
      title: t("links.name"),
      value: ({ name }) => name,
      cell: ({ name, organization_id: id }) => (
        <>
          {name}
          <p class="row-target">{id}</p>
        </>
      ),
    },
    {
      title: t("links.state"),
      value: ({ last_period: last, operates_billing: isOperator }) =>
        last === null
          ? t(isOperator ? "operator.operates" : "people.active")
          : t("operator.endsAfter", { period: last }),
    },
    dayColumn(t("operator.since"), ({ created_at: time }) => time),
    {
      title: t("operator.plan"),
      value: ({ plan }) => plan,
      cell: ({ organization_id: id, name, plan }) => (
        <select
          aria-label={t("operator.planOf", { name })}
          value={plan}
          onChange={(event) =>
            void change("billing.plans.assign", { organization_id: id, plan: event.currentTarget.value })
          }
        >
          {[...new Set([plan, ...plans])].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      ),
    },
  ];
  return (
    <>
      <NewOrganization change={change} />
      <LoadedTable
        problem={problem || refusal}
        label={t("operator.accounts")}
        columns={columns}
        rows={accounts}
        keyOf={({ organization_id: id }) => id}
        fileName="organizations.csv"
        empty=""
      />
    </>
  );
}

/** A form for an organization with its first key, which is shown once. */
function NewOrganization({ change }: Pick<ReturnType<typeof useChanges>, "change">) {
  const { t } = useWording();
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const create = async () => {
    const made = await change<{ api_key: string }>("organizations.create", { name: name.trim() });
    if (made === undefined) return;
    setName("");
    setKey(made.api_key);
  };
  return (
    <Form kind="inline-form" label={t("operator.newOrganization")} onSubmit={create}>
      <TextField id="organization-name" label={t("links.name")} value={name} onInput={setName} />
      <button type="submit" class="quiet">
        {t("operator.newOrganization")}
      </button>
      {key === "" ? null : <CopyField id="organization-key" label={t("keys.shownOnce")} value={key} />}
    </Form>
  );
}
