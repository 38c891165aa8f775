import { rmSync } from "node:fs";
import { join } from "node:path";
import { tileAt } from "../core/tiles/tile-grid.ts";
import { openObjectStore } from "../storage/object-store/open-object-store.ts";
import type { Running } from "./announce.ts";
import { connectApi, type CallOperation } from "./api-client.ts";
import { prepareDemo } from "./demo/demo.ts";
import type { Ending } from "./services/end-together.ts";
import {
  ensureProject,
  giveOwnScenes,
  keyWorks,
  makeOrganization,
  type LocalOrganization,
} from "./first-user.ts";
import { readState, writeState, type LocalState, type SharedCollection } from "./local-state.ts";
import { waitUntilPrepared } from "./demo/wait-until-prepared.ts";
import { prepareOwnScene, type OwnScene } from "./demo/own-scene.ts";
import { ensureSharedCollection, type CollectionPlan } from "./demo/share-collection.ts";
import { makePrivate } from "./services/private-directory.ts";
import { startStack, type LocalStack } from "./services/start-stack.ts";

interface RunOptions {
  readonly directory: string;
  readonly log: (line: string) => void;
  readonly ending: Ending;
  /** Data to share. */
  readonly content: "demo" | "empty" | OwnScene;
}

interface Prepared {
  readonly plan: CollectionPlan;
  readonly rewrittenKeys: ReadonlySet<string>;
}

/**
 * Starts the whole system and shares the content; a former start's items and links are kept. Resolves to its
 * addresses.
 */
export async function runLocalSystem(options: RunOptions): Promise<Running> {
  const { directory, log, ending, content } = options;
  makePrivate(directory);
  const step = stepLog(log);
  const stack = await step("PostgreSQL, Redis and the tables", startStack({ directory, log }));
  ending.onClose(() => stack.stop());
  // Scripts that wait for this file must not read that of a former start.
  rmSync(join(directory, "demo.json"), { force: true });
  const objectStore = await openObjectStore(stack.config);
  ending.onClose(() => objectStore.close());
  const prepare = (organization: LocalOrganization): Promise<Prepared | undefined> => {
    if (content === "empty") return Promise.resolve(undefined);
    const place = { objectStore, organizationId: organization.organization_id, directory, log };
    return content === "demo" ? prepareDemo(place) : prepareOwnScene(content, place);
  };

  let { organization, ...known } = readState(directory);
  organization ??= await makeOrganization(stack.databaseUrl);
  writeState(directory, { organization, ...known });
  let [prepared] = await Promise.all([
    step("the rasters to share", prepare(organization)),
    step("API and workers", stack.startProcesses()),
  ]);
  if (!(await keyWorks(stack.apiUrl, organization))) {
    organization = await makeOrganization(stack.databaseUrl);
    known = { shared: {} };
    prepared = await prepare(organization);
  }

  await giveOwnScenes(stack.databaseUrl, organization);
  const call = connectApi(stack.apiUrl, organization.api_key);
  const project_id = await ensureProject(call, known.project_id);
  const state: LocalState = { organization, project_id, shared: known.shared };
  writeState(directory, state);
  const name = typeof content === "string" ? content : content.fingerprint;
  let shared: SharedCollection | undefined;
  if (prepared !== undefined) {
    const { plan, rewrittenKeys } = prepared;
    const links = ensureSharedCollection(call, project_id, plan, state.shared[name], rewrittenKeys);
    shared = await step("items and links", links);
    writeState(directory, { ...state, shared: { ...state.shared, [name]: shared } });
    for (const { id } of shared.items) await waitUntilPrepared(call, id, log);
  }
  return {
    ...addresses(stack),
    ...(await findTile(call, shared)),
    projectId: project_id,
    shared,
    ...keys(organization),
  };
}

/** Logs each step of the start once it is done, with its time. */
function stepLog(log: (line: string) => void) {
  return async <Result>(name: string, work: Promise<Result>): Promise<Result> => {
    const startedAt = performance.now();
    const result = await work;
    log(`ready: ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return result;
  };
}

function addresses({ apiUrl, databaseUrl, redisUrl, objectStoreUrl }: LocalStack) {
  return { apiUrl, databaseUrl, redisUrl, objectStoreUrl };
}

function keys({ organization_id, api_key }: LocalOrganization) {
  return { organizationId: organization_id, apiKey: api_key };
}

/** The TileJSON of the shared item, and one tile that shows it. */
async function findTile(
  call: CallOperation,
  shared: SharedCollection | undefined,
): Promise<Pick<Running, "tile" | "tilejsonUrl">> {
  if (shared === undefined) return { tile: { z: 0, x: 0, y: 0 }, tilejsonUrl: undefined };
  const { token, password } = shared.item_share;
  const { center, tilejson_url } = await call<{ center: [number, number, number]; tilejson_url: string }>(
    "share.tilejson",
    { token, password },
  );
  const [lon, lat, zoom] = center;
  return { tile: tileAt(lon, lat, Math.round(zoom)), tilejsonUrl: tilejson_url };
}
