import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { Problem } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { ColourFields } from "./colour-fields.tsx";
import { FieldProblem } from "../field-problem.tsx";
import { FineSettings } from "./fine-settings.tsx";
import { HistogramOf } from "./histogram.tsx";
import { SaveStyle } from "./save-style.tsx";
import type { StyleFieldsProps } from "./style-fields.ts";
import { firstChoice, valuesOf, type StyleChoice } from "./style-of.ts";
import { useDrawing, useStatistics, useSteady, type Drawn } from "./use-drawing.ts";

/** A band, as far as the editor reads it. */
export interface Band {
  readonly description?: string | null;
  readonly scale?: number;
  readonly offset?: number;
}

/** The fields of a style beside its picture, which follows them. */
export function StyleEditor({ itemId, bands }: { itemId: string; bands: readonly Band[] }) {
  const { t } = useWording();
  const [choice, setChoice] = useState(() => firstChoice(bands.length));
  const change = (changed: Partial<StyleChoice>) => setChoice({ ...choice, ...changed });
  const steady = useSteady(choice);
  const drawn = useDrawing(itemId, steady);
  const statistics = useStatistics(itemId, valuesOf(steady));
  const kinds: readonly (readonly [StyleChoice["kind"], string])[] = [
    ...(bands.length >= 3 ? [["rgb", t("style.rgb")] as const] : []),
    ["band", t("style.band")],
    ["expression", t("style.expression")],
    ["expressions", t("style.expressions")],
  ];
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
  const fields = { choice, change, drawn };
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
        <DrawnFields {...fields} bands={bands} />
        {choice.kind === "band" || choice.kind === "expression" ? <ColourFields {...fields} /> : null}
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
        <FineSettings
          {...fields}
          isScaled={bands.some(({ scale = 1, offset = 0 }) => scale !== 1 || offset !== 0)}
        />
      </div>
      <div>
        <Preview drawn={drawn} />
        <SaveStyle itemId={itemId} choice={choice} />
      </div>
    </div>
  );
}

/** What is drawn: three bands, one, or calculations. */
function DrawnFields({ choice, change, drawn, bands }: StyleFieldsProps & { bands: readonly Band[] }) {
  const { t } = useWording();
  const bandChoices = bands.map(
    ({ description }, at) => [String(at + 1), description ?? `b${at + 1}`] as const,
  );
  const colours = (["red", "green", "blue"] as const).map(
    (colour) => [colour, t(`style.${colour}`)] as const,
  );
  switch (choice.kind) {
    case "rgb":
      return colours.map(([colour, label], at) => (
        <ChoiceField
          key={colour}
          id={`style-${colour}`}
          label={label}
          value={choice.bands[at] ?? "1"}
          choices={bandChoices}
          onChoose={(band) => change({ bands: withOne(choice.bands, at, band) })}
        />
      ));
    case "band":
      return (
        <ChoiceField
          id="style-band"
          label={t("style.band")}
          value={choice.band}
          choices={bandChoices}
          onChoose={(band) => change({ band })}
        />
      );
    case "expression":
      return (
        <>
          <TextField
            id="style-expression"
            label={t("style.expression")}
            value={choice.expression}
            onInput={(expression) => change({ expression })}
          />
          <FieldProblem failure={drawn.failure} field="expression" />
        </>
      );
    case "expressions":
      return (
        <>
          {colours.map(([colour, label], at) => (
            <TextField
              key={colour}
              id={`style-${colour}`}
              label={label}
              value={choice.expressions[at] ?? ""}
              onInput={(text) => change({ expressions: withOne(choice.expressions, at, text) })}
            />
          ))}
          <FieldProblem failure={drawn.failure} field="expressions" />
        </>
      );
  }
}

function withOne(
  three: StyleChoice["bands"],
  changed: number,
  value: string,
): readonly [string, string, string] {
  const [red, green, blue] = three.map((each, at) => (at === changed ? value : each));
  return [red ?? "", green ?? "", blue ?? ""];
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
