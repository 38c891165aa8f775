import { useState } from "preact/hooks";
import { CopyField } from "../../components/copy-field.tsx";
import { useWording } from "../../languages/translate.ts";
import { DangerButton } from "../danger-button.tsx";
import type { Column } from "../data-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "../use-changes.ts";
import { LoadedTable } from "../loaded-table.tsx";
import { Form } from "../form.tsx";
import { NumberField } from "../number-field.tsx";
import { useTimeColumns } from "../time-column.tsx";

interface Key {
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly expires_at?: string | null;
  readonly revoked_at?: string | null;
  readonly last_used_at?: string | null;
  readonly parent_id?: string | null;
}

/** The keys of the organization: what they may do, until when, when they were used, and what made them. */
export function Keys() {
  const { t } = useWording();
  const { momentColumn, dayColumn } = useTimeColumns();
  const { value, problem, reload } = useAnswer<{ api_keys: readonly Key[] }>("api_keys.list", {});
  const { change, refusal } = useChanges(reload);
  const keys = value?.api_keys ?? [];
  const childrenOf = (id: string) => keys.filter(({ parent_id: parent }) => parent === id).length;
  const columns: readonly Column<Key>[] = [
    {
      title: t("links.name"),
      value: ({ name }) => name,
      cell: ({ name, prefix }) => (
        <>
          {name}
          <p class="row-target">{prefix}…</p>
        </>
      ),
    },
    { title: t("keys.scopes"), value: ({ permissions }) => permissions.join(" ") },
    dayColumn(t("links.end"), ({ expires_at: time }) => time, t("keys.endless")),
    momentColumn(t("keys.lastUsed"), ({ last_used_at: time }) => time, t("links.never")),
    { title: t("keys.children"), value: ({ id }) => childrenOf(id), isNumber: true },
    {
      title: t("links.actions"),
      value: ({ revoked_at: revoked }) => (revoked ? t("links.revoked") : ""),
      cell: (key) =>
        key.revoked_at ? (
          t("links.revoked")
        ) : (
          <DangerButton
            label={t("links.revoke")}
            question={t("keys.revokeSure", { name: key.name, count: childrenOf(key.id) })}
            onPress={async () => await change("api_keys.revoke", { key_id: key.id })}
          />
        ),
    },
  ];
  return (
    <>
      <NewKey change={change} />
      <LoadedTable
        problem={problem || refusal}
        label={t("organization.keys")}
        columns={columns}
        rows={value?.api_keys}
        keyOf={({ id }) => id}
        fileName="keys.csv"
        empty={t("keys.none")}
      />
    </>
  );
}

function NewKey({ change }: Pick<ReturnType<typeof useChanges>, "change">) {
  const { t } = useWording();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState("");
  const [days, setDays] = useState("90");
  const [secret, setSecret] = useState<string>();
  const create = async () => {
    const permissions = scopes.split(/[\s,]+/).filter((scope) => scope !== "");
    const made = await change<{ key?: string | null }>("api_keys.create", {
      name: name.trim(),
      ...(permissions.length === 0 ? {} : { permissions }),
      ...(days.trim() === "" ? {} : { expires_in_days: Number(days) }),
    });
    setSecret(made?.key ?? undefined);
  };
  return (
    <Form kind="inline-form" label={t("keys.create")} onSubmit={create}>
      <TextField id="key-name" label={t("links.name")} value={name} onInput={setName} />
      <TextField
        id="key-scopes"
        label={t("keys.scopes")}
        hint={t("keys.allScopes")}
        value={scopes}
        onInput={setScopes}
      />
      <NumberField id="key-days" label={t("keys.days")} value={days} onInput={setDays} />
      <button type="submit" class="quiet">
        {t("keys.create")}
      </button>
      {secret ? <CopyField id="key-secret" label={t("keys.shownOnce")} value={secret} /> : null}
    </Form>
  );
}
