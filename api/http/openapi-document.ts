import { PROFILE_CONFIGS, PROFILE_TYPES } from "../../core/styles/profile.ts";
import { TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { PROBLEMS } from "../../core/errors.ts";
import { OPERATIONS } from "../operations/registry.ts";
import { takesIdempotencyKey, type Operation } from "../operations/operation.ts";
import { REQUEST_EXAMPLES } from "../operations/request-examples.ts";
import { INTRODUCTION } from "./openapi-introduction.ts";
import { ROUTE_TAGS, routePaths, tileJsonSchema } from "./openapi-routes.ts";
import { bodyExample, jsonSchema, withTexts, type Json } from "./openapi-schemas.ts";
import { operationPaths } from "./operation-routes.ts";

const PROBLEM_STATUSES: Readonly<Record<string, string>> = {
  "400": "The request is not well-formed.",
  "401": "Credentials are missing or not accepted.",
  "403": "The credentials do not allow this.",
  "404": "There is no such thing, or it belongs to another organization.",
  "409": "The request conflicts with what is there.",
  "410": "The link has been revoked, has expired, or shares something that was deleted.",
  "413": "The body is too large.",
  "415": "The body is compressed, or not in UTF-8.",
  "429": "Too many requests; see Retry-After.",
  "500": "Something went wrong on our side.",
  "502": "The raster cannot be rendered.",
  "503": "Temporarily unavailable; see Retry-After.",
};

/**
 * The OpenAPI 3.1 document of all operations. It is the same for every server, so that it can be committed.
 */
export function openapiDocument(): Json {
  const schemas: Json = {};
  // The `config` of each type of profile.
  for (const type of PROFILE_TYPES) {
    schemas[`ProfileConfig_${type}`] = jsonSchema(PROFILE_CONFIGS[type], "input", "visualization.profile");
  }
  const paths: Json = {};
  for (const operation of OPERATIONS) {
    const { id, inputName, outputName } = operation;
    const input = jsonSchema(operation.input, "input", id);
    const output = operation.output === "binary" ? undefined : jsonSchema(operation.output, "output", id);
    if (inputName !== null) schemas[inputName] = input;
    if (outputName !== null && output !== undefined) schemas[outputName] = output;
    const [byId] = operationPaths(id);
    paths[byId] = { post: describe(operation, input, output) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Geopera Share",
      version: "1.0.0",
      description: INTRODUCTION,
      contact: { name: "Geopera Share", url: "https://geopera.com" },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    tags: [...new Set(OPERATIONS.map(tagOf))].map(describeTag).concat(ROUTE_TAGS),
    paths: { ...paths, ...routePaths(failures) },
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An API key (gpra_…) or a session token." },
        apiKey: {
          type: "apiKey",
          in: "header",
          name: "X-API-Key",
          description: "An API key, for clients that cannot send a bearer token.",
        },
      },
      schemas: {
        ...schemas,
        TileJson: tileJsonSchema,
        Problem: withTexts(problemSchema, ""),
        InputFaults: withTexts(inputFaultsSchema, ""),
      },
    },
  };
}

function describe(operation: Operation, input: Json, output: Json | undefined): Json {
  const [, byResource] = operationPaths(operation.id);
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: descriptionOf(operation),
    tags: [tagOf(operation)],
    "x-required-scope": operation.scope,
    "x-side-effect": operation.sideEffect,
    "x-resource-path": byResource,
    security: [{ bearer: [] }, { apiKey: [] }, ...(operation.bearer === "optional" ? [{}] : [])],
    parameters: [
      {
        name: "x-api-key",
        in: "header",
        required: false,
        schema: { type: "string" },
        description: "An API key, instead of a bearer token.",
      },
      ...(takesIdempotencyKey(operation) ? [idempotencyParameter] : []),
    ],
    requestBody: requestBody(operation, input),
    responses: { "200": success(operation, output), ...failures(), "422": invalid },
  };
}

/** What the call needs and does beside its summary. */
function descriptionOf(operation: Operation): string {
  const { summary, scope, bearer, audience, sideEffect } = operation;
  const caller =
    bearer === "optional"
      ? "The link's token and password authenticate by themselves."
      : `Needs the scope \`${scope}\`${audience === "operator" ? " and an operator's organization" : ""}.`;
  const repeated = takesIdempotencyKey(operation) ? "Takes an `Idempotency-Key`." : "";
  const again = sideEffect === "read" ? "Changes nothing." : repeated;
  return [summary.replace(/\.?$/, "."), caller, again].filter((each) => each !== "").join(" ");
}

function requestBody(operation: Operation, input: Json): Json {
  const schema = reference(operation.inputName) ?? input;
  const example = requestExample(operation.id, input);
  return {
    required: input["required"] !== undefined,
    content: { "application/json": { schema, example } },
  };
}

