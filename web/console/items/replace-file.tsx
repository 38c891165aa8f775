import { useRef, useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { Confirm } from "../confirm.tsx";
import { countLinksTo } from "../count-links.ts";
import { describeAnswer } from "../describe-answer.ts";
import type { Item } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { textOfProgress } from "./progress-text.ts";
import { shareRaster, type Progress } from "./share-raster.ts";

/** Puts another file in the place of the one that an item draws; its links show it as soon as it is ready. */
export function ReplaceFile({ item, onReplaced }: { item: Item; onReplaced: () => void }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const chooser = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [question, setQuestion] = useState<string>();
  const [progress, setProgress] = useState<Progress>();
  const ask = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    setFiles(chosen);
    setQuestion(t("items.replaceSure", { name: item.name, count: await countLinksTo(call, item.id) }));
  };
  const replace = async () => {
    setQuestion(undefined);
    const destination = { project_id: item.project_id, replaces_item_id: item.id };
    await shareRaster(destination, files, {
      call,
      describe: (failure) => describeAnswer(failure, wording),
      onProgress: (reached) => {
        setProgress(reached);
        if (reached.step === "ready") onReplaced();
      },
    });
  };
  return (
    <>
      <input
        ref={chooser}
        id={`replace-${item.id}`}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t("items.replaceOf", { name: item.name })}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          void ask(chosen);
        }}
      />
      <button type="button" class="quiet" onClick={() => chooser.current?.click()}>
        {t("items.replace")}
      </button>
      {progress ? (
        <span class="row-said" role="status">
          {textOfProgress(progress, t)}
        </span>
      ) : null}
      {question === undefined ? null : (
        <Confirm question={question} onYes={() => void replace()} onNo={() => setQuestion(undefined)} />
      )}
    </>
  );
}
