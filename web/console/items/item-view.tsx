import { useEffect } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { useAnswer } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { addressOf } from "../route.ts";
import { Thumbnail } from "../thumbnail.tsx";
import { BandNames, type BandsAsset } from "./band-names.tsx";
import { ItemForm, type DescribedItem } from "./item-form.tsx";

/** One image: what is said of it, and the names of its bands. */
export function ItemView({ itemId }: { itemId: string }) {
  const { t } = useWording();
  const named = { item_id: itemId };
  const { value, problem, reload } = useAnswer<{ item: DescribedItem }>("items.get", named);
  const { value: files } = useAnswer<{ assets: readonly BandsAsset[] }>("items.list_assets", named);
  const item = value?.item;
  useEffect(() => {
    document.title = item?.name ?? "";
  }, [item?.name]);
  return (
    <section aria-labelledby="view-title">
      <p>
        <a class="quiet" href={addressOf({ view: "items" })}>
          {t("item.back")}
        </a>
      </p>
      <h1 id="view-title">{item?.name}</h1>
      <Problem text={problem} />
      {item ? (
        <div class="style-editor">
          <ItemForm key={item.id} item={item} onSaved={reload} />
          <div>
            <Thumbnail operation="items.thumbnail" input={named} name={item.name} />
            {(files?.assets ?? []).map((asset) => (
              <BandNames key={asset.id} itemId={itemId} asset={asset} />
            ))}
          </div>
        </div>
      ) : null}
    </section>
  );
}
