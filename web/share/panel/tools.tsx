import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";

interface ToolsProps {
  readonly isMeasuring: boolean;
  readonly onMeasure: (isMeasuring: boolean) => void;
  readonly onSave: () => Promise<void>;
}

const FEEDBACK_MS = 2000;

/** What can be done with the view: measure in it, keep a picture of it, print it, pass on its address. */
export function Tools({ isMeasuring, onMeasure, onSave }: ToolsProps) {
  const { t } = useWording();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    setCopied(true);
    setTimeout(() => setCopied(false), FEEDBACK_MS);
  };
  return (
    <p class="tools" role="group" aria-label={t("tools.title")}>
      <button type="button" aria-pressed={isMeasuring} onClick={() => onMeasure(!isMeasuring)}>
        {t("measure.title")}
      </button>
      <button type="button" onClick={() => void onSave()}>
        {t("tools.picture")}
      </button>
      <button type="button" onClick={() => print()}>
        {t("tools.print")}
      </button>
      <button type="button" title={t("tools.copyHint")} onClick={() => void copy()}>
        {isCopied ? t("action.copied") : t("tools.copy")}
      </button>
    </p>
  );
}
