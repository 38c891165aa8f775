import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { DangerButton } from "../danger-button.tsx";
import { useAnswer } from "../owner-context.ts";
import { useChanges } from "../use-changes.ts";
import { LoadedTable } from "../loaded-table.tsx";
import { useTimeColumns } from "../time-column.tsx";

interface Session {
  readonly id: string;
  readonly user_id: string;
  readonly client_id: string;
  readonly created_at: string;
  readonly last_used_at: string;
}

/** The log-ins that have not ended; administrators see those of all people. */
export function Sessions() {
  const { t } = useWording();
  const { momentColumn } = useTimeColumns();
  const { value, problem, reload } = useAnswer<{ sessions: readonly Session[] }>("sessions.list", {});
  const people = useAnswer<{ users: readonly { id: string; name: string }[] }>("users.list", {});
  const { change, refusal } = useChanges(reload);
  const names = new Map((people.value?.users ?? []).map(({ id, name }) => [id, name]));
  const columns: readonly Column<Session>[] = [
    { title: t("people.person"), value: ({ user_id: user }) => names.get(user) ?? user },
    { title: t("sessions.program"), value: ({ client_id: client }) => client },
    momentColumn(t("sessions.since"), ({ created_at: time }) => time),
    momentColumn(t("keys.lastUsed"), ({ last_used_at: time }) => time),
    {
      title: t("links.actions"),
      value: () => "",
      cell: ({ id }) => (
        <DangerButton
          label={t("sessions.end")}
          onPress={async () => await change("sessions.revoke", { session_id: id })}
        />
      ),
    },
  ];
  return (
    <>
      <LoadedTable
        problem={problem || refusal}
        label={t("organization.sessions")}
        columns={columns}
        rows={value?.sessions}
        keyOf={({ id }) => id}
        empty={t("sessions.none")}
      />
    </>
  );
}
