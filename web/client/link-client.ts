import { askJson, callOperation, type Answer } from "./ask-json.ts";
import type { PointValues, SharedItemsPage, SharedMap, SharedTarget, TileJson } from "./shared-map.ts";

/** What a link says of itself before its password; null where its owner does not say it. */
export interface LinkIntroduction {
  readonly organization: string | null;
  readonly label: string | null;
  readonly expires_at: string | null;
}

/** A place, and of a collection which items count. */
interface PlaceOfItems {
  readonly lon: number;
  readonly lat: number;
  readonly items?: readonly string[];
  readonly hidden_items?: readonly string[];
  readonly datetime?: string;
}

/** The calls that the holder of a link makes. */
export interface LinkClient {
  /** Who shares the link, and until when. */
  introduce(): Promise<Answer<LinkIntroduction>>;
  /** Opens the link; `onAccepted` runs as soon as the service has accepted the password. */
  open(password: string, onAccepted?: () => void): Promise<Answer<SharedMap>>;
  /** Fresh addresses for a map that is open, in the profile that it shows: no further view. */
  renew(password: string, shown: TileJson): Promise<Answer<TileJson>>;
  /** The values under a place, in a profile. */
  pointValues(
    password: string,
    place: PlaceOfItems,
    profile: string | undefined,
  ): Promise<Answer<PointValues>>;
  /** Items of a collection and files, with fresh addresses of the files. */
  items(password: string, offset: number): Promise<Answer<SharedItemsPage>>;
}

/** A fraction of the bytes of `png`, in 512 pixels: a fourth of the requests, or sharp on a dense screen. */
const PICTURES = { format: "auto", scale: 2 } as const;

/** How many items a list shows at a time. */
const ITEMS_PER_PAGE = 100;

/** A client for one link of the API below `base`. */
export function createLinkClient(base: URL, token: string): LinkClient {
  return {
    introduce: async () => await callOperation(base, "share.link.introduce", { token }),
    async open(password, onAccepted) {
      const shared = await callOperation<SharedTarget>(base, "share.link.validate", { token, password });
      if (!shared.ok) return shared;
      onAccepted?.();
      // Its own URL, not the operation: opening a link counts as one of the accesses its owner allows.
      const url = shared.value.tilejson_url;
      const tilejson = url
        ? await tilejsonAt(
            `${url}?${new URLSearchParams({ format: PICTURES.format, scale: "2" }).toString()}`,
          )
        : await callOperation<TileJson>(base, "share.tilejson", { token, password, ...PICTURES });
      if (!tilejson.ok) return tilejson;
      return { ok: true, value: { share: shared.value, tilejson: tilejson.value } };
    },
    async renew(password, { tiles: [renews], profiles = [] }) {
      const profile = profiles.find(({ is_shown: isShown }) => isShown)?.name;
      return await callOperation<TileJson>(base, "share.tilejson", {
        token,
        password,
        ...PICTURES,
        renews,
        ...(profile === undefined ? {} : { profile }),
      });
    },
    pointValues: async (password, place, profile) =>
      await callOperation(base, "share.point", {
        token,
        password,
        ...place,
        ...(profile === undefined ? {} : { profile }),
      }),
    items: async (password, offset) =>
      await callOperation(base, "share.items.list", { token, password, offset, limit: ITEMS_PER_PAGE }),
  };
}

/** A TileJSON document by its own address. */
export async function tilejsonAt(url: string): Promise<Answer<TileJson>> {
  return await askJson<TileJson>(url);
}
