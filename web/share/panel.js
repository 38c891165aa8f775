const KINDS = { item: "Image", collection: "Collection of images" };
const PERMISSIONS = { view: "View only", download: "View and download" };

/** The name of what is shared. */
export function nameOf({ share, tilejson }) {
  return share.target?.name ?? share.target?.title ?? tilejson.name ?? "Shared map";
}

/** Tells beside the map what it shows. All of it is somebody's text: it goes in as text only. */
export function fillPanel({ share, tilejson }) {
  const name = nameOf({ share, tilejson });
  document.title = `${name} – shared map`;
  setText("map-title", name);
  setText("map-description", share.target?.description ?? tilejson.description);
  setText("map-attribution", plainText(tilejson.attribution));
  const facts = {
    Type: KINDS[share.target_type],
    Taken: formatDay(share.target?.datetime),
    Access: PERMISSIONS[share.permission],
    Zoom: `${tilejson.minzoom ?? 0} to ${tilejson.maxzoom ?? 22}`,
  };
  document.getElementById("map-facts").replaceChildren(
    ...Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .flatMap(([term, value]) => [element("dt", term), element("dd", value)]),
  );
  showTileAddress(tilejson);
  document.getElementById("panel").open = matchMedia("(min-width: 720px)").matches;
}

/** Shows the tiles' address, which changes when it is renewed. */
export function showTileAddress(tilejson) {
  document.getElementById("tile-address").value = tilejson.tiles[0];
}

const copyButton = document.getElementById("copy-address");
copyButton.addEventListener("click", () => void copyAddress());

async function copyAddress() {
  const address = document.getElementById("tile-address");
  address.select();
  try {
    await navigator.clipboard.writeText(address.value);
    copyButton.textContent = "Copied";
  } catch {
    copyButton.textContent = "Ctrl+C";
  }
  setTimeout(() => {
    copyButton.textContent = "Copy";
  }, 2000);
}

function setText(id, text) {
  const target = document.getElementById(id);
  target.textContent = text ?? "";
  target.hidden = !text;
}

/** TileJSON allows HTML in an attribution; only its words are taken. */
function plainText(html) {
  if (!html) return undefined;
  return new DOMParser().parseFromString(html, "text/html").body.textContent ?? undefined;
}

function formatDay(datetime) {
  const time = new Date(datetime ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toLocaleDateString(undefined, { dateStyle: "long" });
}

function element(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}
