import type { LocalShare, SharedCollection } from "./local-state.ts";

/** Addresses, keys and links of the running system, for people and scripts. */
export interface Running {
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly organizationId: string;
  readonly projectId: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly objectStoreUrl: string;
  readonly shared: SharedCollection | undefined;
  /** TileJSON of the item's link, with a grant that lives for a day. */
  readonly tilejsonUrl: string | undefined;
  /** A tile that shows the item. */
  readonly tile: { readonly z: number; readonly x: number; readonly y: number };
}

/** The public page of a link. */
export function sharePageUrl(apiUrl: string, share: LocalShare): string {
  return `${apiUrl}/s/${share.token}`;
}

/** The content of `.geopera/demo.json`, for scripts. */
export function demoFile(running: Running): object {
  const { apiUrl, shared, tilejsonUrl } = running;
  const addresses = {
    redis_url: running.redisUrl,
    database_url: running.databaseUrl,
    object_store_url: running.objectStoreUrl,
  };
  const access = {
    api_url: apiUrl,
    api_key: running.apiKey,
    organization_id: running.organizationId,
    project_id: running.projectId,
  };
  if (shared === undefined) return { ...access, items: [], ...addresses };
  const { item_share, collection_share } = shared;
  return {
    ...access,
    collection_id: shared.collection_id,
    items: shared.items.map(({ id, name }) => ({ id, name })),
    share: { ...describeShare(apiUrl, item_share), tilejson_url: tilejsonUrl },
    ...(collection_share && { collection_share: describeShare(apiUrl, collection_share) }),
    ...addresses,
  };
}

function describeShare(apiUrl: string, share: LocalShare) {
  const { link_id, token, password } = share;
  return { link_id, token, password, page_url: sharePageUrl(apiUrl, share) };
}

/** What `npm start` prints once everything runs. */
export function announcement(running: Running): string {
  const { apiUrl, shared } = running;
  if (shared === undefined) {
    return `\nThe API runs at ${apiUrl} without any data.\nIts key is in .geopera/demo.json. Ctrl-C stops everything; the data stays.\n`;
  }
  const { item_share, collection_share, items } = shared;
  const pages = [
    `${items[0]?.name}\n  ${sharePageUrl(apiUrl, item_share)}\n  password: ${item_share.password}`,
    ...(collection_share
      ? [
          `All scenes on one map\n  ${sharePageUrl(apiUrl, collection_share)}\n  password: ${collection_share.password}`,
        ]
      : []),
  ];
  const calls = operationCalls(running, shared).map(([title, call]) => `# ${title}\n${call}`);
  return `
Open the share in a browser:

${pages.join("\n\n")}

Share maps of your own in the console:

  ${apiUrl}/console/#key=${running.apiKey}

The five operations, to copy and paste:

${calls.join("\n\n")}

Keys, ids and addresses: .geopera/demo.json. Ctrl-C stops everything; the data stays.
`;
}

function operationCalls(running: Running, shared: SharedCollection): [title: string, call: string][] {
  const { token, password, link_id } = shared.item_share;
  const key = `-H 'Authorization: Bearer ${running.apiKey}'`;
  const curl = (operation: string, body: object, options = "") =>
    `curl -sS${options} ${running.apiUrl}/v1/op/${operation} -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  const newLink = {
    target_type: "item",
    target_id: shared.items[0]?.id,
    password: "correct horse battery",
    expires_at: shared.item_share.expires_at,
  };
  return [
    ["share.link.create: a new link to the same item", `${curl("share.link.create", newLink)} ${key}`],
    ["share.link.validate: what the link opens", curl("share.link.validate", { token, password })],
    [
      "share.tilejson: for map clients; its tile URLs work by themselves",
      curl("share.tilejson", { token, password }),
    ],
    [
      "share.tile.render: one tile, written to tile.png",
      curl("share.tile.render", { token, password, ...running.tile }, " -o tile.png"),
    ],
    [
      "share.link.revoke: ends the link above at once (the next start makes a new one)",
      `${curl("share.link.revoke", { link_id })} ${key}`,
    ],
  ];
}
