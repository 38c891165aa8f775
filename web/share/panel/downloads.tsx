import { useState } from "preact/hooks";
import type { Answer } from "../../client/ask-json.ts";
import type { SharedFile, SharedItemsPage, SharedTarget } from "../../client/shared-map.ts";
import { describeFailure } from "../../components/describe-failure.ts";
import { useWording } from "../../languages/translate.ts";

interface DownloadsProps {
  readonly share: SharedTarget;
  readonly listItems: (offset: number) => Promise<Answer<SharedItemsPage>>;
}

/** The files that a link gives, with their sizes. */
export function Downloads({ share, listItems }: DownloadsProps) {
  const wording = useWording();
  const { t, bytes } = wording;
  const [problem, setProblem] = useState("");
  const { assets = [] } = share;
  if (share.permission !== "download" || assets.length === 0) return null;
  const names = new Map((share.target?.items ?? []).map(({ id, name }) => [id, name ?? id]));
  const labelOf = ({ item_id: item, key }: SharedFile) =>
    [names.get(item) ?? share.target?.name, key].filter(Boolean).join(", ");
  const download = async (file: SharedFile) => {
    setProblem("");
    // The addresses of before have ended when the page was open for a while.
    const answer = await listItems(0);
    if (!answer.ok) return setProblem(describeFailure(answer, wording).text);
    const fresh = answer.value.assets?.find(
      ({ item_id: item, key }) => item === file.item_id && key === file.key,
    );
    location.assign((fresh ?? file).url);
  };
  return (
    <section class="downloads" aria-label={t("panel.download")}>
      <p class="legend-title">{t("panel.download")}</p>
      <ul class="list">
        {assets.map((file) => (
          <li key={`${file.item_id}/${file.key}`}>
            <button
              type="button"
              class="row"
              aria-label={t("panel.downloadFile", { name: labelOf(file) })}
              onClick={() => void download(file)}
            >
              <span class="row-name">{labelOf(file)}</span>
              <span class="row-detail">{bytes(file.bytes)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}
