import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { addresses, startAttack } from "./attackers.ts";
import { makePlain } from "./hostile-files.ts";
import { callOf, coldTile, preparePlaces, requestOf, rowOf, sampleOf, type Place } from "./places.ts";
import type { AbuseTarget, Row } from "./row.ts";
import { callAs } from "./shared-scene.ts";
import type { TimedAnswer } from "./timed-request.ts";

const INGESTS = "one organization registers large files without overviews, without end";

/** Looks for the end of a preparation so often. */
const LOOK_EVERY_MS = 25;

/** Files of one organization that have to be converted, and the tiles and conversions of another. */
export async function ingests(target: AbuseTarget): Promise<Row[]> {
  if (target.store === undefined) return [];
  const [own, other] = await preparePlaces(target);
  const large = await plainFile(target.store, other, target.short ? 2_560 : 16_000);
  const small = await plainFile(target.store, own, 2_304);
  let number = Math.floor(Math.random() * 1e9);
  const draw = () => callOf(target, own, "items.tile.render", coldTile(own, (number += 1)));
  const prepare = () => prepared(target, own, small);
  const [tiles, files] = target.short ? [10, 1] : [100, 10];
  await sampleOf(10, draw);
  const quiet = { tiles: await sampleOf(tiles, draw), files: await sampleOf(files, prepare) };
  const attack = await startAttack({
    url: target.url,
    connections: 4,
    addresses: addresses(35, 4),
    requests: [requestOf(other, "items.create", registrationOf(other, large))],
  });
  await sampleOf(3, draw);
  const attacked = { tiles: await sampleOf(tiles, draw), files: await sampleOf(files, prepare) };
  await attack.stop();
  return [
    rowOf(INGESTS, "another's cold tile", quiet.tiles, attacked.tiles, 2),
    rowOf(INGESTS, "another's file of 5 megapixels, until it is ready", quiet.files, attacked.files, 3),
  ];
}

/** A file that has to be converted, in the folder of an organization; answers its key. */
async function plainFile(store: string, { organization }: Place, size: number): Promise<string> {
  const folder = `organizations/${organization.id}/ingest`;
  await mkdir(join(store, folder), { recursive: true });
  return `${folder}/${makePlain(join(store, folder, "plain.tif"), size, 256)}`;
}

function registrationOf({ projectId }: Place, href: string) {
  return { project_id: projectId, type: "user_raster", name: "Plain", assets: { visual: { href } } };
}

/** Registers a file and waits for its conversion; a failed one counts as refused. */
async function prepared(target: AbuseTarget, place: Place, href: string): Promise<TimedAnswer> {
  const startedAt = performance.now();
  const answer = await callOf(target, place, "items.create", registrationOf(place, href));
  if (answer.status !== 200) return answer;
  const item_id = (JSON.parse(answer.body.toString()) as { id: string }).id;
  for (;;) {
    const { item } = await callAs(target.url, place.organization, "items.get", { item_id });
    if (item.ingest.state === "ready") return { ...answer, ms: performance.now() - startedAt };
    if (item.ingest.state === "failed") return { ...answer, status: 500 };
    await delay(LOOK_EVERY_MS);
  }
}
