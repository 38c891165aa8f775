import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { Said } from "../problem.tsx";
import { useChanges } from "../use-changes.ts";
import { useAccounts } from "./use-accounts.ts";
import { useTimeColumns } from "../time-column.tsx";

/** A kept comparison of what events, hours, days and months say of the same usage. */
interface Run {
  readonly id: string;
  readonly organization_id: string;
  readonly first_day: string;
  readonly flagged: boolean;
  readonly drift_bytes: number;
  readonly drift_count: number;
  readonly created_at: string;
}

/** Compares the usage of open months of all organizations, and shows the comparisons of before. */
export function Reconciliation() {
  const { t, bytes, number } = useWording();
  const { momentColumn } = useTimeColumns();
  const { nameOf } = useAccounts();
  const { value, problem, reload } = useAnswer<{ runs: readonly Run[] }>(
    "billing.reconciliation.list_runs",
    {},
  );
  const { change, refusal } = useChanges(reload);
  const [said, setSaid] = useState("");
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    const made = await change<{ organizations: number; flagged_count: number }>(
      "billing.reconciliation.run_all",
      {},
    );
    setRunning(false);
    if (made === undefined) return;
    setSaid(t("operator.compared", { count: made.organizations, flagged: made.flagged_count }));
  };
  const columns: readonly Column<Run>[] = [
    momentColumn(t("audit.time"), ({ created_at: time }) => time),
    { title: t("operator.organization"), value: ({ organization_id: id }) => nameOf(id) },
    { title: t("operator.from"), value: ({ first_day: day }) => day },
    {
      title: t("audit.outcome"),
      value: ({ flagged }) => t(flagged ? "operator.differs" : "operator.agrees"),
    },
    {
      title: t("operator.driftCount"),
      value: ({ drift_count: count }) => count,
      cell: ({ drift_count: count }) => number(count, 12),
      isNumber: true,
    },
    {
      title: t("usage.bytes"),
      value: ({ drift_bytes: size }) => size,
      cell: ({ drift_bytes: size }) => bytes(size),
      isNumber: true,
    },
  ];
  return (
    <>
      <p class="hint">{t("operator.reconcileText")}</p>
      <p class="actions">
        <button type="button" class="quiet" disabled={isRunning} onClick={() => void run()}>
          {t("operator.compare")}
        </button>
      </p>
      <Said text={said} />
      <LoadedTable
        problem={problem || refusal}
        label={t("operator.reconciliation")}
        columns={columns}
        rows={value?.runs}
        keyOf={({ id }) => id}
        fileName="reconciliation.csv"
        empty={t("operator.noComparison")}
      />
    </>
  );
}
