import { Agent } from "node:http";
import { addresses, startAttack, type AttackRequest } from "./attackers.ts";
import type { AbuseTarget, Row } from "./row.ts";
import { Sample } from "./sample.ts";
import { cachedTileUrl, uploadScene } from "./shared-scene.ts";
import { timedRequest } from "./timed-request.ts";

const ATTACK = "any body up to the limit on any public route";
const CONNECTIONS = [4, 64];
const BLOCKED_MS_MAX = 50;

/** Bodies of strangers against cached tiles of others, and against the event loop. */
export async function bodies(target: AbuseTarget): Promise<Row[]> {
  const [owner] = target.organizations;
  if (owner === undefined) throw new Error("the target has an organization");
  const { itemId } = await uploadScene(target, owner);
  const url = await cachedTileUrl(target, owner, itemId);
  const samples = target.short ? 100 : 1_000;
  const quiet = await tiles(url, samples);
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    const startedAt = Date.now();
    const attack = await startAttack({
      url: target.url,
      connections,
      addresses: addresses(21, connections),
      requests: hostileBodies(),
    });
    const attacked = await tiles(url, samples);
    await attack.stop();
    rows.push(...rowsOf(connections, quiet, attacked, await target.blockedMs?.(startedAt)));
  }
  return rows;
}

function rowsOf(connections: number, quiet: Sample, attacked: Sample, blocked: number | undefined): Row[] {
  const attack = `${ATTACK}, ${connections} connections`;
  const bound = Math.max(2 * quiet.quantile(0.99), 50);
  const tile: Row = {
    attack,
    victim: "cached tiles of others",
    quiet: quiet.text,
    attacked: attacked.text,
    refused: attacked.refused,
    goal: "p99 <= max(2x quiet, 50 ms)",
    met: attacked.refused === 0 && attacked.quantile(0.99) <= bound,
  };
  if (blocked === undefined) return [tile];
  const loop: Row = {
    attack,
    victim: "event loop",
    quiet: "",
    attacked: `calculates for ${Math.round(blocked)} ms at a time`,
    goal: `never blocks > ${BLOCKED_MS_MAX} ms`,
    met: blocked <= BLOCKED_MS_MAX,
  };
  return [tile, loop];
}

/** A map that loads its tiles one after another. */
async function tiles(url: string, count: number): Promise<Sample> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sample = new Sample();
  for (let at = 0; at < count; at += 1) sample.add(await timedRequest({ url, agent }));
  agent.destroy();
  return sample;
}

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };
const VALIDATE = "/v1/op/share.link.validate";
const TOKEN_PATH = "/realms/public/protocol/openid-connect/token";

/** What parsers, schemas and their error texts find hard, at routes that need no account. */
function hostileBodies(): AttackRequest[] {
  const json = (body: string, path = VALIDATE) => ({ path, headers: JSON_TYPE, body });
  const keys = (count: number) =>
    `{${Array.from({ length: count }, (_, at) => `"k${at.toString(36)}":1`).join(",")}}`;
  return [
    json(keys(90_000)),
    json(`[${"1,".repeat(500_000)}1]`),
    json(keys(400)),
    json(keys(49)),
    json(`{"token":${"[".repeat(2_000)}${"]".repeat(2_000)}}`),
    json(`{"token":[${"1,".repeat(2_000)}1]}`),
    json(`{"token":"${"\\u0000".repeat(660)}"}`),
    json(`{"__proto__":{"a":1},"token":"${"x".repeat(4_000)}"}`),
    json(`{"z":${"9".repeat(4_000)}}`, "/v1/op/share.tile.render"),
    json(keys(2_000), "/v1/op/items.create"),
    json(keys(20_000), "/v1/op/visualization.profile.create"),
    json(`{"bbox":[${"1,".repeat(2_000)}1]}`, "/v1/op/items.create"),
    { path: TOKEN_PATH, headers: FORM_TYPE, body: "a=1&".repeat(4_000) },
    { path: TOKEN_PATH, headers: FORM_TYPE, body: `grant_type=${"%ff".repeat(5_000)}` },
    { path: "/device", headers: FORM_TYPE, body: `user_code=${"%20".repeat(5_000)}` },
    { path: VALIDATE, headers: JSON_TYPE, body: keys(1_000), chunks: 100 },
    { path: "/v1/op/items.create", headers: JSON_TYPE, body: keys(1_000), chunks: 100 },
    { path: VALIDATE, headers: { ...JSON_TYPE, "content-encoding": "gzip" }, body: "x".repeat(4_000) },
  ];
}
