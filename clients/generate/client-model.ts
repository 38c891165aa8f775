import type { DescribedOperation, OpenapiDocument } from "./openapi-document.ts";
import { pagingOf, type Paging } from "./paging.ts";
import { SchemaNames, typeName } from "./schema-names.ts";
import { bodyShapeOf, shapeOf, type Field, type Shape } from "./shape.ts";

/** What a client has to know about an operation. */
export interface ClientOperation {
  /** Dotted, such as `share.link.create`. */
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly scope: string;
  /** `read`, `compute`, `export` or `destructive`. */
  readonly sideEffect: string;
  /** An input as the document has it. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Making the call twice has the effect of making it once. */
  readonly safe: boolean;
  /** Takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  /** Where it answers a list in pages. */
  readonly paging?: { readonly paging: Paging; readonly row: Shape };
  readonly input: { readonly shape: Shape; readonly fields: readonly Field[]; readonly required: boolean };
  readonly answer: { readonly kind: "json"; readonly shape: Shape } | { readonly kind: "bytes" };
}

/** Everything that the printers write down. */
export interface ClientModel {
  readonly types: readonly { readonly name: string; readonly shape: Shape }[];
  readonly operations: readonly ClientOperation[];
  /** What the groups of operations are about, by the first word of their ids. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Reads the operations and types out of the OpenAPI document. */
export function clientModel(document: OpenapiDocument): ClientModel {
  const names = new SchemaNames(document.components.schemas);
  const described = describedOperations(document);
  for (const { operation } of described) nameInlineSchemas(operation, names);
  const operations = described.map(({ path, operation }) => clientOperation(path, operation, names));
  refuseIdsThatAreGroups(operations);
  const types = [...names.all()].map(([name, schema]) => ({ name, shape: bodyShapeOf(schema, names) }));
  const groups = Object.fromEntries(
    (document.tags ?? []).map(({ name, description }) => [name, description]),
  );
  return { types, operations, groups };
}

/** Each operation is in the document once for every URL form; the path that ends with its id is taken. */
function describedOperations({ paths }: OpenapiDocument): { path: string; operation: DescribedOperation }[] {
  return Object.entries(paths).flatMap(([path, { post }]) =>
    post !== undefined && path.endsWith(`/${post.operationId}`) ? [{ path, operation: post }] : [],
  );
}

function nameInlineSchemas(operation: DescribedOperation, names: SchemaNames): void {
  for (const [schema, suffix] of [
    [inputSchema(operation), "Input"],
    [jsonOutput(operation)?.schema, "Output"],
  ] as const) {
    if (schema?.properties !== undefined) names.add(typeName(operation.operationId) + suffix, schema);
  }
}

function clientOperation(path: string, operation: DescribedOperation, names: SchemaNames): ClientOperation {
  const schema = inputSchema(operation);
  const shape: Shape = schema ? shapeOf(schema, names) : { kind: "object", fields: [], open: false };
  const fields = fieldsOf(shape, names);
  const output = jsonOutput(operation);
  const answered = output ? shapeOf(output.schema ?? {}, names) : undefined;
  const paged = answered && pagedRows(fields, fieldsOf(answered, names), names);
  return {
    id: operation.operationId,
    path,
    summary: operation.summary,
    scope: operation["x-required-scope"],
    sideEffect: operation["x-side-effect"],
    example: operation.requestBody?.content["application/json"]?.example ?? {},
    safe: ["read", "compute"].includes(operation["x-side-effect"]),
    idempotent: (operation.parameters ?? []).some(({ name }) => name.toLowerCase() === "idempotency-key"),
    input: { shape, fields, required: fields.some((field) => field.required) },
    answer: answered ? { kind: "json", shape: answered } : { kind: "bytes" },
    ...(paged === undefined ? {} : { paging: paged }),
  };
}

function pagedRows(input: readonly Field[], answer: readonly Field[], names: SchemaNames) {
  const rowOf = ({ shape }: Field): Shape => (shape.kind === "array" ? shape.items : { kind: "unknown" });
  const paging = pagingOf(input, answer, (rows) => fieldsOf(rowOf(rows), names));
  const rows = answer.find(({ name }) => name === paging?.rows);
  return paging === undefined || rows === undefined ? undefined : { paging, row: rowOf(rows) };
}

function inputSchema(operation: DescribedOperation) {
  return operation.requestBody?.content["application/json"]?.schema;
}

/** Answers are JSON where JSON is the only thing that is declared. */
function jsonOutput(operation: DescribedOperation) {
  const content = operation.responses["200"]?.content ?? {};
  return Object.keys(content).length === 1 ? content["application/json"] : undefined;
}

function fieldsOf(shape: Shape, names: SchemaNames): readonly Field[] {
  if (shape.kind === "object") return shape.fields;
  if (shape.kind !== "named") return [];
  const [, schema] = [...names.all()].find(([name]) => name === shape.name) ?? [];
  return schema === undefined ? [] : fieldsOf(bodyShapeOf(schema, names), names);
}

/** `a.b` cannot be both something to call and a group that holds `a.b.c`. */
function refuseIdsThatAreGroups(operations: readonly ClientOperation[]): void {
  for (const { id } of operations) {
    const inside = operations.find((other) => other.id.startsWith(`${id}.`));
    if (inside !== undefined) throw new Error(`${id} is an operation and the group of ${inside.id}`);
  }
}
