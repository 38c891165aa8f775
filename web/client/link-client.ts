import { askJson, callOperation, type Answer } from "./ask-json.ts";
import type { SharedMap, SharedTarget, TileJson } from "./shared-map.ts";

/** The calls that the holder of a link makes. */
export interface LinkClient {
  /** Opens the link; `onAccepted` runs as soon as the service has accepted the password. */
  open(password: string, onAccepted?: () => void): Promise<Answer<SharedMap>>;
}

/** A fraction of the bytes of `png`, in 512 pixels: a fourth of the requests, or sharp on a dense screen. */
const PICTURES = { format: "auto", scale: 2 } as const;

/** A client for one link of the API below `base`. */
export function createLinkClient(base: URL, token: string): LinkClient {
  return {
    async open(password, onAccepted) {
      const shared = await callOperation<SharedTarget>(base, "share.link.validate", { token, password });
      if (!shared.ok) return shared;
      onAccepted?.();
      // Its own URL, not the operation: opening a link counts as one of the accesses its owner allows.
      const url = shared.value.tilejson_url;
      const tilejson = url
        ? await askJson<TileJson>(
            `${url}?${new URLSearchParams({ format: PICTURES.format, scale: "2" }).toString()}`,
          )
        : await callOperation<TileJson>(base, "share.tilejson", { token, password, ...PICTURES });
      if (!tilejson.ok) return tilejson;
      return { ok: true, value: { share: shared.value, tilejson: tilejson.value } };
    },
  };
}
