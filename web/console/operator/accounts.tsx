import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { useChanges } from "../use-changes.ts";
import type { RateCard } from "./rate-card.ts";
import { useAccounts, type Account } from "./use-accounts.ts";

/** All organizations: their state, and the plan that prices them. */
export function Accounts() {
  const { t, day } = useWording();
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
    {
      title: t("operator.since"),
      value: ({ created_at: time }) => time,
      cell: ({ created_at: time }) => day(time),
    },
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
    <LoadedTable
      problem={problem || refusal}
      label={t("operator.accounts")}
      columns={columns}
      rows={accounts}
      keyOf={({ organization_id: id }) => id}
      fileName="organizations.csv"
      empty=""
    />
  );
}
