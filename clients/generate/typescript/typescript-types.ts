import type { ClientModel } from "../client-model.ts";
import type { Field, Shape } from "../shape.ts";
import { GENERATED_NOTE, jsDoc } from "./typescript-text.ts";

/** `generated/schemas.ts`: an interface or type for every named schema. */
export function typescriptTypes({ types }: ClientModel): string {
  const declarations = types.map(({ name, shape }) => declaration(name, shape));
  return [GENERATED_NOTE, ...declarations].join("\n");
}

/** The type expression of a shape. */
export function typescriptType(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      // `string & {}` lets editors offer the known values and the compiler take others.
      return shape.known === undefined
        ? "string"
        : [...shape.known.map((value) => JSON.stringify(value)), "(string & {})"].join(" | ");
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      return shape.kind;
    case "integer":
      return "number";
    case "literals":
      return shape.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return `readonly ${parenthesized(shape.items)}[]`;
    case "record":
      return `Readonly<Record<string, ${typescriptType(shape.values)}>>`;
    case "object":
      return isEmpty(shape) ? "Readonly<Record<string, never>>" : `{ ${members(shape).join(" ")} }`;
    case "union":
      return shape.options.map((option) => typescriptType(option)).join(" | ");
    case "named":
      return shape.name;
  }
}

function declaration(name: string, shape: Shape): string {
  if (shape.kind !== "object" || isEmpty(shape)) return `export type ${name} = ${typescriptType(shape)};\n`;
  return `export interface ${name} {\n${members(shape)
    .map((member) => `  ${member.replaceAll("\n", "\n  ")}`)
    .join("\n")}\n}\n`;
}

function members({ fields, open }: Extract<Shape, { kind: "object" }>): string[] {
  return [...fields.map(member), ...(open ? ["readonly [field: string]: unknown;"] : [])];
}

function member(field: Field): string {
  const { name, shape, required } = field;
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const type = typescriptType(shape);
  return `${memberDoc(field)}readonly ${key}${required ? `: ${type}` : `?: ${type} | undefined`};`;
}

function memberDoc({ description, required, default: preset }: Field): string {
  const parts = [
    ...(description === undefined ? [] : [description]),
    ...(required || preset === undefined ? [] : [`Default: \`${JSON.stringify(preset)}\`.`]),
  ];
  return parts.length === 0 ? "" : `${jsDoc(parts.join(" "))}\n`;
}

function parenthesized(shape: Shape): string {
  const type = typescriptType(shape);
  return shape.kind === "union" ||
    (shape.kind === "string" && shape.known !== undefined) ||
    (shape.kind === "literals" && shape.values.length > 1) ||
    shape.kind === "array"
    ? `(${type})`
    : type;
}

function isEmpty(shape: Shape): boolean {
  return shape.kind === "object" && shape.fields.length === 0 && !shape.open;
}
