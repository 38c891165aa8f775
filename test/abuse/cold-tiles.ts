import { addresses, startAttack } from "./attackers.ts";
import { callOf, coldTile, preparePlaces, requestOf, rowOf, sampleOf } from "./places.ts";
import type { AbuseTarget, Row } from "./row.ts";

const COLD_TILES = "one organization keeps 300 cold tiles in flight";

/** Cold tiles of one organization, and those of another. */
export async function coldTiles(target: AbuseTarget): Promise<Row[]> {
  const [own, other] = await preparePlaces(target);
  const samples = target.short ? 20 : 100;
  let number = Math.floor(Math.random() * 1e9);
  const draw = () => callOf(target, own, "items.tile.render", coldTile(own, (number += 1)));
  // The first ones open the file and compile the code.
  await sampleOf(10, draw);
  const quiet = await sampleOf(samples, draw);
  const attack = await startAttack({
    url: target.url,
    connections: 300,
    addresses: addresses(31, 10),
    requests: [requestOf(other, "items.tile.render", coldTile(other, "{n}"))],
  });
  await sampleOf(3, draw);
  const attacked = await sampleOf(samples, draw);
  await attack.stop();
  return [rowOf(COLD_TILES, "another's cold tile", quiet, attacked, 2)];
}
