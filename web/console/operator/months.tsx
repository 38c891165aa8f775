import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { TimeField } from "../time-field.tsx";
import { useChanges } from "../use-changes.ts";
import { useAccounts } from "./use-accounts.ts";

/** A month that is a draft or closed, as far as the console reads it. */
interface Period {
  readonly period: string;
  readonly status: "sealed" | "closed";
  readonly needs_approval: boolean;
  readonly approved_at: string | null;
  readonly closed_at: string | null;
  readonly statements: number | null;
  readonly open_accounts: readonly { readonly organization_id: string; readonly fault: string }[];
}

/** What a close would write for one organization. */
interface PreviewedStatement {
  readonly organization_id: string;
  readonly currency: string | null;
  readonly total: string | null;
  readonly tiles: number;
  readonly last_total: string | null;
  readonly findings: readonly { readonly kind: string; readonly message: string }[];
}

interface Preview {
  readonly total: number;
  readonly findings: number;
  readonly statements: readonly PreviewedStatement[];
}

const PREVIEWED_MAX = 1_000;

/** Months with their state; the close of one, after a look at what it would write. */
export function Months() {
  const { t, moment } = useWording();
  const { nameOf } = useAccounts();
  const { value, problem, reload } = useAnswer<{ periods: readonly Period[] }>("billing.periods.list", {});
  const [month, setMonth] = useState(lastMonth);
  const periods = value?.periods;
  const columns: readonly Column<Period>[] = [
    { title: t("usage.period"), value: ({ period }) => period },
    { title: t("links.state"), value: (period) => t(`operator.${stateOf(period)}`) },
    {
      title: t("operator.closedOn"),
      value: ({ closed_at: time }) => time,
      cell: ({ closed_at: time }) => (time === null ? "" : moment(time)),
    },
    { title: t("operator.statements"), value: ({ statements }) => statements, isNumber: true },
    {
      title: t("operator.faults"),
      value: ({ open_accounts: open }) =>
        open.map(({ organization_id: id, fault }) => `${nameOf(id)}: ${fault}`).join("; "),
    },
  ];
  return (
    <>
      <LoadedTable
        problem={problem}
        label={t("operator.months")}
        columns={columns}
        rows={periods}
        keyOf={({ period }) => period}
        fileName="months.csv"
        empty={t("usage.noStatement")}
      />
      <h2 id="close-title">{t("operator.close")}</h2>
      <TimeField id="close-month" kind="month" label={t("usage.period")} value={month} onInput={setMonth} />
      {month === "" ? null : (
        <Close
          key={month}
          month={month}
          period={periods?.find(({ period }) => period === month)}
          nameOf={nameOf}
          onChanged={reload}
        />
      )}
    </>
  );
}

type State = "draft" | "toApprove" | "closed";

function stateOf({ status, needs_approval: needsApproval, approved_at: approved }: Period): State {
  if (status === "closed") return "closed";
  return needsApproval && approved === null ? "toApprove" : "draft";
}

interface CloseProps {
  readonly month: string;
  /** Undefined while bookings go on. */
  readonly period: Period | undefined;
  readonly nameOf: (organizationId: string) => string;
  readonly onChanged: () => void;
}

function Close({ month, period, nameOf, onChanged }: CloseProps) {
  const { t } = useWording();
  const { change, refusal } = useChanges(onChanged);
  const state = period === undefined ? "open" : stateOf(period);
  const named = { period: month };
  return (
    <>
      <p>{t(`operator.${state}Text`)}</p>
      {state === "closed" ? null : <PreviewTable month={month} nameOf={nameOf} />}
      <p class="actions">
        {state === "open" ? (
          <DangerButton
            label={t("operator.makeDraft")}
            question={t("operator.draftSure", { month })}
            onPress={async () => await change("billing.periods.draft", named)}
          />
        ) : null}
        {state === "toApprove" ? (
          <button type="button" class="quiet" onClick={() => void change("billing.periods.approve", named)}>
            {t("operator.approve")}
          </button>
        ) : null}
        {state === "closed" ? null : (
          <DangerButton
            label={t("operator.closeNow")}
            question={t("operator.closeSure", { month })}
            onPress={async () => await change("billing.periods.close", named)}
          />
        )}
      </p>
      <Problem text={refusal} />
    </>
  );
}

function PreviewTable({ month, nameOf }: Pick<CloseProps, "month" | "nameOf">) {
  const { t } = useWording();
  const { value, problem } = useAnswer<Preview>("billing.periods.preview", {
    period: month,
    limit: PREVIEWED_MAX,
  });
  const columns: readonly Column<PreviewedStatement>[] = [
    { title: t("operator.organization"), value: ({ organization_id: id }) => nameOf(id) },
    { title: t("usage.tiles"), value: ({ tiles }) => tiles, isNumber: true },
    {
      title: t("usage.total"),
      value: ({ total }) => total,
      cell: ({ total, currency }) => (total === null ? "" : `${total} ${currency ?? ""}`),
      isNumber: true,
    },
    { title: t("operator.monthBefore"), value: ({ last_total: last }) => last, isNumber: true },
    {
      title: t("operator.findings"),
      value: ({ findings }) => findings.map(({ message }) => message).join("; "),
    },
  ];
  return (
    <>
      <p class="hint">
        {value ? t("operator.preview", { statements: value.total, findings: value.findings }) : ""}
      </p>
      <LoadedTable
        problem={problem}
        label={t("operator.previewTitle")}
        columns={columns}
        rows={value?.statements}
        keyOf={({ organization_id: id, currency }) => `${id} ${currency}`}
        fileName={`preview-${month}.csv`}
        empty={t("operator.nothingToBill")}
      />
    </>
  );
}

/** The month before this one, in UTC, as `2026-10`. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)).toISOString().slice(0, 7);
}
