import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../infra/new-id.ts";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";

let system: TestSystem;
let projectId: string;
let collectionId: string;

beforeAll(async () => {
  system = await startSystem({ isServing: true });
  ({ id: projectId } = await system.client.call("projects.create", { name: "Coast" }));
  ({ id: collectionId } = await system.client.call("collections.create", {
    project_id: projectId,
    name: "Flights",
  }));
  await add("fiji", { bbox: [178, -19, -179, -16], datetime: "2026-03-01T00:00:00Z", cloud_cover: 40 });
  await add("delft", {
    bbox: [4.3, 51.9, 4.4, 52.1],
    datetime: "2026-05-01T00:00:00Z",
    cloud_cover: 5,
    properties: { platform: "drone", "view:angle": 3, flown: true },
  });
  await add("perth", {
    bbox: [115, -33, 117, -31],
    start_datetime: "2026-01-01T00:00:00Z",
    end_datetime: "2026-12-31T00:00:00Z",
    collection_id: collectionId,
    properties: { platform: "sentinel-2a", "view:angle": 12 },
  });
  await add("nowhere", { type: "clip", datetime: "2020-01-01T00:00:00Z" });
});
afterAll(() => system.stop());

async function add(name: string, values: object): Promise<void> {
  await system.client.call("items.create", {
    project_id: projectId,
    type: "user_raster",
    name,
    stac_id: name,
    ...values,
  });
}

async function found(input: object, operation = "items.search_org"): Promise<string[]> {
  const { features, numberMatched } = await system.client.call(operation, input);
  const ids = features.map(({ id }: { id: string }) => id);
  expect(numberMatched).toBe(ids.length);
  return ids.toSorted();
}

describe("a search finds items", () => {
  test.each<[string, object, string[]]>([
    ["without conditions", {}, ["delft", "fiji", "nowhere", "perth"]],
    ["in a box", { bbox: [4, 51, 5, 53] }, ["delft"]],
    ["in a box with heights", { bbox: [4, 51, 0, 5, 53, 100] }, ["delft"]],
    ["over the antimeridian, from the east", { bbox: [-180, -20, -179.5, -10] }, ["fiji"]],
    ["over the antimeridian, from the west", { bbox: [178.5, -20, 179, -10] }, ["fiji"]],
    ["in a box over the antimeridian", { bbox: [170, -40, -170, 0] }, ["fiji"]],
    ["in the whole world", { bbox: [-180, -90, 180, 90] }, ["delft", "fiji", "nowhere", "perth"]],
    ["at a time", { datetime: "2026-05-01T02:00:00+02:00" }, ["delft", "perth"]],
    ["on a day", { datetime: "2026-03-01" }, ["fiji", "perth"]],
    ["until a time", { datetime: "../2021-01-01T00:00:00Z" }, ["nowhere"]],
    ["from a time on", { datetime: "2026-06-01T00:00:00Z/" }, ["perth"]],
    ["of a type", { type: "clip" }, ["nowhere"]],
    ["by a column", { query: { "eo:cloud_cover": { lt: 10 } } }, ["delft"]],
    ["by a property", { query: { platform: { eq: "drone" } } }, ["delft"]],
    ["by a number", { query: { "properties.view:angle": { gte: 3, lt: 12 } } }, ["delft"]],
    ["by a boolean", { query: { flown: true } }, ["delft"]],
    ["by a beginning", { query: { platform: { startsWith: "sentinel" } } }, ["perth"]],
    ["by one of several", { query: { title: { in: ["fiji", "perth", "%"] } } }, ["fiji", "perth"]],
    ["by a property they lack", { query: { platform: { neq: "drone" } } }, ["perth"]],
  ])("%s", async (_what, input, ids) => {
    expect(await found(input)).toEqual(ids);
    expect(await found({ ...input, project_id: projectId }, "items.search")).toEqual(ids);
  });

  test("of a collection, or of a project in no collection", async () => {
    expect(await found({ collections: [collectionId] })).toEqual(["perth"]);
    expect(await found({ collections: [projectId] })).toEqual(["delft", "fiji", "nowhere"]);
    expect(await found({ collections: [collectionId, projectId] })).toHaveLength(4);
    expect(await found({ collections: [newId(), "no id"] })).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    ["by a shape", { intersects: triangle(3.5, 51.5) }, ["delft"]],
    ["by a shape whose box alone touches", { intersects: triangle(4, 51) }, []],
    ["by a point", { intersects: { type: "Point", coordinates: [116, -32] } }, ["perth"]],
    [
      "by a line",
      {
        intersects: {
          type: "LineString",
          coordinates: [
            [110, -32],
            [120, -32],
          ],
        },
      },
      ["perth"],
    ],
    ["by ids", { ids: ["fiji", "unknown"] }, ["fiji"]],
    [
      "by CQL2",
      {
        filter: {
          op: "or",
          args: [
            { op: "=", args: [{ property: "platform" }, "drone"] },
            {
              op: "and",
              args: [
                { op: ">", args: [{ property: "datetime" }, { timestamp: "2026-02-01T00:00:00Z" }] },
                { op: "not", args: [{ op: "isNull", args: [{ property: "eo:cloud_cover" }] }] },
              ],
            },
          ],
        },
      },
      ["delft", "fiji"],
    ],
    [
      "by a pattern and a place",
      {
        filter: {
          op: "and",
          args: [
            { op: "like", args: [{ property: "title" }, "%e%"] },
            { op: "s_intersects", args: [{ property: "geometry" }, triangle(3.5, 51.5)] },
          ],
        },
      },
      ["delft"],
    ],
  ])("%s", async (_what, input, ids) => {
    const { features } = await system.client.call("stac.search", input);
    expect(features.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids);
  });
});

