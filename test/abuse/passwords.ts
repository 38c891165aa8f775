import { newLinkToken } from "../../core/links/share-link.ts";
import { addresses, startAttack, type AttackRequest } from "./attackers.ts";
import type { AbuseTarget, Row } from "./row.ts";
import { Sample } from "./sample.ts";
import { callAs } from "./shared-scene.ts";
import { timedCall, timedRequest } from "./timed-request.ts";

const ATTACK = "64 addresses, 400 connections, wrong passwords and invented tokens";
const GOAL = "0 refused, p99 <= 2 s";
const PASSWORD = "correct horse battery";
const TOKEN_PATH = "/realms/public/protocol/openid-connect/token";

const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "application/x-www-form-urlencoded" };

/** Passwords of strangers against everything else that needs bcrypt. */
export async function passwords(target: AbuseTarget): Promise<Row[]> {
  const scene = await prepare(target, target.short ? 16 : 80);
  const quiet = await measure(scene, 5);
  const attack = await startAttack({
    url: target.url,
    connections: 400,
    addresses: addresses(11, 64),
    requests: guesses(scene),
  });
  const attacked = await measure(scene, target.short ? 6 : 60);
  await attack.stop();
  return Object.entries(attacked).map(([victim, sample]) => ({
    attack: ATTACK,
    victim,
    quiet: quiet[victim]?.text ?? "",
    attacked: sample.text,
    refused: sample.refused,
    goal: GOAL,
    met: sample.refused === 0 && sample.quantile(0.99) <= 2_000,
  }));
}

interface Scene {
  readonly target: AbuseTarget;
  readonly itemId: string;
  readonly link: Link;
  /** Links that have not been opened yet. */
  readonly fresh: Link[];
  /** Addresses that were not used before. */
  readonly clean: string[];
  readonly viewer: string;
}

interface Link {
  readonly id: string;
  readonly token: string;
}

async function prepare(target: AbuseTarget, freshLinks: number): Promise<Scene> {
  const project = await ownerCall(target, "projects.create", { name: "Abuse of passwords" });
  const item = await ownerCall(target, "items.create", { project_id: project.id, type: "clip", name: "n" });
  const fresh: Link[] = [];
  for (let at = 0; at < freshLinks; at += 1) fresh.push(await newLink(target, item.id));
  const link = await newLink(target, item.id);
  const scene = {
    target,
    itemId: item.id,
    link,
    fresh,
    clean: addresses(12, freshLinks * 2),
    viewer: "127.13.0.1",
  };
  await open(scene, link, scene.viewer);
  return scene;
}

async function ownerCall(target: AbuseTarget, operation: string, input: object): Promise<Link> {
  const [owner] = target.organizations;
  if (owner === undefined) throw new Error("the target has an organization");
  return (await callAs(target.url, owner, operation, input)) as Link;
}

function bearerOf(apiKey = ""): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}

function linkInput(itemId: string) {
  const expires_at = new Date(Date.now() + 3_600_000).toISOString();
  return { target_type: "item", target_id: itemId, password: PASSWORD, expires_at };
}

async function newLink(target: AbuseTarget, itemId: string): Promise<Link> {
  return await ownerCall(target, "share.link.create", linkInput(itemId));
}

async function open({ target }: Scene, { token }: Link, from: string) {
  return await timedCall(target.url, "share.link.validate", { token, password: PASSWORD }, { from });
}

/** Rounds of all victims, one after another, as people come. */
async function measure(scene: Scene, rounds: number): Promise<Record<string, Sample>> {
  const { target, itemId, link, viewer } = scene;
  const [owner] = target.organizations;
  const headers = bearerOf(owner?.apiKey);
  const victims: Record<string, () => Promise<{ status: number; ms: number }>> = {
    "right password on a fresh link, clean address": () => open(scene, take(scene.fresh), take(scene.clean)),
    "owner's share.link.create": () =>
      timedCall(target.url, "share.link.create", linkInput(itemId), { headers }),
    "owner's share.link.update": () => {
      const change = { link_id: link.id, password: PASSWORD };
      return timedCall(target.url, "share.link.update", change, { headers });
    },
    "viewer who has opened the link": () => open(scene, link, viewer),
    ...(owner?.person === undefined
      ? {}
      : { "log-in": () => logIn(target.url, owner.person, take(scene.clean)) }),
  };
  const samples = Object.fromEntries(Object.keys(victims).map((name) => [name, new Sample()]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, call] of Object.entries(victims)) samples[name]?.add(await call());
  }
  return samples;
}

function take<T>(things: T[]): T {
  const thing = things.pop();
  if (thing === undefined) throw new Error("there are enough for every round");
  return thing;
}

async function logIn(url: string, person: { email: string; password: string } | undefined, from: string) {
  const form = { grant_type: "password", username: person?.email ?? "", password: person?.password ?? "" };
  const body = new URLSearchParams(form).toString();
  return await timedRequest({ url: url + TOKEN_PATH, method: "POST", headers: FORM_TYPE, body, from });
}

/** Wrong passwords of two real links and of a person, and tokens that were never issued. */
function guesses({ link, fresh, target }: Scene): AttackRequest[] {
  const guess = (token: string): AttackRequest => ({
    path: "/v1/op/share.link.validate",
    headers: JSON_TYPE,
    body: JSON.stringify({ token, password: "wrong horse {n}" }),
  });
  const email = target.organizations[0]?.person?.email ?? "unknown@example.org";
  const logIns = [email, "invented-{n}@example.org"].map((username) => ({
    path: TOKEN_PATH,
    headers: FORM_TYPE,
    body: new URLSearchParams({ grant_type: "password", username, password: "wrong horse" })
      .toString()
      .replace("%7Bn%7D", "{n}"),
  }));
  const invented = Array.from({ length: 60 }, () => guess(newLinkToken()));
  return [guess(link.token), guess(fresh[0]?.token ?? ""), ...logIns, ...invented].flatMap((each, at, all) =>
    // Every other guess is at something that exists.
    at < 4 ? [each] : [each, all[at % 3] ?? each],
  );
}
