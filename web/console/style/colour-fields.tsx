import { useWording } from "../../languages/translate.ts";
import { CheckField } from "../check-field.tsx";
import { ChoiceField } from "../choice-field.tsx";
import { LinesField } from "../lines-field.tsx";
import { NumberField } from "../number-field.tsx";
import { FieldProblem } from "../field-problem.tsx";
import type { StyleFieldsProps } from "./style-fields.ts";
import { ALGORITHMS, COLOR_MAPS, OWN_COLOURS } from "./style-of.ts";

/** How the values of one band or calculation become colours. */
export function ColourFields({ choice, change, drawn }: StyleFieldsProps) {
  const { t } = useWording();
  const isTerrain = choice.kind === "band" && choice.algorithm !== "";
  return (
    <>
      {choice.kind === "band" ? (
        <ChoiceField
          id="style-algorithm"
          label={t("style.algorithm")}
          value={choice.algorithm}
          choices={ALGORITHMS.map((each) => [each, t(`style.${each === "" ? "values" : each}`)] as const)}
          onChoose={(algorithm) =>
            change({ algorithm, ...(algorithm === "contours" ? { interval: choice.interval || "100" } : {}) })
          }
        />
      ) : null}
      {isTerrain ? (
        <>
          {choice.algorithm === "contours" ? (
            <NumberField
              id="style-interval"
              label={t("style.interval")}
              value={choice.interval}
              onInput={(interval) => change({ interval })}
            />
          ) : null}
          <FieldProblem failure={drawn.failure} field="algorithm" />
        </>
      ) : (
        <>
          <ChoiceField
            id="style-colours"
            label={t("style.colours")}
            value={choice.colorMap}
            choices={[
              ...COLOR_MAPS.map((each) => [each, each] as const),
              [OWN_COLOURS, t("style.ownColours")] as const,
            ]}
            onChoose={(colorMap) => change({ colorMap })}
          />
          {choice.colorMap === OWN_COLOURS ? (
            <>
              <LinesField
                id="style-own"
                label={t("style.ownColours")}
                hint={"0: #440154\n50: #21918c\n100: #fde725"}
                value={choice.ownColours}
                onInput={(ownColours) => change({ ownColours })}
              />
              <p class="hint">{t("style.ownHint")}</p>
            </>
          ) : (
            <CheckField
              label={t("style.reversed")}
              isChecked={choice.isReversed}
              onCheck={(isReversed) => change({ isReversed })}
            />
          )}
          <FieldProblem failure={drawn.failure} field="colormap" />
        </>
      )}
    </>
  );
}
