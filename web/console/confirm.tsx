import { useEffect, useRef } from "preact/hooks";
import { useWording } from "../languages/translate.ts";

interface ConfirmProps {
  readonly question: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ question, onYes, onNo }: ConfirmProps) {
  const { t } = useWording();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-label={question} onCancel={onNo}>
      <p>{question}</p>
      <p class="actions">
        <button type="button" class="quiet" onClick={onNo}>
          {t("action.cancel")}
        </button>
        <button type="button" class="primary danger" onClick={onYes}>
          {t("action.yes")}
        </button>
      </p>
    </dialog>
  );
}
