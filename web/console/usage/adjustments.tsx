import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { useTimeColumns } from "../time-column.tsx";

/** A credit or debit note. */
interface Adjustment {
  readonly id: string;
  readonly number: string;
  readonly belongs_to: string;
  readonly booked_in: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
  readonly created_at: string;
}

/** What was charged or given back besides usage, the latest first. */
export function Adjustments({ organizationId }: { organizationId: string }) {
  const { t } = useWording();
  const { dayColumn } = useTimeColumns();
  const { value, problem } = useAnswer<{ adjustments: readonly Adjustment[] }>("billing.adjustments.list", {
    organization_id: organizationId,
  });
  const columns: readonly Column<Adjustment>[] = [
    { title: t("usage.note"), value: ({ number }) => number },
    dayColumn(t("linkUsage.day"), ({ created_at: time }) => time),
    { title: t("usage.about"), value: ({ belongs_to: month }) => month },
    { title: t("usage.bookedIn"), value: ({ booked_in: month }) => month },
    {
      title: t("usage.total"),
      value: ({ amount }) => amount,
      cell: ({ amount, currency }) => `${amount} ${currency}`,
      isNumber: true,
    },
    { title: t("usage.reason"), value: ({ reason }) => reason },
  ];
  return (
    <section aria-labelledby="adjustments-title">
      <h2 id="adjustments-title">{t("usage.adjustments")}</h2>
      <LoadedTable
        problem={problem}
        label={t("usage.adjustments")}
        columns={columns}
        rows={value?.adjustments}
        keyOf={({ id }) => id}
        fileName="adjustments.csv"
        empty={t("usage.noAdjustment")}
      />
    </section>
  );
}
