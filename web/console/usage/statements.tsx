import { useWording } from "../../languages/translate.ts";
import type { Column } from "../data-table.tsx";
import { useAnswer } from "../owner-context.ts";
import { useSaving } from "../use-saving.ts";
import { LoadedTable } from "../loaded-table.tsx";

interface Statement {
  readonly id: string;
  readonly period: string;
  readonly currency: string;
  readonly total: string;
  readonly tiles: number;
}

/** The statements of closed months, each as a PDF file. */
export function Statements({ organizationId }: { organizationId: string }) {
  const { t } = useWording();
  const { value, problem } = useAnswer<{ statements: readonly Statement[] }>("billing.statements.list", {
    organization_id: organizationId,
  });
  const { save, failure } = useSaving();
  const columns: readonly Column<Statement>[] = [
    { title: t("usage.period"), value: ({ period }) => period },
    { title: t("usage.tiles"), value: ({ tiles }) => tiles, isNumber: true },
    {
      title: t("usage.total"),
      value: ({ total }) => total,
      cell: ({ total, currency }) => `${total} ${currency}`,
      isNumber: true,
    },
    {
      title: t("usage.document"),
      value: ({ id }) => id,
      cell: ({ id, period }) => (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            void save("billing.statements.document", { statement_id: id }, `statement-${period}.pdf`)
          }
        >
          PDF
        </button>
      ),
    },
  ];
  return (
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">{t("usage.statements")}</h2>
      <LoadedTable
        problem={problem || failure}
        label={t("usage.statements")}
        columns={columns}
        rows={value?.statements}
        keyOf={({ id }) => id}
        empty={t("usage.noStatement")}
      />
    </section>
  );
}
