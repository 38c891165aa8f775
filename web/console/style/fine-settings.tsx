import { useWording } from "../../languages/translate.ts";
import { CheckField } from "../check-field.tsx";
import { ChoiceField } from "../choice-field.tsx";
import { TextField } from "../text-field.tsx";
import { FieldProblem } from "../field-problem.tsx";
import type { StyleFieldsProps } from "./style-fields.ts";
import { RESAMPLINGS } from "./style-of.ts";

/** Settings with a line to type, the field of the config that each becomes, and what it may be. */
const LINES = [
  ["gamma", "gamma", "0.1 – 10"],
  ["contrast", "sigmoidal", "0 – 50"],
  ["saturation", "saturation", "0 – 5"],
  ["nodata", "nodata", "0, nan"],
  ["background", "background", "#ffffff"],
] as const;

interface FineSettingsProps extends StyleFieldsProps {
  /** Whether a band has a scale or an offset. */
  readonly isScaled: boolean;
}

/** Settings that few styles need, folded away. */
export function FineSettings({ choice, change, drawn, isScaled }: FineSettingsProps) {
  const { t } = useWording();
  return (
    <details class="fine">
      <summary>{t("style.fine")}</summary>
      <ChoiceField
        id="style-resampling"
        label={t("style.resampling")}
        value={choice.resampling}
        choices={[
          ["", t("style.automatic")],
          ...RESAMPLINGS.map((each) => [each, t(`style.${each}`)] as const),
        ]}
        onChoose={(resampling) => change({ resampling })}
      />
      {LINES.map(([setting, field, hint]) => (
        <div key={setting}>
          <TextField
            id={`style-${setting}`}
            label={t(`style.${setting}`)}
            hint={hint}
            value={choice[setting]}
            onInput={(text) => change({ [setting]: text })}
          />
          <FieldProblem failure={drawn.failure} field={field} />
        </div>
      ))}
      {isScaled ? (
        <CheckField
          label={t("style.unscale")}
          isChecked={choice.isUnscaled}
          onCheck={(isUnscaled) => change({ isUnscaled })}
        />
      ) : null}
    </details>
  );
}
