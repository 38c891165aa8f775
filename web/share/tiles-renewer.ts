import type { Map as MapLibreMap } from "maplibre-gl";
import type { Answer } from "../client/ask-json.ts";
import { tilejsonAt } from "../client/link-client.ts";
import type { SharedMap, TileJson } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import type { Wording } from "../languages/translate.ts";
import { describeEnd, describeRenewal } from "./describe-refusal.ts";

interface Renewal {
  /** The document whose tiles are shown now. */
  readonly shown: { readonly current: TileJson };
  readonly show: (document: TileJson) => void;
  /** Opens the link again. */
  readonly open: () => Promise<Answer<SharedMap>>;
  readonly end: (why: PlainProblem) => void;
  readonly wording: Wording;
}

/**
 * Handles a refused tile: its address has expired, or the link has ended. Opening the link again tells which.
 * When the new address is refused as well, the link counts as ended.
 */
export function tilesRenewer(map: MapLibreMap, { shown, show, open, end, wording }: Renewal) {
  let isRenewed = false;
  return async (address: string): Promise<void> => {
    const [origin = ""] = shown.current.tiles[0].split("{");
    // An answer to an address that has been renewed already.
    if (!address.startsWith(origin)) return;
    if (isRenewed) return end(describeEnd(wording));
    const answer = await open();
    if (!answer.ok) {
      const problem = describeRenewal(answer, wording);
      // A service that is busy or out of reach says nothing about the link: the next tile tries again.
      return problem === undefined ? undefined : end(problem);
    }
    isRenewed = true;
    void map.once("idle", () => {
      isRenewed = false;
    });
    show(await inTheSameProfile(shown.current, answer.value.tilejson));
  };
}

/** The renewed document in the profile that was shown. */
async function inTheSameProfile(before: TileJson, renewed: TileJson): Promise<TileJson> {
  const name = before.profiles?.find(({ is_shown: isShown }) => isShown)?.name;
  const same = renewed.profiles?.find((profile) => profile.name === name);
  if (same === undefined || same.is_shown) return renewed;
  const answer = await tilejsonAt(same.tilejson_url);
  return answer.ok ? answer.value : renewed;
}
