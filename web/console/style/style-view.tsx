import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../../client/ask-json.ts";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { useAnswer, useOwner } from "../owner-context.ts";
import { addressOf } from "../route.ts";
import { TextField } from "../text-field.tsx";
import { HistogramOf, type Histogram } from "./histogram.tsx";
import { COLOR_MAPS, drawingOf, profileOf, valuesOf, type StyleChoice } from "./style-of.ts";
import { Problem, Said } from "../problem.tsx";
import { Form } from "../form.tsx";
import { CheckField } from "../check-field.tsx";

interface Band {
  readonly description?: string | null;
}

interface Assets {
  readonly assets: readonly { readonly raster: { readonly bands: readonly Band[] } }[];
}

interface Statistics {
  readonly p2: number | null;
  readonly p98: number | null;
  readonly histogram?: Histogram;
}

/** How long a person pauses before the picture is drawn anew. */
const PAUSE_MS = 350;

/** The style of an image, tried before it is saved: bands or a calculation, stretch, colours. */
export function StyleView({ itemId }: { itemId: string }) {
  const { t } = useWording();
  const item = useAnswer<{ item: { name: string } }>("items.get", { item_id: itemId });
  const assets = useAnswer<Assets>("items.list_assets", { item_id: itemId });
  const name = item.value?.item.name ?? "";
  useEffect(() => {
    document.title = t("style.of", { name });
  }, [t, name]);
  const bands = assets.value?.assets[0]?.raster.bands;
  return (
    <section aria-labelledby="view-title">
      <p>
        <a class="quiet" href={addressOf({ view: "items" })}>
          {t("style.back")}
        </a>
      </p>
      <h1 id="view-title">{t("style.of", { name })}</h1>
      <Problem text={item.problem || assets.problem} />
      {bands ? <StyleEditor itemId={itemId} bands={bands} /> : null}
    </section>
  );
}

function StyleEditor({ itemId, bands }: { itemId: string; bands: readonly Band[] }) {
  const { t } = useWording();
  const [choice, setChoice] = useState<StyleChoice>(() => ({
    kind: bands.length >= 3 ? "rgb" : "band",
    bands: bands.length >= 3 ? ["1", "2", "3"] : ["1", "1", "1"],
    band: "1",
    expression: bands.length >= 2 ? "(b2-b1)/(b2+b1)" : "b1",
    colorMap: "viridis",
    low: "",
    high: "",
  }));
  const change = (changed: Partial<StyleChoice>) => setChoice({ ...choice, ...changed });
  const steady = useSteady(choice);
  const drawn = useDrawing(itemId, steady);
  const statistics = useStatistics(itemId, valuesOf(steady));
  const bandChoices = bands.map(
    ({ description }, at) => [String(at + 1), description ?? `b${at + 1}`] as const,
  );
  const kinds: readonly (readonly [StyleChoice["kind"], string])[] = [
    ...(bands.length >= 3 ? [["rgb", t("style.rgb")] as const] : []),
    ["band", t("style.band")],
    ["expression", t("style.expression")],
  ];
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
  return (
    <div class="style-editor">
      <div>
        <ChoiceField
          id="style-kind"
          label={t("style.kind")}
          value={choice.kind}
          choices={kinds}
          onChoose={(kind) => change({ kind })}
        />
        {choice.kind === "rgb"
          ? (["red", "green", "blue"] as const).map((colour, at) => (
              <ChoiceField
                key={colour}
                id={`style-${colour}`}
                label={t(`style.${colour}`)}
                value={choice.bands[at] ?? "1"}
                choices={bandChoices}
                onChoose={(band) => change({ bands: withBand(choice.bands, at, band) })}
              />
            ))
          : null}
        {choice.kind === "band" ? (
          <ChoiceField
            id="style-band"
            label={t("style.band")}
            value={choice.band}
            choices={bandChoices}
            onChoose={(band) => change({ band })}
          />
        ) : null}
        {choice.kind === "expression" ? (
          <>
            <TextField
              id="style-expression"
              label={t("style.expression")}
              value={choice.expression}
              onInput={(expression) => change({ expression })}
            />
            <FieldProblem failure={drawn.failure} field="expression" />
          </>
        ) : null}
        {choice.kind === "rgb" ? null : (
          <>
            <ChoiceField
              id="style-colours"
              label={t("style.colours")}
              value={choice.colorMap}
              choices={COLOR_MAPS.map((each) => [each, each] as const)}
              onChoose={(colorMap) => change({ colorMap })}
            />
            <FieldProblem failure={drawn.failure} field="colormap" />
          </>
        )}
        {statistics?.histogram ? (
          <HistogramOf histogram={statistics.histogram} low={number(choice.low)} high={number(choice.high)} />
        ) : null}
        <div class="inline-form">
          <TextField
            id="style-low"
            label={t("style.low")}
            hint={t("style.automatic")}
            value={choice.low}
            onInput={(low) => change({ low })}
          />
          <TextField
            id="style-high"
            label={t("style.high")}
            hint={t("style.automatic")}
            value={choice.high}
            onInput={(high) => change({ high })}
          />
          <button
            type="button"
            class="quiet"
            disabled={statistics === undefined}
            onClick={() => change({ low: String(statistics?.p2 ?? ""), high: String(statistics?.p98 ?? "") })}
          >
            {t("style.stretch")}
          </button>
        </div>
        <FieldProblem failure={drawn.failure} field="rescale" />
      </div>
      <div>
        <Preview drawn={drawn} />
        <SaveStyle itemId={itemId} choice={choice} />
      </div>
    </div>
  );
}

