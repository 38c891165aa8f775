import { useRef, useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";

const FEEDBACK_MS = 2000;

/** A text to copy, with a button that says whether that worked. */
export function CopyField({ id, label, value }: { id: string; label: string; value: string }) {
  const { t } = useWording();
  const field = useRef<HTMLInputElement>(null);
  const [feedback, setFeedback] = useState<string>();
  const copy = async () => {
    field.current?.select();
    // Where the page may not copy, the keyboard copies the selected field.
    const isCopied = await navigator.clipboard.writeText(value).then(
      () => true,
      () => false,
    );
    setFeedback(isCopied ? t("action.copied") : "Ctrl+C");
    setTimeout(() => setFeedback(undefined), FEEDBACK_MS);
  };
  return (
    <div class="copy-field">
      <label for={id}>{label}</label>
      <div class="field">
        <input id={id} ref={field} type="text" readOnly value={value} />
        <button class="reveal" type="button" onClick={() => void copy()}>
          {feedback ?? t("action.copy")}
        </button>
      </div>
    </div>
  );
}