function triangle(x: number, y: number) {
  return {
    type: "Polygon",
    coordinates: [
      [
        [x, y],
        [x + 1, y + 1],
        [x + 1, y],
        [x, y],
      ],
    ],
  };
}

describe("pages of a search", () => {
  test.each([
    [[]],
    [[{ field: "title", direction: "desc" }]],
    [[{ field: "eo:cloud_cover", direction: "asc" }, { field: "created" }]],
    [[{ field: "properties.gsd", direction: "desc" }]],
  ])("follow each other without gap or repetition, sorted by %j", async (sortby) => {
    const whole = await system.client.call("items.search_org", { sortby });
    const ids = whole.features.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    let token: string | null = null;
    do {
      const page = await system.client.call("items.search_org", { sortby, limit: 1, token });
      seen.push(...page.features.map(({ id }: { id: string }) => id));
      token = page.next_token;
    } while (token !== null);
    expect(seen).toEqual(ids);
    const second = await system.client.call("items.search_org", { sortby, limit: 1, offset: 1 });
    expect(second.features[0].id).toBe(ids[1]);
  });

  test("begin with the newest data", async () => {
    const { features } = await system.client.call("items.search_org");
    expect(features.map(({ id }: { id: string }) => id)).toEqual(["delft", "fiji", "perth", "nowhere"]);
  });
});

test.each<[object, string]>([
  [{ bbox: [1, 2, 3] }, "bbox"],
  [{ bbox: [0, 10, 0, -10] }, "bbox"],
  [{ datetime: "yesterday" }, "datetime"],
  [{ datetime: "2026-05-01T00:00:00Z/2026-04-01T00:00:00Z" }, "datetime"],
  [{ query: { gsd: { lt: "small" } } }, "query"],
  [{ query: { platform: { near: "x" } } }, "query"],
  [{ sortby: [{ field: "platform" }] }, "sortby"],
  [{ token: "bm90aGluZw" }, "token"],
  [{ token: tokenOf("2026-02-30 00:00:00+00") }, "token"],
  [{ token: tokenOf("1e-400"), sortby: [{ field: "gsd" }] }, "token"],
  [{ datetime: "2026-02-30T00:00:00Z/.." }, "datetime"],
  [{ query: { created: { gt: "2026-05-01T00:00:00" } } }, "query"],
  [{ offset: 10_001 }, "offset"],
  [{ format: "shapefile" }, "format"],
])("%j names its fault", async (input, field) => {
  const answer = await system.client.try("items.search_org", input);
  expect(answer.status).toBe(422);
  expect(answer.json.detail[0].loc.slice(0, 2)).toEqual(["body", field]);
});

