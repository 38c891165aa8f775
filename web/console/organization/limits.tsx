import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { LoadedTable } from "../loaded-table.tsx";

interface Limit {
  readonly name: string;
  readonly limit: number;
  readonly used: number | null;
  readonly description: string;
}

/** The limits that bind the organization, and what it uses of them. */
export function Limits() {
  const { t, number } = useWording();
  const { value, problem } = useAnswer<{ limits: readonly Limit[] }>("organizations.limits.get", {});
  const columns: readonly Column<Limit>[] = [
    {
      title: t("links.name"),
      value: ({ name }) => name,
      cell: ({ name, description }) => (
        <>
          {name}
          <p class="row-target">{description}</p>
        </>
      ),
    },
    {
      title: t("limits.used"),
      value: ({ used }) => used,
      cell: ({ used }) => (used === null ? "–" : number(used, 12)),
      isNumber: true,
    },
    {
      title: t("limits.limit"),
      value: ({ limit }) => limit,
      cell: ({ limit }) => number(limit, 12),
      isNumber: true,
    },
  ];
  return (
    <>
      <LoadedTable
        problem={problem}
        label={t("organization.limits")}
        columns={columns}
        rows={value?.limits}
        keyOf={({ name }) => name}
        fileName="limits.csv"
        empty=""
      />
    </>
  );
}
