import { addresses, startAttack } from "./attackers.ts";
import { callOf, preparePlaces, requestOf, rowOf, sampleOf, type Place } from "./places.ts";
import type { AbuseTarget, Row } from "./row.ts";
import type { Sample } from "./sample.ts";

const CREATIONS = "one organization creates links, profiles, exports, uploads as fast as it can";
const PASSWORD = "correct horse battery";

/** What one organization creates, and the same calls of another. */
export async function creations(target: AbuseTarget): Promise<Row[]> {
  const [own, other] = await preparePlaces(target);
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
