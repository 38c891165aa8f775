import { useEffect, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import type { Column } from "../data-table.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { useSaving } from "../use-saving.ts";
import { LoadedTable } from "../loaded-table.tsx";
import { Form } from "../form.tsx";
import { TimeField } from "../time-field.tsx";

interface Export {
  readonly id: string;
  readonly period: string;
  readonly layout: string;
  readonly format: string;
  readonly final: boolean;
  readonly status: "queued" | "running" | "completed" | "failed";
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly failure: string | null;
}

interface ExportFiles {
  readonly files: readonly { readonly name: string }[];
}

const FORMATS = ["csv", "ndjson", "parquet"] as const;

/** How often a page looks whether an export is done. */
const DONE_EVERY_MS = 2_000;

/** Exports of a month: made here, watched, and downloaded file by file. */
export function Exports({ organizationId }: { organizationId: string }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const { save, failure } = useSaving();
  const { value, problem, reload } = useAnswer<{ exports: readonly Export[] }>("billing.exports.list", {});
  const [period, setPeriod] = useState(() => new Date().toISOString().slice(0, 7));
  const [format, setFormat] = useState<(typeof FORMATS)[number]>("csv");
  const [refusal, setRefusal] = useState("");
  const isWorking = value?.exports.some(({ status }) => status === "queued" || status === "running") === true;
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setTimeout(reload, DONE_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isWorking, value]);
  const create = async () => {
    const input = { organization_id: organizationId, period, format };
    // A month that is not closed can be exported as it is now.
    const isOpen = period >= new Date().toISOString().slice(0, 7);
    const answer = await call("billing.exports.create", {
      ...input,
      ...(isOpen ? { provisional: true } : {}),
    });
    setRefusal(answer.ok ? "" : describeAnswer(answer, wording));
    if (answer.ok) reload();
  };
  const download = async (id: string) => {
    const answer = await call<ExportFiles>("billing.exports.get", { export_id: id });
    if (!answer.ok) return setRefusal(describeAnswer(answer, wording));
    for (const { name } of answer.value.files) {
      await save("billing.exports.download", { export_id: id, file: name }, name);
    }
  };
  const columns: readonly Column<Export>[] = [
    { title: t("usage.period"), value: ({ period: month }) => month },
    { title: t("usage.layout"), value: ({ layout, format: kind }) => `${layout}, ${kind}` },
    {
      title: t("links.state"),
      value: ({ status }) => t(`export.${status}`),
      cell: (each) => <ExportState of={each} />,
    },
    {
      title: t("usage.files"),
      value: ({ id }) => id,
      cell: ({ id, status }) =>
        status === "completed" ? (
          <button type="button" class="quiet" onClick={() => void download(id)}>
            {t("usage.download")}
          </button>
        ) : null,
    },
  ];
  return (
    <section aria-labelledby="exports-title">
      <h2 id="exports-title">{t("usage.exports")}</h2>
      <Form kind="inline-form" onSubmit={create}>
        <TimeField
          id="export-period"
          kind="month"
          label={t("usage.period")}
          value={period}
          onInput={setPeriod}
        />
        <ChoiceField
          id="export-format"
          label={t("usage.format")}
          value={format}
          choices={FORMATS.map((each) => [each, each] as const)}
          onChoose={setFormat}
        />
        <button type="submit" class="quiet">
          {t("usage.export")}
        </button>
      </Form>
      <LoadedTable
        problem={refusal || failure || problem}
        label={t("usage.exports")}
        columns={columns}
        rows={value?.exports}
        keyOf={({ id }) => id}
        empty={t("usage.noExport")}
      />
    </section>
  );
}

function ExportState({ of: { status, final, rows_total: rows, rows_done: done, failure } }: { of: Export }) {
  const { t } = useWording();
  if (status === "running" && rows) {
    return <progress max={rows} value={done} aria-label={t("export.running")} />;
  }
  return (
    <>
      {failure ?? t(`export.${status}`)}
      {final ? "" : ` (${t("export.provisional")})`}
    </>
  );
}