/** A token that nothing has answered. */
function tokenOf(value: string): string {
  return Buffer.from(JSON.stringify([value, newId()])).toString("base64url");
}

test.each([
  ["/v1/stac/search?bbox=NaN,0,1,1", "bbox", "must be a number"],
  ["/v1/stac/collections?token=%00", "token", "is none of this list: take it from the page before"],
])("%s names its fault in the query", async (path, field, message) => {
  const answer = await system.client.send(path, {});
  expect(answer.status).toBe(422);
  expect(answer.json.detail[0].loc.slice(0, 2)).toEqual(["query", field]);
  expect(answer.json.detail[0].msg).toBe(message);
});

test("what cannot be an id or a time is none", async () => {
  const byId = await system.client.send("/v1/stac/search?ids=%00", {});
  expect(byId.json.features).toEqual([]);
  const args = [{ property: "datetime" }, { interval: [{ timestamp: { toString: 1 } }, ".."] }];
  const byTime = await system.client.try("stac.search", { filter: { op: "t_intersects", args } });
  expect(byTime.status).toBe(422);
});

describe("a caller finds", () => {
  test("nothing of other organizations", async () => {
    const { client } = await system.addOrganization();
    const { features } = await client.call("items.search_org");
    expect(features).toEqual([]);
    expect((await client.call("stac.search", { collections: [collectionId] })).features).toEqual([]);
    expect((await client.try("items.search", { project_id: projectId })).status).toBe(404);
    expect((await client.call("stac.collections.list")).collections).toEqual([]);
    const path = `/v1/stac/collections/${collectionId}`;
    for (const each of [path, `${path}/items`, `${path}/items/perth`]) {
      expect((await client.send(each, {})).status).toBe(404);
    }
  });
});

