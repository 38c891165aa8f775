import { setTimeout as sleep } from "node:timers/promises";
import { isDataFormat } from "../../core/tiles/tile-format.ts";
import type { RenderWork } from "../../queue/jobs.ts";
import type { Handover } from "../../queue/tiles/handover.ts";
import type { TileStore } from "../../storage/tiles/tile-store.ts";
import { cutPicture } from "./drawing/cut-picture.ts";
import { composePicture } from "./drawing/compose-picture.ts";
import type { ScratchMemory } from "./kernels/scratch.ts";

interface Parts {
  readonly tiles: Pick<TileStore, "get">;
  readonly handover: Pick<Handover, "fetchKept">;
  readonly scratch: ScratchMemory;
}

type Composition = NonNullable<RenderWork["composition"]>;
type Part = NonNullable<Composition["parts"][number]>;

/** A part is delivered while it is written: how often the store is looked at, and how long apart. */
const LOOKS_MAX = 40;
const LOOK_EVERY_MS = 50;

/** The picture of a block that is made of other tiles; empty when none of them has data. */
export async function composeTile(
  parts: Parts,
  { organizationId, rendition: { format, ...rendition } }: Pick<RenderWork, "organizationId" | "rendition">,
  { arrangement, parts: named, exact, background, frame }: Composition,
): Promise<Buffer> {
  if (isDataFormat(format)) throw new Error("tiles of values are not made of pictures");
  const pictures = await Promise.all(
    named.map(async (part) => part && (await findPart(parts, organizationId, part))),
  );
  const encoding = { ...rendition, format, exact, background };
  const shown = pictures.map((bytes) => (bytes === null || bytes.length === 0 ? undefined : bytes));
  if (arrangement === "frame") {
    if (frame === undefined) throw new Error("a picture is cut by a frame");
    return await cutPicture(frame, shown, encoding);
  }
  return await composePicture(parts.scratch, arrangement, shown, encoding);
}

/** From the store, or from Redis when the store did not take it. */
async function findPart(
  { tiles, handover }: Parts,
  organizationId: string,
  { key, blockKey, tile }: Part,
): Promise<Buffer> {
  for (let look = 0; look < LOOKS_MAX; look += 1) {
    if (look > 0) await sleep(LOOK_EVERY_MS);
    const stored = await tiles.get({ organizationId, key, blockKey, format: "png" }).catch(() => undefined);
    const bytes = stored?.get(key) ?? (await handover.fetchKept(blockKey, [tile])).get(tile);
    if (bytes !== undefined) return bytes;
  }
  throw new Error("a part of the tile is neither in the store nor kept");
}
