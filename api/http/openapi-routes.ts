import { TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { ZOOM_MAX } from "../../core/tiles/tile-grid.ts";
import { inPath, inQuery, text, type Access, type Route } from "./openapi-route.ts";
import { withTexts, type Json } from "./openapi-schemas.ts";
import { STAC_ROUTES } from "./openapi-stac-routes.ts";

const TAGS = {
  "map addresses": "Tiles, TileJSON, WMTS, legends and pictures by GET, for map clients.",
  files: "Bytes of uploads and downloads by signed addresses.",
  documents: "Statements and credit notes by GET.",
  identity: "OpenID Connect: tokens, the device flow, keys.",
  service: "The service itself.",
  "STAC API": "The STAC API by GET, for catalogue clients.",
} as const;

/** The tags of routes that are no operations. */
export const ROUTE_TAGS = Object.entries(TAGS).map(([name, description]) => ({ name, description }));

const PICTURE_TYPES = [
  ...new Set(
    Object.values(TILE_FORMATS).flatMap(({ is, contentType }) => (is === "picture" ? [contentType] : [])),
  ),
];
const TILE_TYPES = [...new Set(Object.values(TILE_FORMATS).map(({ contentType }) => contentType))];

const index = { type: "integer", minimum: 0, maximum: 2 ** ZOOM_MAX - 1 };
const grant = inPath("grant", "The grant of a TileJSON document; it is the whole authorization, and ends.");
const item = inPath("item_id", "Id of the item (UUID).", text, "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10");
const ticket = inPath("ticket", "The signed part of the address; it authorizes by itself, and ends.");
const name = inPath("name", "The name of the file.", text, "harbour-2026.tif");
const place = [
  inPath("z", `The zoom, from 0 to ${ZOOM_MAX}.`, { type: "integer", minimum: 0, maximum: ZOOM_MAX }, 16),
  inPath("x", "The column, from west.", index, 60_281),
  inPath(
    "y",
    "The row, from north; with `@2x` behind it the tile has 512 pixels.",
    { ...text, pattern: "^\\d+(@2x)?$" },
    "39326",
  ),
  inPath(
    "format",
    "The format of the tile.",
    { ...text, enum: Object.values(TILE_FORMATS).map(({ extension }) => extension) },
    "png",
  ),
];
const style = inQuery("style", "A profile by its name in WMTS; left out: the default.", text, "default");
const empty = inQuery(
  "empty",
  "How a tile without data is answered.",
  { ...text, enum: ["tile", "204", "404"] },
  "tile",
);
const choice = [
  inQuery(
    "items",
    "Only these items of a collection, by comma.",
    text,
    "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10",
  ),
  inQuery("hidden_items", "All items of a collection but these, by comma.", text, ""),
  inQuery("datetime", "Only items of this instant or interval, as in STAC.", text, "2026-01-01T00:00:00Z/.."),
];
const drawing = [
  inQuery("profile", "A profile by its name or id; left out: the default.", text, "Natural colours"),
  inQuery("asset_key", "The key of one of the item's files; the first one when left out.", text, "data"),
  inQuery("grant", "The grant of `items.tile.tilejson`, for clients that cannot send headers.", text, "…"),
];
const wmts = [
  inQuery(
    "REQUEST",
    "GetCapabilities when left out.",
    { ...text, enum: ["GetCapabilities", "GetTile"] },
    "GetTile",
  ),
  inQuery("TILEMATRIX", "The zoom.", { type: "integer", minimum: 0, maximum: ZOOM_MAX }, 16),
  inQuery("TILECOL", "The column, from west.", index, 60_281),
  inQuery("TILEROW", "The row, from north.", index, 39_326),
  inQuery("STYLE", "A profile by its name in the capabilities.", text, "default"),
  inQuery("FORMAT", "The media type of the tile.", text, "image/png"),
];
const size = ["width", "height"].map((side) =>
  inQuery(
    side,
    `The picture's ${side} at most, in pixels; it keeps its proportion.`,
    { type: "integer", minimum: 16, maximum: 1024 },
    512,
  ),
);
const range = {
  name: "Range",
  in: "header",
  required: false,
  description: "A part of the file (RFC 9110).",
  schema: text,
  example: "bytes=0-1023",
};
const bytesBody = {
  required: true,
  description: "The bytes.",
  content: { "application/octet-stream": { schema: {} } },
};

const conditional = { "304": "The `ETag` of `If-None-Match` is that of the tile." };
const partial = { "206": "The part that was asked for." };

/** Fields of the forms of OAuth. */
const FORM_FIELDS: Readonly<Record<string, Json>> = {
  grant_type: { ...text, description: "The kind of grant.", examples: ["refresh_token"] },
  device_code: { ...text, description: "The code of the device that logs in.", examples: ["…"] },
  client_id: { ...text, description: "The program that logs in.", examples: ["geopera-cli"] },
  scope: { ...text, description: "Scopes, separated by blanks.", examples: ["share:read share:write"] },
  token: { ...text, description: "The token that this is about.", examples: ["…"] },
  refresh_token: { ...text, description: "The refresh token of the session.", examples: ["…"] },
};

/** Routes beside the operations, by method and path. */
const ROUTES: Readonly<Record<string, Route>> = {
  "get /v1/share/tiles/{grant}/{z}/{x}/{y}.{format}": {
    id: "share.tile.get",
    tag: "map addresses",
    access: "address",
    types: TILE_TYPES,
    summary: "One tile of what a link shows; TileJSON has this address as a template.",
    parameters: [grant, ...place, style, empty, ...choice],
    more: { ...conditional, "204": "No data here, with `empty=204`." },
  },
  "get /v1/share/tiles/{grant}/tilejson.json": {
    id: "share.tilejson.get",
    tag: "map addresses",
    access: "address",
    types: ["application/json"],
    summary: "TileJSON 3.0 of what a link shows.",
    parameters: [
      grant,
      inQuery(
        "format",
        "The format of its tile addresses.",
        { ...text, enum: ["png", "jpg", "jpeg", "webp", "avif", "auto"] },
        "auto",
      ),
      inQuery("scale", "1: tiles of 256 pixels, 2: of 512.", { type: "integer", enum: [1, 2] }, 2),
    ],
    answer: { $ref: "#/components/schemas/TileJson" },
  },
  "get /v1/share/tiles/{grant}/wmts": {
    id: "share.wmts.get",
    tag: "map addresses",
    access: "address",
    types: ["application/xml", ...PICTURE_TYPES],
    summary: "WMTS 1.0.0 by key and value: capabilities and tiles of what a link shows.",
    parameters: [grant, ...wmts],
    more: conditional,
  },
  "get /v1/share/tiles/{grant}/legend.json": {
    id: "share.legend.get",
    tag: "map addresses",
    access: "address",
    types: ["application/json"],
    summary: "The legend as data.",
    parameters: [grant, style],
  },
  "get /v1/share/tiles/{grant}/legend.svg": {
    id: "share.legend_svg.get",
    tag: "map addresses",
    access: "address",
    types: ["image/svg+xml"],
    summary: "The legend as a drawing.",
    parameters: [grant],
  },
  "get /v1/share/tiles/{grant}/legend.png": {
    id: "share.legend_png.get",
    tag: "map addresses",
    access: "address",
    types: ["image/png"],
    summary: "The legend as a picture.",
    parameters: [grant, style],
  },
  "get /v1/share/tiles/{grant}/preview.{format}": {
    id: "share.preview.get",
    tag: "map addresses",
    access: "address",
    types: ["image/webp", "image/png", "image/jpeg"],
    summary: "A picture of all that a link shows.",
    parameters: [
      grant,
      inPath(
        "format",
        "The format of the picture.",
        { ...text, enum: ["webp", "png", "jpg", "jpeg"] },
        "webp",
      ),
      ...size,
      ...choice,
    ],
  },
  "get /v1/items/{item_id}/tiles/{z}/{x}/{y}.{format}": {
    id: "items.tile.get",
    tag: "map addresses",
    access: "bearer",
    types: TILE_TYPES,
    summary: "One tile of an item, for callers who may read it.",
    parameters: [item, ...place, ...drawing],
    more: conditional,
  },
  "get /v1/items/{item_id}/tiles/legend.png": {
    id: "items.legend_png.get",
    tag: "map addresses",
    access: "bearer",
    types: ["image/png"],
    summary: "The legend of an item as a picture.",
    parameters: [item, ...drawing],
  },
  "get /v1/items/{item_id}/tiles/wmts": {
    id: "items.wmts.get",
    tag: "map addresses",
    access: "bearer",
    types: ["application/xml", ...PICTURE_TYPES],
    summary: "WMTS 1.0.0 by key and value: capabilities and tiles of an item.",
    parameters: [item, ...wmts, ...drawing],
    more: conditional,
  },
  "get /s/{token}/card.jpg": {
    id: "share.card.get",
    tag: "map addresses",
    access: "address",
    types: ["image/jpeg"],
    summary: "The picture that messengers show of a link whose owner chose that.",
    parameters: [inPath("token", "The token of the link.")],
  },
  "get /v1/assets/{ticket}/{name}": {
    id: "items.asset.get",
    tag: "files",
    access: "address",
    types: ["application/octet-stream"],
    summary: "A file of an item, by the address of `items.asset.download`.",
    parameters: [ticket, name, range],
    more: partial,
  },
  "get /v1/share/assets/{ticket}/{name}": {
    id: "share.asset.get",
    tag: "files",
    access: "address",
    types: ["application/octet-stream"],
    summary: "A file that a link gives away, by the address of `share.link.validate`.",
    parameters: [ticket, name, range],
    more: partial,
  },
  "put /v1/uploads/{ticket}/{name}": {
    id: "uploads.file.put",
    tag: "files",
    access: "address",
    types: [],
    requestBody: bytesBody,
    summary: "Receives a file, at the address of `uploads.signed_url`.",
    parameters: [ticket, name],
  },
  "put /v1/uploads/{ticket}/{name}/{part}": {
    id: "uploads.part.put",
    tag: "files",
    access: "address",
    types: [],
    requestBody: bytesBody,
    summary: "Receives a part of a file, at an address of `uploads.part_urls`.",
    parameters: [
      ticket,
      name,
      inPath("part", "The number of the part, from 1.", { type: "integer", minimum: 1 }, 1),
    ],
  },
  ...STAC_ROUTES,
  ...documents("statements", "A statement as a document."),
  ...documents("adjustments", "A credit or debit note as a document."),
  "get /realms/public/.well-known/openid-configuration": {
    id: "identity.configuration",
    tag: "identity",
    access: "anyone",
    types: ["application/json"],
    summary: "What the identity endpoints are and can do (OpenID Connect Discovery).",
  },
  "get /realms/public/protocol/openid-connect/certs": {
    id: "identity.keys",
    tag: "identity",
    access: "anyone",
    types: ["application/json"],
    summary: "The public keys that session tokens are signed with (JWKS).",
  },
  "get /realms/public/external-issuer": {
    id: "identity.external_issuer",
    tag: "identity",
    access: "anyone",
    types: ["application/json"],
    summary: "Where and as which client the console signs in by redirect; 404 without an external issuer.",
  },
  "post /realms/public/protocol/openid-connect/token": identityForm(
    "identity.token",
    "Answers tokens for a device code, a password, a refresh token or a code of the external issuer.",
    {
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      device_code: "…",
      client_id: "geopera-cli",
    },
    "client",
  ),
  "post /realms/public/protocol/openid-connect/auth/device": identityForm(
    "identity.device",
    "Begins a log-in on a device without a browser (RFC 8628).",
    {
      client_id: "geopera-cli",
      scope: "share:read share:write",
    },
    "client",
  ),
  "post /realms/public/protocol/openid-connect/introspect": identityForm(
    "identity.introspect",
    "Says what a token is (RFC 7662).",
    { token: "…" },
    "bearer",
  ),
  "post /realms/public/protocol/openid-connect/revoke": identityForm(
    "identity.revoke",
    "Ends a refresh token and its session (RFC 7009).",
    { token: "…" },
    "client",
    true,
  ),
  "get /realms/public/protocol/openid-connect/userinfo": {
    id: "identity.userinfo",
    tag: "identity",
    access: "bearer",
    types: ["application/json"],
    summary: "Whose token it is.",
  },
  "post /realms/public/protocol/openid-connect/userinfo": {
    id: "identity.userinfo.post",
    tag: "identity",
    access: "bearer",
    types: ["application/json"],
    summary: "Whose token it is.",
  },
  "get /realms/public/protocol/openid-connect/logout": {
    id: "identity.logout",
    tag: "identity",
    access: "client",
    types: [],
    more: { "204": "The session has ended." },
    summary: "Ends the session of an ID token.",
    parameters: [inQuery("id_token_hint", "The ID token.", text, "…")],
  },
  "post /realms/public/protocol/openid-connect/logout": identityForm(
    "identity.logout.post",
    "Ends the session of a refresh token.",
    { refresh_token: "…" },
    "client",
    true,
  ),
  "get /openapi.json": {
    id: "service.openapi",
    tag: "service",
    access: "anyone",
    types: ["application/json"],
    summary: "This document.",
    more: { "304": "It is the one of `If-None-Match`." },
  },
  "get /health/live": {
    id: "service.live",
    tag: "service",
    access: "anyone",
    types: ["application/json"],
    summary: "Whether the process runs.",
  },
  "get /health/ready": {
    id: "service.ready",
    tag: "service",
    access: "anyone",
    types: ["application/json"],
    summary: "Whether it takes requests; 503 when not.",
  },
};

function documents(of: string, summary: string): Readonly<Record<string, Route>> {
  return {
    [`get /v1/billing/${of}/{id}.{format}`]: {
      id: `billing.${of}.get_document`,
      tag: "documents",
      access: "bearer",
      summary,
      types: ["application/pdf", "text/html", "application/xml"],
      parameters: [
        inPath("id", "Its id (UUID).", text, "0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"),
        inPath("format", "The format of the document.", { ...text, enum: ["pdf", "html", "xml"] }, "pdf"),
        inQuery("language", "The language of the document.", { ...text, enum: ["en", "de", "fr"] }, "en"),
      ],
    },
  };
}

function identityForm(id: string, summary: string, example: Json, access: Access, isSilent = false): Route {
  const schema = {
    type: "object",
    properties: Object.fromEntries(Object.keys(example).map((field) => [field, FORM_FIELDS[field]])) as Json,
  };
  return {
    id,
    tag: "identity",
    summary,
    access,
    types: isSilent ? [] : ["application/json"],
    requestBody: { required: true, content: { "application/x-www-form-urlencoded": { schema, example } } },
  };
}

/** The paths of everything that is no operation. */
export function routePaths(failures: (statuses: readonly string[]) => Json): Json {
  const paths: Record<string, Json> = {};
  for (const [key, route] of Object.entries(ROUTES)) {
    const [method = "", path = ""] = key.split(" ");
    (paths[path] ??= {})[method] = describe(route, failures);
  }
  return paths;
}

const FAILURES: Readonly<Record<Access, readonly string[]>> = {
  address: ["400", "403", "404", "410", "429", "502", "503"],
  bearer: ["400", "401", "403", "404", "429", "502", "503"],
  client: ["400", "401", "429"],
  anyone: ["400", "503"],
};

function describe(route: Route, failures: (statuses: readonly string[]) => Json): Json {
  const { id, tag, summary, access, parameters = [], requestBody, types, answer = {}, more = {} } = route;
  const schemaOf = (type: string) => (type === "application/json" ? { schema: answer } : {});
  const content = Object.fromEntries(types.map((type) => [type, schemaOf(type)])) as Json;
  return {
    operationId: id,
    summary,
    description: summary,
    tags: [tag],
    security: access === "bearer" ? [{ bearer: [] }, { apiKey: [] }] : [{}],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: {
      "200": {
        description: types.length === 0 ? "Done." : summary,
        ...(types.length === 0 ? {} : { content }),
      },
      ...(Object.fromEntries(
        Object.entries(more).map(([status, description]) => [status, { description }]),
      ) as Json),
      ...failures(FAILURES[access]),
    },
  };
}

/** The parts of TileJSON that map clients read. */
export const tileJsonSchema = withTexts(
  {
    type: "object",
    required: ["tilejson", "tiles"],
    properties: {
      tilejson: { type: "string", const: "3.0.0" },
      name: { ...text, description: "What the link shares.", examples: ["Harbour 2026"] },
      tiles: { type: "array", items: text, description: "Templates of tile addresses." },
      minzoom: { type: "integer" },
      maxzoom: { type: "integer" },
      bounds: { type: "array", items: { type: "number" } },
      center: { type: "array", items: { type: "number" } },
      attribution: { type: ["string", "null"] },
    },
  },
  "",
);
