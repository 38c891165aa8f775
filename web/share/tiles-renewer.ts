import type { Map as MapLibreMap } from "maplibre-gl";
import type { Answer } from "../client/ask-json.ts";
import type { TileJson } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import type { Wording } from "../languages/translate.ts";
import { describeEnd, describeRenewal } from "./describe-refusal.ts";

interface Renewal {
  /** The document whose tiles are shown now. */
  readonly shown: { readonly current: TileJson };
  readonly show: (document: TileJson) => void;
  /** Asks for fresh addresses. */
  readonly renew: (shown: TileJson) => Promise<Answer<TileJson>>;
  readonly end: (why: PlainProblem) => void;
  readonly wording: Wording;
}

/**
 * Handles a refused tile: its address has expired, or the link has ended. Asking for fresh addresses tells
 * which. When the new address is refused as well, the link counts as ended.
 */
export function tilesRenewer(map: MapLibreMap, { shown, show, renew, end, wording }: Renewal) {
  let isRenewed = false;
  return async (address: string): Promise<void> => {
    const [origin = ""] = shown.current.tiles[0].split("{");
    // An answer to an address that has been renewed already.
    if (!address.startsWith(origin)) return;
    if (isRenewed) return end(describeEnd(wording));
    const answer = await renew(shown.current);
    if (!answer.ok) {
      const problem = describeRenewal(answer, wording);
      // A service that is busy or out of reach says nothing about the link: the next tile tries again.
      return problem === undefined ? undefined : end(problem);
    }
    isRenewed = true;
    void map.once("idle", () => {
      isRenewed = false;
    });
    show(answer.value);
  };
}
