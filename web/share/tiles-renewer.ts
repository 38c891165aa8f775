import type { Map as MapLibreMap } from "maplibre-gl";
import type { Answer } from "../client/ask-json.ts";
import { tilejsonAt } from "../client/link-client.ts";
import type { TileJson } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import type { Wording } from "../languages/translate.ts";
import { describeAddresses, describeEnd, describeRenewal } from "./describe-refusal.ts";

interface Renewal {
  /** The document whose tiles are shown now. */
  readonly shown: { readonly current: TileJson };
  readonly show: (document: TileJson) => void;
  /** Asks for fresh addresses. */
  readonly renew: (shown: TileJson) => Promise<Answer<TileJson>>;
  readonly end: (why: PlainProblem) => void;
  /** Closes the map until the password is given again. */
  readonly pause: (why: PlainProblem) => void;
  readonly wording: Wording;
}

/**
 * Handles a refused tile: its address has ended, and then the password is needed again, or the link has
 * changed. Asking for fresh addresses tells which. When the new address is refused as well, the link counts
 * as ended.
 */
export function tilesRenewer(map: MapLibreMap, { shown, show, renew, end, pause, wording }: Renewal) {
  let isRenewed = false;
  return async (address: string): Promise<void> => {
    const [origin = ""] = shown.current.tiles[0].split("{");
    // An answer to an address that has been renewed already.
    if (!address.startsWith(origin)) return;
    if (isRenewed) return end(describeEnd(wording));
    const ended = await endedAddresses(shown.current, wording);
    if (ended !== undefined) return pause(ended);
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

/** Why the addresses of a document are over; undefined while they are not, or that cannot be told. */
export async function endedAddresses(
  { tilejson_url: url }: TileJson,
  wording: Wording,
): Promise<PlainProblem | undefined> {
  const answer = url === undefined ? undefined : await tilejsonAt(url);
  return answer === undefined || answer.ok ? undefined : describeAddresses(answer, wording);
}
