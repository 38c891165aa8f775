import { addresses, startAttack } from "./attackers.ts";
import { writeHostileFiles, type HostileFiles } from "./hostile-files.ts";
import { callOf, coldTile, preparePlaces, requestOf, rowOf, sampleOf, type Place } from "./places.ts";
import type { AbuseTarget, Row } from "./row.ts";
import { callAs } from "./shared-scene.ts";

const FILES = "one organization registers hostile, huge or overview-less files and asks for their tiles";
const INFLATES = "a file of 2 MB that inflates";
const LOOK_EVERY_MS = 100;

/** Files of one organization that cost much, and the files and tiles of another. */
export async function files(target: AbuseTarget): Promise<Row[]> {
  if (target.store === undefined) return [];
  const [own, other] = await preparePlaces(target);
  const folder = (place: Place) => `organizations/${place.organization.id}/abuse`;
  const hostile = await writeHostileFiles(target.store, folder(other), target.short);
  const scenes = await target.copyScene(folder(own));
  const memory = watchMemory(target);
  const rows = await slowFiles(target, own, other, { hostile, scenes });
  return [...rows, ...(await memory.row())];
}

async function slowFiles(
  target: AbuseTarget,
  own: Place,
  other: Place,
  { hostile, scenes }: { hostile: HostileFiles; scenes: string },
): Promise<Row[]> {
  const samples = target.short ? 10 : 50;
  let number = Math.floor(Math.random() * 1e9);
  const victims = {
    "another's cold tile": () => callOf(target, own, "items.tile.render", coldTile(own, (number += 1))),
    "another's registration": () => callOf(target, own, "items.create", registration(own, scenes)),
  };
  for (const call of Object.values(victims)) await sampleOf(3, call);
  const quiet = await measure(victims, samples);
  const slow = await registerSlow(target, other, [hostile.plain, hostile.bomb]);
  const attack = await startAttack({
    url: target.url,
    connections: 20,
    addresses: addresses(33, 10),
    requests: [
      ...hostile.refused.map((href) => requestOf(other, "items.create", registration(other, href))),
      ...slow.map((itemId) =>
        requestOf(other, "items.tile.render", coldTile({ itemId, tile: { z: 5, x: 16, y: 11 } }, "{n}")),
      ),
    ],
  });
  await sampleOf(2, victims["another's cold tile"]);
  const attacked = await measure(victims, samples);
  await attack.stop();
  return Object.keys(victims).map((victim) => rowOf(FILES, victim, quiet[victim], attacked[victim], 2));
}

async function measure(victims: Readonly<Record<string, () => ReturnType<typeof callOf>>>, samples: number) {
  const results: Record<string, Awaited<ReturnType<typeof sampleOf>>> = {};
  for (const [victim, call] of Object.entries(victims)) results[victim] = await sampleOf(samples, call);
  return results;
}

function registration({ projectId }: Place, href: string) {
  return { project_id: projectId, type: "user_raster", name: "Scene", assets: { visual: { href } } };
}

async function registerSlow(target: AbuseTarget, place: Place, hrefs: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const href of hrefs) {
    const { id } = await callAs(target.url, place.organization, "items.create", registration(place, href));
    ids.push(id as string);
  }
  return ids;
}

/** The largest render process while the files are read. */
function watchMemory({ renderMemory }: AbuseTarget): { row: () => Promise<Row[]> } {
  if (renderMemory === undefined) return { row: () => Promise.resolve([]) };
  let most = 0;
  const look = async () => (most = Math.max(most, await renderMemory.bytes()));
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return {
    row: async () => {
      clearInterval(timer);
      await look();
      const { bound } = renderMemory;
      return [
        {
          attack: INFLATES,
          victim: "a render process",
          quiet: "",
          attacked: megabytes(most),
          goal: `<= ${megabytes(bound)}, its bound`,
          met: most <= bound,
        },
      ];
    },
  };
}
