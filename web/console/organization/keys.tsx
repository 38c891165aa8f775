import { useState } from "preact/hooks";
import { CopyField } from "../../components/copy-field.tsx";
import { useWording } from "../../languages/translate.ts";
import { Confirm } from "../confirm.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { TextField } from "../text-field.tsx";
import { useChanges } from "./use-changes.ts";

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
  const { t, day, moment } = useWording();
  const { value, problem, reload } = useAnswer<{ api_keys: readonly Key[] }>("api_keys.list", {});
  const { change, refusal } = useChanges(reload);
  const [ending, setEnding] = useState<Key>();
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
    {
      title: t("links.end"),
      value: ({ expires_at: end }) => end,
      cell: ({ expires_at: end }) => (end ? day(end) : t("keys.endless")),
    },
    {
      title: t("keys.lastUsed"),
      value: ({ last_used_at: last }) => last,
      cell: ({ last_used_at: last }) => (last ? moment(last) : t("links.never")),
    },
    { title: t("keys.children"), value: ({ id }) => childrenOf(id), isNumber: true },
    {
      title: t("links.actions"),
      value: ({ revoked_at: revoked }) => (revoked ? t("links.revoked") : ""),
      cell: (key) =>
        key.revoked_at ? (
          t("links.revoked")
        ) : (
          <button type="button" class="quiet danger" onClick={() => setEnding(key)}>
            {t("links.revoke")}
          </button>
        ),
    },
  ];
  return (
    <>
      <NewKey change={change} />
      <p class="problem" role="alert">
        {problem || refusal}
      </p>
      {value ? (
        <DataTable
          label={t("organization.keys")}
          columns={columns}
          rows={keys}
          keyOf={({ id }) => id}
          fileName="keys.csv"
          empty={t("keys.none")}
        />
      ) : null}
      {ending ? (
        <Confirm
          question={t("keys.revokeSure", { name: ending.name, count: childrenOf(ending.id) })}
          onYes={() => {
            setEnding(undefined);
            void change("api_keys.revoke", { key_id: ending.id });
          }}
          onNo={() => setEnding(undefined)}
        />
      ) : null}
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
    <form
      class="inline-form"
      noValidate
      aria-label={t("keys.create")}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextField id="key-name" label={t("links.name")} value={name} onInput={setName} />
      <TextField
        id="key-scopes"
        label={t("keys.scopes")}
        hint={t("keys.allScopes")}
        value={scopes}
        onInput={setScopes}
      />
      <TextField id="key-days" label={t("keys.days")} inputMode="numeric" value={days} onInput={setDays} />
      <button type="submit" class="quiet">
        {t("keys.create")}
      </button>
      {secret ? <CopyField id="key-secret" label={t("keys.shownOnce")} value={secret} /> : null}
    </form>
  );
}
