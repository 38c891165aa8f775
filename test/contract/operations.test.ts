import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openapiDocument } from "../../api/http/openapi-document.ts";
import { OPERATIONS } from "../../api/operations/registry.ts";
import { Client } from "../support/client.ts";
import { startSystem, type TestSystem } from "../support/system.ts";
import { meaningOf, readWireContract, type Schema } from "./wire-contract.ts";

interface Described {
  readonly operationId: string;
  readonly "x-required-scope": string;
  readonly "x-side-effect": string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters: readonly { name: string; in: string; required: boolean }[];
  readonly requestBody: { content: Record<string, { schema: Schema }> };
  readonly responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}

const document = openapiDocument() as unknown as {
  paths: Record<string, { post: Described }>;
  components: { schemas: Record<string, Schema> };
};
const contract = readWireContract(new Set(OPERATIONS.map(({ id }) => id)));
const entries = Object.entries(contract ?? {});

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.replace("#/components/schemas/", "");
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

function inputOf(described: Described): Schema {
  return resolve(described.requestBody.content["application/json"]?.schema ?? {});
}

function nameOf(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.replace("#/components/schemas/", "");
}

describe.skipIf(contract === undefined).each(entries)("%s", (id, wire) => {
  test("is registered", () => {
    expect(OPERATIONS.map((operation) => operation.id)).toContain(id);
  });

  const byId = document.paths[`/v1/op/${id}`]?.post as Described;

  test("is described with both URLs, its scope, side effect, bearer and x-api-key header", () => {
    expect(byId).toMatchObject({
      operationId: id,
      "x-resource-path": `/v1/${id.replaceAll(".", "/")}`,
      "x-required-scope": wire.scope,
      ...(wire.side_effect === undefined ? {} : { "x-side-effect": wire.side_effect }),
    });
    expect(byId.security).toContainEqual({ bearer: [] });
    expect(byId.security.some((way) => Object.keys(way).length === 0)).toBe(wire.bearer === "optional");
    const header = byId.parameters.find((parameter) => parameter.name.toLowerCase() === "x-api-key");
    expect(header).toMatchObject({ in: "header", required: false });
  });

  test("declares the contract's statuses and ours", () => {
    const declared = ["200", "400", "401", "403", "404", "409", "410", "413", "422", "429", "500", "503"];
    expect(Object.keys(byId.responses)).toEqual(expect.arrayContaining([...declared, `${wire.success}`]));
    for (const status of ["401", "403", "404", "500"]) {
      const problem = resolve(byId.responses[status]?.content["application/problem+json"]?.schema ?? {});
      expect(problem.required).toEqual(expect.arrayContaining(["type", "title", "status", "detail"]));
    }
    const faults = resolve(byId.responses["422"]?.content["application/json"]?.schema ?? {});
    expect(faults.properties?.["detail"]?.items?.required).toEqual(["loc", "msg", "type"]);
  });

  test("takes the contract's input", () => {
    const schema = byId.requestBody.content["application/json"]?.schema;
    if (wire.input_name !== null) expect(nameOf(schema)).toBe(wire.input_name);
    const input = inputOf(byId);
    expect([...(input.required ?? [])].sort()).toEqual([...(wire.input.required ?? [])].sort());
    for (const [field, wanted] of Object.entries(wire.input.properties ?? {})) {
      const ours = input.properties?.[field];
      expect(ours, `input field ${field}`).toBeDefined();
      expect(meaningOf(ours ?? {}), `input field ${field}`).toMatchObject(meaningOf(wanted));
    }
  });

  test("answers at least the contract's output", () => {
    const contents = byId.responses["200"]?.content ?? {};
    if (wire.output_name === null) return;
    const schema = contents["application/json"]?.schema;
    expect(nameOf(schema)).toBe(wire.output_name);
    const output = resolve(schema ?? {});
    expect(output.required ?? []).toEqual(expect.arrayContaining([...(wire.output?.required ?? [])]));
    for (const [field, wanted] of Object.entries(wire.output?.properties ?? {})) {
      const ours = output.properties?.[field];
      expect(ours, `output field ${field}`).toBeDefined();
      expect(meaningOf(ours ?? {}), `output field ${field}`).toMatchObject(meaningOf(wanted));
    }
  });

  test("is there at both URLs, and asks for a bearer exactly where the contract does", async () => {
    const anonymous = new Client(system.url);
    for (const path of [`/v1/op/${id}`, `/v1/${id.replaceAll(".", "/")}`]) {
      const answer = await anonymous.post(path, []);
      expect(answer.status).toBe(wire.bearer === "optional" ? 422 : 401);
      const wrong = await anonymous.post(path, {}, { "x-api-key": `gpra_${"0".repeat(49)}` });
      expect(wrong.status).toBe(401);
    }
  });

  test("needs its scope", async () => {
    const weaker = await keyWithoutScope(wire.scope);
    const answer = await weaker.try(id, {});
    expect(answer.status).toBe(403);
    expect(answer.json.detail).toContain(wire.scope);
  });
});

const weakerKeys = new Map<string, Client>();

async function keyWithoutScope(scope: string): Promise<Client> {
  const known = weakerKeys.get(scope);
  if (known !== undefined) return known;
  const permissions = ["items:read", "collections:read"].filter((other) => other !== scope).slice(0, 1);
  const { key } = await system.client.call("api_keys.create", { name: `not ${scope}`, permissions });
  const client = new Client(system.url, key);
  weakerKeys.set(scope, client);
  return client;
}

test("the OpenAPI document is valid, and served as it is committed", async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(validator.version).toBe("3.1");
  const answer = await new Client(system.url).get("/openapi.json");
  expect(answer.json).toEqual(document);
  const etag = answer.headers.get("etag") ?? "";
  const [small, known] = await Promise.all(
    [{ "accept-encoding": "br" }, { "if-none-match": etag }].map((headers) =>
      fetch(`${system.url}/openapi.json`, { headers }),
    ),
  );
  expect(small?.headers.get("content-encoding")).toBe("br");
  expect(await small?.json()).toEqual(document);
  expect(known?.status).toBe(304);
});

test("a schema's name names one shape", () => {
  const shapes = new Map<string, string>();
  for (const { inputName, input, outputName, output, id } of OPERATIONS) {
    for (const [name, schema] of [[inputName, input] as const, [outputName, output] as const]) {
      if (name === null) continue;
      const shape =
        schema === "binary"
          ? "binary"
          : JSON.stringify(schema.toJSONSchema?.({ unrepresentable: "any" } as never));
      expect(shapes.get(name) ?? shape, `${id}: ${name} names two shapes`).toBe(shape);
      shapes.set(name, shape);
    }
  }
});
