import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { Problem } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { PROPERTY_KINDS, type PropertyFault, type PropertyRow } from "./item-properties.ts";

interface PropertyRowsProps {
  readonly rows: readonly PropertyRow[];
  /** By the place of the row. */
  readonly faults: ReadonlyMap<number, PropertyFault>;
  readonly onChange: (rows: PropertyRow[]) => void;
}

/** The properties of an image, each a name and a value of some kind. */
export function PropertyRows({ rows, faults, onChange }: PropertyRowsProps) {
  const { t } = useWording();
  const change = (changed: number, values: Partial<PropertyRow>) =>
    onChange(rows.map((row, at) => (at === changed ? { ...row, ...values } : row)));
  return (
    <fieldset>
      <legend>{t("item.properties")}</legend>
      <p class="hint">{t("item.propertiesText")}</p>
      {rows.map((row, at) => {
        const fault = faults.get(at);
        return (
          // Rows have no name of their own: two may be called alike until they are saved.
          <div key={at} class="property">
            <TextField
              id={`property-${at}`}
              label={t("property.name")}
              value={row.key}
              onInput={(key) => change(at, { key })}
            />
            <ChoiceField
              id={`property-kind-${at}`}
              label={t("property.kind")}
              value={row.kind}
              choices={PROPERTY_KINDS.map((kind) => [kind, t(`property.${kind}`)] as const)}
              onChoose={(kind) => change(at, { kind })}
            />
            <TextField
              id={`property-value-${at}`}
              label={t("property.value")}
              value={row.text}
              onInput={(text) => change(at, { text })}
            />
            <button
              type="button"
              class="quiet"
              aria-label={t("property.removeOf", { name: row.key })}
              onClick={() => onChange(rows.filter((_, each) => each !== at))}
            >
              {t("property.remove")}
            </button>
            <Problem text={fault && t(`propertyFault.${fault}`)} />
          </div>
        );
      })}
      <button
        type="button"
        class="quiet"
        onClick={() => onChange([...rows, { key: "", kind: "text", text: "" }])}
      >
        {t("property.add")}
      </button>
    </fieldset>
  );
}
