import { tileAt } from "../../core/tiles/tile-grid.ts";
import { addresses, startAttack, type AttackRequest } from "./attackers.ts";
import type { AbuseOrganization, AbuseTarget, Row } from "./row.ts";
import { Sample } from "./sample.ts";
import { callAs, uploadScene } from "./shared-scene.ts";
import { timedCall, type TimedAnswer } from "./timed-request.ts";

const COLD_TILES = "one organization keeps 300 cold tiles in flight";
const CREATIONS = "one organization creates links, profiles, exports, uploads as fast as it can";
const PASSWORD = "correct horse battery";

/** What one organization does to the tiles and calls of another. */
export async function neighbours(target: AbuseTarget): Promise<Row[]> {
  const [victim, attacker] = target.organizations;
  if (victim === undefined || attacker === undefined) throw new Error("the target has two organizations");
  const own = await prepare(target, victim);
  const other = await prepare(target, attacker);
  return [...(await coldTiles(target, own, other)), ...(await creations(target, own, other))];
}

interface Place {
  readonly organization: AbuseOrganization;
  readonly projectId: string;
  readonly itemId: string;
  readonly tile: { readonly z: number; readonly x: number; readonly y: number };
}

async function prepare(target: AbuseTarget, organization: AbuseOrganization): Promise<Place> {
  const { projectId, itemId } = await uploadScene(target, organization);
  const document = await callAs(target.url, organization, "items.tile.tilejson", { item_id: itemId });
  const [west = 0, south = 0, east = 0, north = 0] = document.bounds as number[];
  const tile = tileAt((west + east) / 2, (south + north) / 2, document.maxzoom as number);
  return { organization, projectId, itemId, tile };
}

/** A tile that was never drawn: each number gives another expression. */
function coldTile({ itemId, tile }: Place, number: number | "{n}") {
  return { item_id: itemId, ...tile, format: "png", expression: `b1+${number}/7`, rescale: "0,255" };
}

async function coldTiles(target: AbuseTarget, own: Place, other: Place): Promise<Row[]> {
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

async function creations(target: AbuseTarget, own: Place, other: Place): Promise<Row[]> {
  const samples = target.short ? 8 : 50;
  const victims = Object.keys(creationsOf(own, "{n}"));
  let number = 0;
  const create = (operation: string) => () =>
    callOf(target, own, operation, creationsOf(own, `${Date.now()}-${(number += 1)}`)[operation] ?? {});
  const measure = async () => {
    const results = new Map<string, Sample>();
    for (const operation of victims) results.set(operation, await sampleOf(samples, create(operation)));
    return results;
  };
  await measure();
  const quiet = await measure();
  const attack = await startAttack({
    url: target.url,
    connections: 40,
    addresses: addresses(32, 10),
    requests: Object.entries({ ...creationsOf(other, "{n}"), ...EXPORT }).map(([operation, input]) =>
      requestOf(other, operation, input),
    ),
  });
  const attacked = await measure();
  await attack.stop();
  return victims.map((operation) =>
    rowOf(CREATIONS, `another's ${operation}`, quiet.get(operation), attacked.get(operation), 3),
  );
}

/** Asked for by attackers only: a new system has no closed month. */
const EXPORT = { "billing.exports.create": { period: "2026-01", format: "csv" } };

/** What an organization creates, by operation. */
function creationsOf({ projectId, itemId }: Place, name: string): Record<string, object> {
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  return {
    "share.link.create": { target_type: "item", target_id: itemId, password: PASSWORD, expires_at },
    "visualization.profile.create": {
      item_id: itemId,
      name: `profile ${name}`,
      type: "singleband",
      config: { band: 1 },
    },
    "collections.create": { project_id: projectId, name: `collection ${name}` },
    "uploads.initiate": { project_id: projectId },
  };
}

function requestOf({ organization }: Place, operation: string, input: object): AttackRequest {
  return {
    path: `/v1/op/${operation}`,
    headers: { "content-type": "application/json", authorization: `Bearer ${organization.apiKey}` },
    body: JSON.stringify(input),
  };
}

async function callOf({ url }: AbuseTarget, { organization }: Place, operation: string, input: object) {
  const headers = { authorization: `Bearer ${organization.apiKey}` };
  return await timedCall(url, operation, input, { headers });
}

/** Calls one after another. */
async function sampleOf(calls: number, call: () => Promise<TimedAnswer>): Promise<Sample> {
  const sample = new Sample();
  for (let at = 0; at < calls; at += 1) sample.add(await call());
  return sample;
}

function rowOf(
  attack: string,
  victim: string,
  quiet = new Sample(),
  attacked = new Sample(),
  factor: number,
): Row {
  const p95 = (sample: Sample) => `${sample.text}, p95 ${Math.round(sample.quantile(0.95))} ms`;
  return {
    attack,
    victim,
    quiet: p95(quiet),
    attacked: p95(attacked),
    goal: `0 refused, p95 <= ${factor}x quiet`,
    met: attacked.refused === 0 && attacked.quantile(0.95) <= factor * quiet.quantile(0.95),
  };
}