/** The body of an operation's example call: what is required, and what {@link REQUEST_EXAMPLES} adds. */
export function requestExample(operationId: string, input: Json): unknown {
  const required = (input["required"] ?? []) as readonly string[];
  const given = REQUEST_EXAMPLES[operationId] ?? [];
  if (isList(given)) return bodyExample(input, [...required, ...given]);
  return { ...(bodyExample(input, required) as Json), ...given };
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

function reference(name: string | null): Json | undefined {
  return name === null ? undefined : { $ref: `#/components/schemas/${name}` };
}

function success({ summary, mediaTypes, outputName }: Operation, output: Json | undefined): Json {
  if (output === undefined) {
    const types = mediaTypes ?? Object.values(TILE_FORMATS).map(({ contentType }) => contentType);
    return { description: "Bytes.", content: Object.fromEntries(types.map((type) => [type, {}])) as Json };
  }
  const schema = reference(outputName) ?? output;
  return {
    description: summary,
    content: { "application/json": { schema, example: bodyExample(output) } },
  };
}

/** Problems by their status: all of them, or these. */
function failures(statuses: readonly string[] = Object.keys(PROBLEM_STATUSES)): Json {
  const problems = statuses.map((status) => [
    status,
    {
      description: PROBLEM_STATUSES[status],
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          example: problemExample(status),
        },
      },
    },
  ]);
  return Object.fromEntries(problems) as Json;
}

function problemExample(status: string): Json {
  const [code, { title }] =
    Object.entries(PROBLEMS).find(([, problem]) => String(problem.status) === status) ??
    (["internal", PROBLEMS.internal] as const);
  const type = `https://geopera.com/problems/${code.replaceAll("_", "-")}`;
  return { type, title, status: Number(status), detail: PROBLEM_STATUSES[status], request_id: "req-1f" };
}

const invalid = {
  description: "The input breaks its schema or a rule; every fault is named.",
  content: {
    "application/json": {
      schema: { $ref: "#/components/schemas/InputFaults" },
      example: {
        detail: [{ loc: ["body", "z"], msg: "must be an integer from 0 to 24", type: "value_error" }],
      },
    },
  },
};

function tagOf(operation: Operation): string {
  return operation.id.slice(0, operation.id.indexOf("."));
}

function describeTag(name: string): { readonly name: string; readonly description: string } {
  return { name, description: TAG_TEXTS[name] ?? `Operations on ${name.replaceAll("_", " ")}.` };
}

/** What the groups of operations are about. */
const TAG_TEXTS: Readonly<Record<string, string>> = {
  share: "Links: made by owners, opened by the people who received them.",
  items: "Rasters with their files, metadata and tiles.",
  collections: "Several items under one name.",
  projects: "Rooms for items, with members.",
  uploads: "Files on their way to an item.",
  visualization: "Profiles: how an item is drawn.",
  tiles: "Drawing tiles before they are looked at.",
  assets: "Files of items.",
  stac: "Items as STAC, searched.",
  provenance: "What an item was made of.",
  band_formulas: "Expressions with a name.",
  cog: "Files by their address: pictures, values and tiles.",
  usage: "What was used, by window, link and item.",
  billing: "Rate cards, statements, exports, and what stands behind them.",
  budgets: "Amounts that usage is compared with.",
  events: "What happened in the organization.",
  event_subscriptions: "Events, posted to an endpoint of yours (webhooks).",
  api_keys: "Keys for programs.",
  sessions: "Log-ins of people.",
  users: "People of the organization.",
  organizations: "The organization's own rules, limits and tags.",
  audit: "What was changed, by whom.",
  security_log: "Log-ins, refusals, and what else is about security.",
};

const idempotencyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", minLength: 1, maxLength: 255 },
  description:
    "Repeating a call with the same key and body within 24 hours answers what the first call answered, with the header `Idempotent-Replayed: true`.",
};

const problemSchema = {
  type: "object",
  description: "RFC 9457.",
  required: ["type", "title", "status", "detail", "request_id"],
  properties: {
    type: { type: "string", format: "uri", examples: ["https://geopera.com/problems/link-gone"] },
    title: { type: "string" },
    status: { type: "integer", examples: [410] },
    detail: { type: "string" },
    request_id: { type: "string" },
    reason: { type: "string" },
  },
};

const inputFaultsSchema = {
  type: "object",
  required: ["detail"],
  properties: {
    detail: {
      type: "array",
      items: {
        type: "object",
        required: ["loc", "msg", "type"],
        properties: {
          loc: { type: "array", items: { type: ["string", "integer"] } },
          msg: { type: "string" },
          type: { type: "string" },
        },
      },
    },
  },
};