describe("the STAC API", () => {
  const get = (path: string, headers: Record<string, string> = {}) => system.client.send(path, { headers });
  const linkOf = (document: { links: { rel: string; href: string }[] }, rel: string) =>
    document.links.find((link) => link.rel === rel)?.href ?? "";

  test("leads a client from its landing page to every item, page by page", async () => {
    const landing = (await get("/v1/stac")).json;
    expect(landing).toMatchObject({ type: "Catalog", stac_version: "1.0.0" });
    expect(landing.conformsTo).toContain("https://api.stacspec.org/v1.0.0/item-search");
    const { collections } = (await get(linkOf(landing, "data"))).json;
    expect(collections.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [collectionId, projectId].toSorted(),
    );
    const seen: string[] = [];
    for (const collection of collections) {
      expect((await get(linkOf(collection, "self"))).json).toEqual(collection);
      let next = `${linkOf(collection, "items")}?limit=2`;
      while (next !== "") {
        const page = (await get(next)).json;
        seen.push(...page.features.map(({ id }: { id: string }) => id));
        for (const feature of page.features) {
          expect((await get(linkOf(feature, "self"))).json).toEqual(feature);
          expect(feature.collection).toBe(collection.id);
        }
        next = linkOf(page, "next");
      }
    }
    expect(seen.toSorted()).toEqual(["delft", "fiji", "nowhere", "perth"]);
    const flights = collections.find(({ id }: { id: string }) => id === collectionId);
    expect(flights.extent.spatial.bbox).toEqual([[115, -33, 117, -31]]);
    expect(flights.extent.temporal.interval[0][0]).toBe("2026-01-01T00:00:00.000Z");
  });

  test("answers the search by GET and by POST alike, with next links", async () => {
    const byGet = (await get("/v1/stac/search?bbox=100,-40,-170,60&limit=1&sortby=-datetime")).json;
    const byPost = await system.client.call("stac.search", {
      bbox: [100, -40, -170, 60],
      limit: 1,
      sortby: [{ field: "datetime", direction: "desc" }],
    });
    expect(byPost.features).toEqual(byGet.features);
    expect(byGet.numberMatched).toBe(2);
    const second = (await get(linkOf(byGet, "next"))).json;
    const next = byPost.links.find(({ rel }: { rel: string }) => rel === "next");
    expect((await system.client.post(next.href, next.body)).json.features).toEqual(second.features);
    expect(second.features[0].id).toBe("perth");
    expect(linkOf(second, "next")).toBe("");
    const filter = encodeURIComponent(JSON.stringify({ op: "=", args: [{ property: "title" }, "fiji"] }));
    expect((await get(`/v1/stac/search?filter=${filter}&filter-lang=cql2-json`)).json.numberMatched).toBe(1);
  });

  test("answers HEAD, and 304 to a client that knows the document", async () => {
    const path = `/v1/stac/collections/${collectionId}/items`;
    const first = await get(path);
    expect(first.headers.get("content-type")).toContain("application/geo+json");
    const known = await get(path, { "if-none-match": first.headers.get("etag") ?? "" });
    expect(known.status).toBe(304);
    const head = await system.client.send(path, { method: "HEAD" });
    expect([head.status, head.headers.get("etag")]).toEqual([200, first.headers.get("etag")]);
  });

  test.each([
    ["bbox=1,2", "bbox"],
    ["limit=0", "limit"],
    ["datetime=soon", "datetime"],
    ["intersects=[]", "intersects"],
  ])("names the fault of %s at the query", async (query, field) => {
    const answer = await get(`/v1/stac/search?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.json.detail[0].loc).toEqual(["query", field]);
  });

  test("answers whatever comes in an address, and names a parameter that is repeated by its first value", async () => {
    const wild = ["%00", "%ff", "a%00b", "..%2f..", "'", "[]", "null", "-1", "1e999", "9".repeat(400)];
    const names = ["ids", "collections", "datetime", "intersects", "query", "filter", "sortby", "token"];
    const inner = { op: "like", args: [{ property: "title" }, "\\"] };
    const paths = wild.flatMap((text) => [
      ...names.map((name) => `/v1/stac/search?${name}=${text}&${name}=${text}`),
      `/v1/stac/collections/${text}`,
      `/v1/stac/collections/${projectId}/items/${text}`,
      `/v1/stac/collections/${projectId}/items?bbox=${text}&limit=${text}`,
      `/v1/stac/assets/${projectId}/x?grant=${text}&grant=b`,
      `/v1/items/${projectId}/tiles/1/1/1.png?grant=${text}&grant=b`,
      `/v1/stac/search?query={"a":{"eq":"${text}"}}`,
    ]);
    const tokens = [["2026-02-30 00:00:00+00"], ["2026-01-01 25:61:00+00"], [1], ["1", "2"]];
    for (const values of tokens) {
      const token = Buffer.from(JSON.stringify([...values, newId()])).toString("base64url");
      paths.push(`/v1/stac/search?token=${token}`);
    }
    for (const coordinates of [[], [[]], [[1, 2]], [[[1, 2]]], [[[[1, 2]]]]]) {
      for (const type of ["Point", "LineString", "Polygon", "MultiPolygon"]) {
        paths.push(`/v1/stac/search?intersects=${JSON.stringify({ type, coordinates })}`);
      }
    }
    paths.push(`/v1/stac/search?filter=${encodeURIComponent(JSON.stringify(inner))}`);
    const failed = [];
    for (const path of paths) if ((await get(path)).status >= 500) failed.push(path);
    expect(failed).toEqual([]);
    expect((await get("/v1/stac/search?limit=1&limit=none")).json.features).toHaveLength(1);
  });

  test("needs a bearer for what belongs to an organization, and the scope", async () => {
    const stranger = new Client(system.url);
    expect((await stranger.get("/v1/stac")).status).toBe(200);
    expect((await stranger.get("/v1/stac/conformance")).json.conformsTo.length).toBeGreaterThan(5);
    expect((await stranger.get("/v1/stac/collections")).status).toBe(401);
    const { key } = await system.client.call("api_keys.create", {
      name: "w",
      permissions: ["collections:read"],
    });
    expect((await new Client(system.url, key).send("/v1/stac/search", {})).status).toBe(403);
  });
});
