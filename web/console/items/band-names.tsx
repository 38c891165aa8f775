import { useState } from "preact/hooks";
import type { Failure } from "../../client/ask-json.ts";
import { useWording } from "../../languages/translate.ts";
import { describeAnswer } from "../describe-answer.ts";
import { FieldProblem } from "../field-problem.tsx";
import { Form } from "../form.tsx";
import { LinesField } from "../lines-field.tsx";
import { useOwner } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";

/** A file of an image, as far as its bands are named. */
export interface BandsAsset {
  readonly id: string;
  readonly key: string;
  readonly raster: { readonly bands: readonly { readonly description?: string | null }[] };
}

/** Rows of the field before it scrolls. */
const ROWS_MAX = 12;

/** The names of a file's bands, one in each line, with a proposal of the service. */
export function BandNames({ itemId, asset }: { itemId: string; asset: BandsAsset }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const { bands } = asset.raster;
  const [text, setText] = useState(() => linesOf(bands.map(({ description }) => description)));
  const [failure, setFailure] = useState<Failure>();
  const [said, setSaid] = useState("");
  const named = { item_id: itemId, asset_id: asset.id };
  const propose = async () => {
    const answer = await call<{ suggested_band_names: readonly (string | null)[] }>(
      "items.detect_asset_bands",
      named,
    );
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    setText(linesOf(answer.value.suggested_band_names));
    setSaid(t("bands.proposed"));
  };
  const save = async () => {
    setSaid("");
    const answer = await call<{ unfit_profiles: readonly string[] }>("items.set_asset_band_names", {
      ...named,
      band_names: text.split("\n"),
    });
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return;
    const { unfit_profiles: unfit } = answer.value;
    setSaid(unfit.length === 0 ? t("link.saved") : t("bands.unfit", { names: unfit.join(", ") }));
  };
  if (bands.length === 0) return null;
  const isOfField = Array.isArray(failure?.problem?.detail);
  return (
    <Form label={t("bands.title", { key: asset.key })} onSubmit={save}>
      <LinesField
        id={`bands-${asset.id}`}
        label={t("bands.title", { key: asset.key })}
        hint=""
        rows={Math.min(ROWS_MAX, bands.length)}
        value={text}
        onInput={setText}
      />
      <FieldProblem failure={failure} field="band_names" />
      <p class="hint">{t("bands.text", { count: bands.length })}</p>
      <Problem text={failure && !isOfField ? describeAnswer(failure, wording) : ""} />
      <Said text={said} />
      <p class="actions">
        <button type="submit" class="quiet">
          {t("bands.save")}
        </button>
        <button type="button" class="quiet" onClick={() => void propose()}>
          {t("bands.propose")}
        </button>
      </p>
    </Form>
  );
}

function linesOf(names: readonly (string | null | undefined)[]): string {
  return names.map((name) => name ?? "").join("\n");
}