function withBand(bands: StyleChoice["bands"], at: number, band: string): StyleChoice["bands"] {
  const [red, green, blue] = bands.map((each, place) => (place === at ? band : each));
  return [red ?? "1", green ?? "1", blue ?? "1"];
}

/** A value once it has not changed for a moment. */
function useSteady<Value>(value: Value): Value {
  const [steady, setSteady] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return steady;
}

interface Drawn {
  readonly address: string | undefined;
  readonly failure: Failure | undefined;
}

/** The image in a style that is not saved; the picture before stays while one is drawn, or cannot be. */
function useDrawing(itemId: string, choice: StyleChoice): Drawn {
  const { client } = useOwner();
  const [drawn, setDrawn] = useState<Drawn>({ address: undefined, failure: undefined });
  useEffect(() => {
    let isCurrent = true;
    const input = { item_id: itemId, width: 640, height: 480, ...drawingOf(choice) };
    void client.file("items.thumbnail", input).then((answer) => {
      if (!isCurrent) return;
      setDrawn((before) => {
        if (!answer.ok) return { address: before.address, failure: answer };
        if (before.address !== undefined) URL.revokeObjectURL(before.address);
        return { address: URL.createObjectURL(answer.value), failure: undefined };
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [itemId, choice]);
  return drawn;
}

function useStatistics(itemId: string, expression: string): Statistics | undefined {
  const { call } = useOwner();
  const [statistics, setStatistics] = useState<Statistics>();
  useEffect(() => {
    let isCurrent = true;
    const input = { item_id: itemId, expression, bins: 60 };
    void call<Statistics>("items.tile.statistics", input).then((answer) => {
      if (isCurrent) setStatistics(answer.ok ? answer.value : undefined);
    });
    return () => {
      isCurrent = false;
    };
  }, [itemId, expression]);
  return statistics;
}

/** What the service finds wrong with one field, below it. */
function FieldProblem({ failure, field }: { failure: Failure | undefined; field: string }) {
  return <Problem text={faultOf(failure, field)} />;
}

function faultOf(failure: Failure | undefined, field: string): string | undefined {
  const detail = failure?.problem?.detail;
  if (detail === undefined || typeof detail === "string") return undefined;
  return detail.find(({ loc = [] }) => loc.includes(field))?.msg;
}

function Preview({ drawn: { address, failure } }: { drawn: Drawn }) {
  const wording = useWording();
  const isOfField = Array.isArray(failure?.problem?.detail);
  return (
    <figure class="preview">
      {address === undefined ? (
        <div class="thumbnail" />
      ) : (
        <img class="thumbnail" src={address} alt={wording.t("style.preview")} />
      )}
      <Problem text={failure && !isOfField ? describeAnswer(failure, wording) : ""} />
    </figure>
  );
}

function SaveStyle({ itemId, choice }: { itemId: string; choice: StyleChoice }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [name, setName] = useState("");
  const [isDefault, setDefault] = useState(false);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const save = async () => {
    setSaid("");
    const profile = { item_id: itemId, name: name.trim(), is_default: isDefault, ...profileOf(choice) };
    const answer = await call("visualization.profile.create", profile);
    setProblem(answer.ok ? "" : describeAnswer(answer, wording));
    if (answer.ok) setSaid(t("style.saved", { name: name.trim() }));
  };
  return (
    <Form onSubmit={save}>
      <TextField id="style-name" label={t("style.name")} value={name} onInput={setName} />
      <CheckField label={t("style.default")} isChecked={isDefault} onCheck={setDefault} />
      <Problem text={problem} />
      <Said text={said} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
