import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { Column } from "../data-table.tsx";
import { LoadedTable } from "../loaded-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { LogPages } from "./log-pages.tsx";
import { useTimeColumns } from "../time-column.tsx";

/** The kinds that `security_log.list` takes. */
const KINDS = [
  "log_in",
  "token",
  "device",
  "credential",
  "key_made",
  "key_revoked",
  "password_changed",
  "user_disabled",
  "user_enabled",
  "session_ended",
  "queue_board",
] as const;

interface SecurityEvent {
  readonly id: string;
  readonly occurred_at: string;
  readonly kind: (typeof KINDS)[number];
  readonly outcome: "allowed" | "refused";
  readonly principal_type: string | null;
  readonly principal_id: string | null;
  readonly subject: Readonly<Record<string, string>>;
  readonly client_address: string | null;
  readonly count: number;
}

/** Log-ins, tokens, devices, keys and changes of people, the latest first. */
export function SecurityLog() {
  const { t } = useWording();
  const { momentColumn } = useTimeColumns();
  const [kind, setKind] = useState<"" | (typeof KINDS)[number]>("");
  const [before, setBefore] = useState<string | null>(null);
  const { value, problem } = useAnswer<{
    events: readonly SecurityEvent[];
    next_before: string | null;
  }>("security_log.list", { before, ...(kind === "" ? {} : { kind }) });
  const columns: readonly Column<SecurityEvent>[] = [
    momentColumn(t("audit.time"), ({ occurred_at: time }) => time),
    { title: t("security.kind"), value: ({ kind: each }) => t(`security.${each}`) },
    { title: t("audit.outcome"), value: ({ outcome }) => t(`security.${outcome}`) },
    {
      title: t("security.subject"),
      value: ({ subject }) =>
        Object.entries(subject)
          .map(([name, text]) => `${name}: ${text}`)
          .join(", "),
    },
    {
      title: t("audit.caller"),
      value: ({ principal_type: type, principal_id: id }) => `${type ?? ""} ${id?.slice(0, 8) ?? ""}`.trim(),
    },
    { title: t("audit.address"), value: ({ client_address: address }) => address },
    { title: t("security.count"), value: ({ count }) => count, isNumber: true },
  ];
  return (
    <>
      <ChoiceField
        id="security-kind"
        label={t("security.kind")}
        value={kind}
        choices={[["", t("security.all")], ...KINDS.map((each) => [each, t(`security.${each}`)] as const)]}
        onChoose={(chosen) => {
          setKind(chosen);
          setBefore(null);
        }}
      />
      <LoadedTable
        problem={problem}
        label={t("organization.security")}
        columns={columns}
        rows={value?.events}
        keyOf={({ id }) => id}
        fileName="security.csv"
        empty={t("audit.none")}
      />
      <LogPages before={before} next={value?.next_before ?? null} onTurn={setBefore} />
    </>
  );
}
