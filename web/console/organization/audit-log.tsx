import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { LogPages } from "./log-pages.tsx";
import { useAnswer } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useTimeColumns } from "../time-column.tsx";

interface Entry {
  readonly id: string;
  readonly occurred_at: string;
  readonly principal_type: string;
  readonly principal_id: string | null;
  readonly operation_id: string;
  readonly outcome: number;
  readonly client_address: string | null;
}

/** Every call except reads, and every refused opening of a link, the latest first. */
export function AuditLog() {
  const { t } = useWording();
  const { momentColumn } = useTimeColumns();
  const [operation, setOperation] = useState("");
  const [before, setBefore] = useState<string | null>(null);
  const { value, problem } = useAnswer<{ entries: readonly Entry[]; next_before: string | null }>(
    "audit.list",
    { before, ...(operation.trim() === "" ? {} : { operation_id: operation.trim() }) },
  );
  const columns: readonly Column<Entry>[] = [
    momentColumn(t("audit.time"), ({ occurred_at: time }) => time),
    { title: t("audit.operation"), value: ({ operation_id: id }) => id },
    {
      title: t("audit.caller"),
      value: ({ principal_type: type, principal_id: id }) => `${type} ${id?.slice(0, 8) ?? ""}`.trim(),
    },
    { title: t("audit.outcome"), value: ({ outcome }) => outcome, isNumber: true },
    { title: t("audit.address"), value: ({ client_address: address }) => address },
  ];
  return (
    <>
      <TextField
        id="audit-operation"
        label={t("audit.operation")}
        hint="share.link.create"
        value={operation}
        onInput={(text) => {
          setOperation(text);
          setBefore(null);
        }}
      />
      <LoadedTable
        problem={problem}
        label={t("organization.audit")}
        columns={columns}
        rows={value?.entries}
        keyOf={({ id }) => id}
        fileName="audit.csv"
        empty={t("audit.none")}
      />
      <LogPages before={before} next={value?.next_before ?? null} onTurn={setBefore} />
    </>
  );
}
