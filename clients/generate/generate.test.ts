import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { findPython } from "../find-python.fixture.ts";
import { cliCommands } from "./cli/cli-commands.ts";
import { clientModel } from "./client-model.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { OpenapiDocument } from "./openapi-document.ts";
import { pythonResources } from "./python/python-operations.ts";
import { pythonTypes } from "./python/python-types.ts";
import { typescriptOperations, typescriptOperationTree } from "./typescript/typescript-operations.ts";
import { typescriptTypes } from "./typescript/typescript-types.ts";

interface Described {
  readonly input?: JsonSchema;
  readonly output?: JsonSchema;
}

/** A document with these operations and components. */
function documentOf(
  operations: Readonly<Record<string, Described>>,
  schemas: Readonly<Record<string, JsonSchema>> = {},
): OpenapiDocument {
  const paths = Object.entries(operations).flatMap(([id, { input, output }]) => {
    const post = {
      operationId: id,
      summary: `Does "${id}".`,
      "x-required-scope": "a:read",
      "x-side-effect": "read",
      ...(input && { requestBody: { content: { "application/json": { schema: input } } } }),
      responses: {
        "200": { content: output ? { "application/json": { schema: output } } : { "image/png": {} } },
      },
    };
    return [
      [`/v1/op/${id}`, { post }],
      [`/v1/${id.replaceAll(".", "/")}`, { post: { ...post, operationId: `${id}:resource` } }],
    ] as const;
  });
  return { paths: Object.fromEntries(paths), components: { schemas } };
}

const POINT: JsonSchema = {
  type: "object",
  properties: { x: { type: "number" }, y: { type: "number" } },
  required: ["x", "y"],
  additionalProperties: false,
};

describe("the model of a document", () => {
  test("has every operation once, at the path of its id", () => {
    const { operations } = clientModel(documentOf({ "a.b": {}, c: {} }));
    expect(operations.map(({ id, path }) => [id, path])).toEqual([
      ["a.b", "/v1/op/a.b"],
      ["c", "/v1/op/c"],
    ]);
  });

  test("refuses an id that is also the beginning of others", () => {
    expect(() => clientModel(documentOf({ "a.b": {}, "a.b.c": {} }))).toThrow(
      "a.b is an operation and the group of a.b.c",
    );
  });

  test("refuses a schema that it does not support, instead of leaving it out", () => {
    const model = (output: JsonSchema) => () => clientModel(documentOf({ a: { output } }));
    expect(model({ $ref: "#/components/schemas/Missing" })).toThrow("nothing lies at");
    expect(model({ type: "file" })).toThrow("the type file is not understood");
    expect(model({ allOf: [POINT, POINT] })).toThrow("allOf");
  });

  test("names an answer after its operation, and an object that is written out after the schema it equals", () => {
    const output: JsonSchema = { type: "object", properties: { points: { type: "array", items: POINT } } };
    const types = typescriptTypes(
      clientModel(documentOf({ "map.points": { output } }, { src__shapes__Point: POINT })),
    );
    expect(types).toContain("export interface Point {");
    expect(types).toContain(
      "export interface MapPointsOutput {\n  readonly points?: readonly Point[] | undefined;",
    );
  });
});

/** Everything that is hard to write down in one of the languages. */
const ODD = documentOf(
  {
    "jobs.import": {
      input: { $ref: "#/components/schemas/Odd" },
      output: { type: "array", items: { type: "string" } },
    },
    "jobs.list": { output: { type: "object", additionalProperties: { type: "integer" } } },
    "jobs.logs.get": {},
    ping: { output: { type: "boolean" } },
  },
  {
    Odd: {
      type: "object",
      properties: {
        from: { type: "string", description: 'Says "from" */ or \\ where' },
        "content-type": { type: ["string", "null"] },
        kind: { enum: ["a", "b", null] },
        json: { type: "string", default: "x" },
        format: { type: "string", examples: ["png", "jpg"] },
        nested: {
          type: "object",
          properties: { inner: POINT, list: { type: "array", items: { const: 1 } } },
        },
        matrix: { type: "array", items: { type: "array", items: { type: "number" } } },
      },
      required: ["from"],
      additionalProperties: {},
    },
  },
);

describe("an odd document", () => {
  const model = clientModel(ODD);
  const python = findPython("the Python part of clients/generate/generate.test.ts");

  test("makes TypeScript that says the same", () => {
    const types = typescriptTypes(model);
    expect(types).toContain('readonly "content-type"?: string | null | undefined;');
    expect(types).toContain('readonly format?: "png" | "jpg" | (string & {}) | undefined;');
    expect(types).toContain('readonly kind?: "a" | "b" | null | undefined;');
    expect(types).toContain("readonly matrix?: readonly (readonly number[])[] | undefined;");
    expect(types).toContain('/** Says "from" * / or \\ where */');
    expect(typescriptOperations(model)).toContain(
      '"jobs.list": { input: Readonly<Record<string, never>>; output: Readonly<Record<string, number>> };',
    );
    expect(typescriptOperationTree(model)).toContain(
      'this.ping = (input = {}, options) => invoke("ping", input, options);',
    );
  });

  test.skipIf(python === undefined)("makes Python that Python takes", () => {
    const stubs =
      "import sys, types\nfor name in ('p', 'p._generated', 'p._binary_answer', 'p._generated.schemas'):\n    sys.modules[name] = types.ModuleType(name)\nsys.modules['p._binary_answer'].BinaryAnswer = bytes\nsys.modules['p._generated'].__path__ = []\n";
    const program = `${stubs}
schemas = sys.modules['p._generated.schemas']
sys.modules['p._generated'].schemas = schemas
exec(compile(${JSON.stringify(pythonTypes(model))}, 'schemas.py', 'exec'), schemas.__dict__)
names = {'__package__': 'p._generated'}
exec(compile(${JSON.stringify(pythonResources(model))}, 'resources.py', 'exec'), names)
tree = names['Operations'](lambda operation, input, fields: (operation, fields), None)
print(tree.jobs.import_(**{'from': 'x'}), tree.jobs.logs.get(), sorted(schemas.Odd.__required_keys__))
`;
    const printed = execFileSync(python ?? "", ["-c", program], { encoding: "utf8" });
    expect(printed).toBe("('jobs.import', {'from': 'x'}) ('jobs.logs.get', {}) ['from']\n");
  });

  test("makes commands whose flags do not collide with their own", () => {
    const commands = cliCommands(model);
    expect(commands).toContain(
      '{"field":"json","flag":"json-field","required":false,"value":"string","preset":"x"}',
    );
    expect(commands).toContain(
      '{"field":"content-type","flag":"content-type","required":false,"value":"string"}',
    );
    expect(commands).toContain('{"field":"matrix","flag":"matrix","required":false,"value":"json"}');
  });
});
