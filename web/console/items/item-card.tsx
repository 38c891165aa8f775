import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { ChoiceField } from "../choice-field.tsx";
import { Confirm } from "../confirm.tsx";
import { countLinksTo } from "../count-links.ts";
import { DangerButton } from "../danger-button.tsx";
import type { Collection, Item, Project } from "../owned.ts";
import { useOwner } from "../owner-context.ts";
import { Problem } from "../problem.tsx";
import { addressOf } from "../route.ts";
import { Thumbnail } from "../thumbnail.tsx";
import { useChanges } from "../use-changes.ts";
import { ReplaceFile } from "./replace-file.tsx";

interface ItemCardProps {
  readonly item: Item;
  readonly collections: readonly Collection[];
  /** Projects that the item may be moved to. */
  readonly otherProjects: readonly Project[];
  /** Whether it is highlighted, here and on the map. */
  readonly isLit: boolean;
  readonly onLight: (id: string | undefined) => void;
  /** Shows where it is. */
  readonly onSeek: () => void;
  readonly onChanged: () => void;
}

/** The id of the element of an item in the list. */
export const cardIdOf = (itemId: string) => `item-${itemId}`;

/** An item with its picture, and what can be done with it. */
export function ItemCard(props: ItemCardProps) {
  const { item, collections, otherProjects, isLit, onLight, onSeek, onChanged } = props;
  const { t, day } = useWording();
  const { call } = useOwner();
  const { change, refusal } = useChanges(onChanged);
  const [replaced, setReplaced] = useState(0);
  const named = { item_id: item.id };
  return (
    <li
      id={cardIdOf(item.id)}
      class={isLit ? "item-card lit" : "item-card"}
      onMouseEnter={() => onLight(item.id)}
      onMouseLeave={() => onLight(undefined)}
      onFocusIn={() => onLight(item.id)}
      onFocusOut={() => onLight(undefined)}
    >
      <Thumbnail key={replaced} operation="items.thumbnail" input={named} name={item.name} />
      <h2>{item.name}</h2>
      <p class="row-detail">{t("items.added", { date: day(item.created_at) })}</p>
      {(item.warnings ?? []).map(({ text }) => (
        <p key={text} class="hint">
          {t("items.warning", { text })}
        </p>
      ))}
      {collections.length === 0 ? null : (
        <ChoiceField
          id={`collection-${item.id}`}
          label={t("items.collection")}
          value={item.collection_id ?? ""}
          choices={[["", t("items.noCollection")], ...collections.map(({ id, name }) => [id, name] as const)]}
          onChoose={(id) => void change("items.update", { ...named, collection_id: id || null })}
        />
      )}
      {otherProjects.length === 0 ? null : (
        <MoveItem item={item} otherProjects={otherProjects} onMoved={onChanged} />
      )}
      <p class="actions">
        <a class="primary" href={addressOf({ view: "new-link", target: "item", id: item.id })}>
          {t("items.share")}
        </a>
        <a class="quiet" href={addressOf({ view: "style", itemId: item.id })}>
          {t("items.style")}
        </a>
        <a class="quiet" href={addressOf({ view: "item", itemId: item.id })}>
          {t("items.details")}
        </a>
        {item.bbox ? (
          <button type="button" class="quiet" onClick={onSeek}>
            {t("items.seek")}
          </button>
        ) : null}
        <ReplaceFile
          item={item}
          onReplaced={() => {
            setReplaced(replaced + 1);
            onChanged();
          }}
        />
        <DangerButton
          label={t("items.delete")}
          question={async () =>
            t("items.deleteSure", { name: item.name, count: await countLinksTo(call, item.id) })
          }
          onPress={async () => await change("items.delete", named)}
        />
      </p>
      <Problem text={refusal} />
    </li>
  );
}

interface MoveItemProps {
  readonly item: Item;
  readonly otherProjects: readonly Project[];
  readonly onMoved: () => void;
}

/** What `items.move` answers of a move that is not made yet. */
interface Move {
  readonly links_moved: number;
  readonly links_without_item: number;
}

/** Moves an item to another project, after what that means for its links. */
function MoveItem({ item, otherProjects, onMoved }: MoveItemProps) {
  const { t } = useWording();
  const { change, refusal } = useChanges(() => undefined);
  const [asked, setAsked] = useState<{ readonly project: Project; readonly move: Move }>();
  const ask = async (id: string) => {
    const project = otherProjects.find((each) => each.id === id);
    if (project === undefined) return;
    const move = await change<Move>("items.move", {
      item_id: item.id,
      target_project_id: id,
      preview: true,
    });
    if (move !== undefined) setAsked({ project, move });
  };
  const move = async (id: string) => {
    setAsked(undefined);
    const moved = await change("items.move", { item_id: item.id, target_project_id: id });
    if (moved !== undefined) onMoved();
  };
  return (
    <>
      <ChoiceField
        key={asked?.project.id ?? ""}
        id={`project-${item.id}`}
        label={t("items.move")}
        value=""
        choices={[["", t("items.noMove")], ...otherProjects.map(({ id, name }) => [id, name] as const)]}
        onChoose={(id) => void ask(id)}
      />
      <Problem text={refusal} />
      {asked ? (
        <Confirm
          question={t("items.moveSure", {
            name: item.name,
            project: asked.project.name,
            moved: asked.move.links_moved,
            without: asked.move.links_without_item,
          })}
          onYes={() => void move(asked.project.id)}
          onNo={() => setAsked(undefined)}
        />
      ) : null}
    </>
  );
}
