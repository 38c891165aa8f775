import { z } from "zod";
import { PROFILE_CONFIGS, PROFILE_TYPES } from "../../core/styles/profile.ts";
import { TILE_FORMATS } from "../../core/tiles/tile-format.ts";
import { OPERATIONS } from "../operations/registry.ts";
import type { Operation } from "../operations/operation.ts";
import { fieldText } from "../operations/field-texts.ts";
import { operationPaths } from "./operation-routes.ts";

type Json = Record<string, unknown>;

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
    if (operation.inputName !== null)
      schemas[operation.inputName] = jsonSchema(operation.input, "input", operation.id);
    if (operation.outputName !== null && operation.output !== "binary") {
      schemas[operation.outputName] = jsonSchema(operation.output, "output", operation.id);
    }
    const [byId, byResource] = operationPaths(operation.id);
    paths[byId] = { post: describe(operation, operation.id) };
    paths[byResource] = { post: describe(operation, `${operation.id}:resource`) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Geopera Share",
      version: "1.0.0",
      description: "Share geospatial rasters by password-protected, expiring links.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    tags: [...new Set(OPERATIONS.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An API key (gpra_…) or a session token." },
        apiKey: { type: "apiKey", in: "header", name: "X-API-Key" },
      },
      schemas: {
        ...schemas,
        Problem: withTexts(problemSchema, ""),
        InputFaults: withTexts(inputFaultsSchema, ""),
      },
    },
  };
}

function describe(operation: Operation, operationId: string): Json {
  return {
    operationId,
    summary: operation.summary,
    tags: [tagOf(operation)],
    "x-required-scope": operation.scope,
    "x-side-effect": operation.sideEffect,
    security: [{ bearer: [] }, { apiKey: [] }, ...(operation.bearer === "optional" ? [{}] : [])],
    parameters: [
      {
        name: "x-api-key",
        in: "header",
        required: false,
        schema: { type: "string" },
        description: "An API key, instead of a bearer token.",
      },
      ...(operation.idempotent === true ? [idempotencyParameter] : []),
    ],
    requestBody: {
      required:
        (jsonSchema(operation.input, "input", operation.id)["required"] as string[] | undefined) !==
        undefined,
      content: { "application/json": { schema: inputSchema(operation) } },
    },
    responses: { "200": success(operation), ...failures() },
  };
}

function inputSchema(operation: Operation): Json {
  return operation.inputName === null
    ? jsonSchema(operation.input, "input", operation.id)
    : { $ref: `#/components/schemas/${operation.inputName}` };
}

function success(operation: Operation): Json {
  if (operation.output === "binary") {
    const types = operation.mediaTypes ?? Object.values(TILE_FORMATS).map(({ contentType }) => contentType);
    return { description: "Bytes.", content: Object.fromEntries(types.map((type) => [type, {}])) as Json };
  }
  const schema =
    operation.outputName === null
      ? jsonSchema(operation.output, "output", operation.id)
      : { $ref: `#/components/schemas/${operation.outputName}` };
  return { description: operation.summary, content: { "application/json": { schema } } };
}

function failures(): Json {
  const problems = Object.entries(PROBLEM_STATUSES).map(([status, description]) => [
    status,
    {
      description,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  return {
    ...(Object.fromEntries(problems) as Json),
    "422": {
      description: "The input breaks its schema or a rule; every fault is named.",
      content: { "application/json": { schema: { $ref: "#/components/schemas/InputFaults" } } },
    },
  };
}

function tagOf(operation: Operation): string {
  return operation.id.slice(0, operation.id.indexOf("."));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output", operationId: string): Json {
  const { $schema: _dialect, ...document } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return withTexts(document, operationId);
}

/** Keywords of JSON Schema whose values are schemas, or lists of them. */
const NESTED = ["items", "additionalProperties", "anyOf", "oneOf", "allOf", "prefixItems"] as const;

/** Gives every field a description; one that its schema has stays. */
function withTexts(schema: Json, operationId: string): Json {
  const described = { ...schema };
  for (const keyword of NESTED) {
    const nested = described[keyword];
    if (Array.isArray(nested))
      described[keyword] = nested.map((each) => withTexts(each as Json, operationId));
    else if (isSchema(nested)) described[keyword] = withTexts(nested, operationId);
  }
  const { properties } = described;
  if (!isSchema(properties)) return described;
  const fields = Object.entries(properties).map(([name, field]) => {
    const description = fieldText(name, operationId);
    const text = description === undefined ? {} : { description };
    return [name, { ...text, ...withTexts(field as Json, operationId) }];
  });
  return { ...described, properties: Object.fromEntries(fields) as Json };
}

function isSchema(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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
    type: { type: "string", format: "uri" },
    title: { type: "string" },
    status: { type: "integer" },
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
