import type { SharedMap, TileJson } from "../client/shared-map.ts";
import { elementById } from "../components/element-by-id.ts";

const KINDS: Readonly<Record<string, string>> = { item: "Image", collection: "Collection of images" };

/** The name of what is shared. */
export function nameOf({ share, tilejson }: SharedMap): string {
  return share.target?.name ?? share.target?.title ?? tilejson.name ?? "Shared map";
}

/**
 * Describes beside the map what it shows. The owner wrote these texts: they enter the page as text, never as
 * HTML.
 */
export function fillPanel(shared: SharedMap): void {
  const { share, tilejson } = shared;
  const name = nameOf(shared);
  document.title = `${name} – shared map`;
  setText("map-title", name);
  setText("map-description", share.target?.description ?? tilejson.description);
  setText("map-attribution", plainText(tilejson.attribution));
  const facts = {
    Type: KINDS[share.target_type],
    Taken: formatDay(share.target?.datetime),
    Access: accessOf(share),
    "Not shown": omittedOf(tilejson),
    Zoom: `${tilejson.minzoom ?? 0} to ${tilejson.maxzoom ?? 22}`,
  };
  elementById("map-facts", HTMLElement).replaceChildren(
    ...Object.entries(facts).flatMap(([term, value]) =>
      value === undefined ? [] : [element("dt", term), element("dd", value)],
    ),
  );
  showTileAddress(tilejson);
  elementById("panel", HTMLDetailsElement).open = matchMedia("(min-width: 720px)").matches;
}

/** What a mosaic leaves out, in words. */
function omittedOf({ items_omitted: count }: TileJson): string | undefined {
  if (count === undefined) return undefined;
  return `${count.toLocaleString()} ${count === 1 ? "image" : "images"} beyond the first 1,000`;
}

/** What the link gives, in words. */
function accessOf({ permission, gives_values: values }: SharedMap["share"]): string | undefined {
  switch (permission) {
    case "view":
      return values === true ? "Pictures and values" : "Pictures only";
    case "download":
      return "Pictures, values and files";
    default:
      return undefined;
  }
}

/** Shows the tiles' address, which changes when it is renewed; in the form that every map software reads. */
export function showTileAddress(tilejson: TileJson): void {
  const address = tilejson.tiles[0].replace(/(@2x)?\.auto$/, ".png");
  elementById("tile-address", HTMLInputElement).value = address;
}

function setText(id: string, text: string | null | undefined): void {
  const target = elementById(id, HTMLElement);
  target.textContent = text ?? "";
  target.hidden = !text;
}

/** TileJSON allows HTML in an attribution; only its words are taken. */
function plainText(html: string | undefined): string | undefined {
  if (!html) return undefined;
  return new DOMParser().parseFromString(html, "text/html").body.textContent ?? undefined;
}

function formatDay(datetime: string | null | undefined): string | undefined {
  const time = new Date(datetime ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toLocaleDateString(undefined, { dateStyle: "long" });
}

function element(name: "dt" | "dd", text: string): HTMLElement {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
