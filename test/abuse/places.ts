import { tileAt } from "../../core/tiles/tile-grid.ts";
import type { AttackRequest } from "./attackers.ts";
import type { AbuseOrganization, AbuseTarget, Row } from "./row.ts";
import { Sample } from "./sample.ts";
import { callAs, uploadScene } from "./shared-scene.ts";
import { timedCall, type TimedAnswer } from "./timed-request.ts";

/** Where an organization works: a project with the scene. */
export interface Place {
  readonly organization: AbuseOrganization;
  readonly projectId: string;
  readonly itemId: string;
  readonly tile: { readonly z: number; readonly x: number; readonly y: number };
}

/** Places of a victim and of an attacker. */
export async function preparePlaces(target: AbuseTarget): Promise<readonly [own: Place, other: Place]> {
  const [victim, attacker] = target.organizations;
  if (victim === undefined || attacker === undefined) throw new Error("the target has two organizations");
  return [await prepare(target, victim), await prepare(target, attacker)];
}

async function prepare(target: AbuseTarget, organization: AbuseOrganization): Promise<Place> {
  const { projectId, itemId } = await uploadScene(target, organization);
  const document = await callAs(target.url, organization, "items.tile.tilejson", { item_id: itemId });
  const [west = 0, south = 0, east = 0, north = 0] = document.bounds as number[];
  const tile = tileAt((west + east) / 2, (south + north) / 2, document.maxzoom as number);
  return { organization, projectId, itemId, tile };
}

/** A tile that was never drawn: each number gives another expression. */
export function coldTile({ itemId, tile }: Pick<Place, "itemId" | "tile">, number: number | "{n}") {
  return { item_id: itemId, ...tile, format: "png", expression: `b1+${number}/7`, rescale: "0,255" };
}

/** A call of an organization, as one of an attack. */
export function requestOf(
  { organization }: Pick<Place, "organization">,
  operation: string,
  input: object,
): AttackRequest {
  return {
    path: `/v1/op/${operation}`,
    headers: { "content-type": "application/json", authorization: `Bearer ${organization.apiKey}` },
    body: JSON.stringify(input),
  };
}

/** A call of an organization. */
export async function callOf(
  { url }: AbuseTarget,
  { organization }: Pick<Place, "organization">,
  operation: string,
  input: object,
) {
  const headers = { authorization: `Bearer ${organization.apiKey}` };
  return await timedCall(url, operation, input, { headers });
}

/** Calls one after another. */
export async function sampleOf(calls: number, call: () => Promise<TimedAnswer>): Promise<Sample> {
  const sample = new Sample();
  for (let at = 0; at < calls; at += 1) sample.add(await call());
  return sample;
}

/** The row of victims whose goal is a p95 of a multiple of the quiet one. */
export function rowOf(
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
    refused: attacked.refused,
    goal: `0 refused, p95 <= ${factor}x quiet`,
    met: attacked.refused === 0 && attacked.quantile(0.95) <= factor * quiet.quantile(0.95),
  };
}
