import { Fragment } from "preact";
import { useState } from "preact/hooks";
import type { Failure } from "../../client/ask-json.ts";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import { FieldProblem, isFaultOf } from "../field-problem.tsx";
import { Form } from "../form.tsx";
import { LinesField } from "../lines-field.tsx";
import { NumberField, textOfNumber } from "../number-field.tsx";
import type { Item } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { TimeField } from "../time-field.tsx";
import { itemChanges, timeText, type ItemTexts } from "./item-changes.ts";
import { propertiesOf, rowsOf, type PropertyFault } from "./item-properties.ts";
import { PropertyRows } from "./property-rows.tsx";

/** An item with what is said of it. */
export interface DescribedItem extends Item {
  readonly description?: string | null;
  readonly attribution?: string | null;
  readonly datetime?: string | null;
  readonly start_datetime?: string | null;
  readonly end_datetime?: string | null;
  readonly cloud_cover?: number | null;
  readonly gsd?: number | null;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The fields with a place for their fault. */
const FIELDS = [
  "name",
  "description",
  "attribution",
  "datetime",
  "start_datetime",
  "end_datetime",
  "cloud_cover",
  "gsd",
  "properties",
] as const;

/** A moment, or an interval. */
const TIMES = ["datetime", "start_datetime", "end_datetime"] as const;

const NO_FAULTS: ReadonlyMap<number, PropertyFault> = new Map();

/** What is said of an image; only what was changed is saved. */
export function ItemForm({ item, onSaved }: { item: DescribedItem; onSaved: () => void }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [first, setFirst] = useState<ItemTexts>(() => ({
    name: item.name,
    description: item.description ?? "",
    attribution: item.attribution ?? "",
    datetime: timeText(item.datetime),
    start_datetime: timeText(item.start_datetime),
    end_datetime: timeText(item.end_datetime),
    cloud_cover: textOfNumber(item.cloud_cover),
    gsd: textOfNumber(item.gsd),
  }));
  const [texts, setTexts] = useState(first);
  const [rows, setRows] = useState(() => rowsOf(item.properties ?? {}));
  const [faults, setFaults] = useState(NO_FAULTS);
  const [failure, setFailure] = useState<Failure>();
  const [said, setSaid] = useState("");
  const field = (name: keyof ItemTexts) => ({
    id: `item-${name}`,
    label: t(`item.${name}`),
    value: texts[name],
    onInput: (text: string) => setTexts({ ...texts, [name]: text }),
  });
  const save = async () => {
    setSaid("");
    const written = propertiesOf(rows);
    setFaults("faults" in written ? written.faults : NO_FAULTS);
    if ("faults" in written) return;
    const { properties } = written;
    const isChanged = JSON.stringify(properties) !== JSON.stringify(item.properties ?? {});
    const answer = await call("items.update", {
      item_id: item.id,
      ...itemChanges(first, texts),
      ...(isChanged ? { properties } : {}),
    });
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setFirst(texts);
    setSaid(t("link.saved"));
    onSaved();
  };
  const isElsewhere = failure && !FIELDS.some((name) => isFaultOf(failure, name));
  return (
    <Form labelledBy="view-title" onSubmit={save}>
      <TextField {...field("name")} />
      <FieldProblem failure={failure} field="name" />
      <LinesField {...field("description")} hint="" />
      <FieldProblem failure={failure} field="description" />
      <TextField {...field("attribution")} />
      <FieldProblem failure={failure} field="attribution" />
      {TIMES.map((name) => (
        <Fragment key={name}>
          <TimeField {...field(name)} kind="datetime-local" />
          <FieldProblem failure={failure} field={name} />
        </Fragment>
      ))}
      <NumberField {...field("cloud_cover")} />
      <FieldProblem failure={failure} field="cloud_cover" />
      <NumberField {...field("gsd")} />
      <FieldProblem failure={failure} field="gsd" />
      <PropertyRows rows={rows} faults={faults} onChange={setRows} />
      <FieldProblem failure={failure} field="properties" />
      <Problem text={isElsewhere ? describeAnswer(failure, wording) : ""} />
      <Said text={said} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
