import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { useAnswer } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { addressOf } from "../route.ts";
import { StyleEditor, type Band } from "./style-editor.tsx";

interface Assets {
  readonly assets: readonly { readonly raster: { readonly bands: readonly Band[] } }[];
}

/** The style of an image, tried before it is saved: bands or a calculation, stretch, colours. */
export function StyleView({ itemId }: { itemId: string }) {
  const { t } = useWording();
  const item = useAnswer<{ item: { name: string } }>("items.get", { item_id: itemId });
  const assets = useAnswer<Assets>("items.list_assets", { item_id: itemId });
  const name = item.value?.item.name ?? "";
  useEffect(() => {
    document.title = t("style.of", { name });
  }, [t, name]);
  const bands = assets.value?.assets[0]?.raster.bands;
  return (
    <section aria-labelledby="view-title">
      <p>
        <a class="quiet" href={addressOf({ view: "items" })}>
          {t("style.back")}
        </a>
      </p>
      <h1 id="view-title">{t("style.of", { name })}</h1>
      <Problem text={item.problem || assets.problem} />
      {bands ? <StyleEditor itemId={itemId} bands={bands} /> : null}
    </section>
  );
}
