import type { ClientModel } from "../client-model.ts";
import { typeName } from "../schema-names.ts";
import type { Field, Shape } from "../shape.ts";
import { docstring, GENERATED_NOTE, importUsed, isPythonField, pythonLiteral } from "./python-text.ts";

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** `_generated/schemas.py`: a TypedDict for every named schema, each after the ones it is made of. */
export function pythonTypes({ types }: ClientModel): string {
  const shapes = new Map(types.map(({ name, shape }) => [name, shape]));
  const declared = new Map<string, string>();
  const started = new Set<string>();
  const declareNamed = (name: string): void => {
    const shape = shapes.get(name);
    if (shape === undefined || started.has(name)) return;
    started.add(name);
    declare(name, shape);
  };
  const declare = (name: string, shape: Shape): void => {
    const text =
      shape.kind === "object"
        ? typedDict(name, shape, (inner, hint) => pythonType(inner, { hint, declareNamed, declareInline }))
        : `${name}: TypeAlias = ${pythonType(shape, { hint: name, declareNamed, declareInline })}`;
    declared.set(name, text);
  };
  const declareInline = (hint: string, shape: ObjectShape): string => {
    let name = hint;
    while (shapes.has(name) || declared.has(name)) name += "_";
    declare(name, shape);
    return name;
  };
  for (const { name } of types) declareNamed(name);
  const text = [...declared.values()].map((declaration) => `\n\n${declaration}\n`).join("");
  return `${GENERATED_NOTE}
"""Inputs and outputs of operations."""

${importUsed("typing", ["Any", "Literal", "NotRequired", "TypeAlias", "TypedDict"], text)}
__all__ = [
${[...declared.keys()].map((name) => `    ${JSON.stringify(name)},\n`).join("")}]
${text}`;
}

/** How names inside a type expression come about. */
export interface TypeContext {
  /** The name for an object that has none. */
  readonly hint: string;
  /** What stands before a named type. */
  readonly prefix?: string;
  readonly declareNamed?: (name: string) => void;
  readonly declareInline?: (hint: string, shape: ObjectShape) => string;
}

const PLAIN = {
  string: "str",
  integer: "int",
  number: "float",
  boolean: "bool",
  null: "None",
  unknown: "Any",
} as const;

/** The type expression of a shape. */
export function pythonType(shape: Shape, context: TypeContext): string {
  const { hint, prefix = "" } = context;
  // A class with a method called `list` has no other `list` inside.
  const builtins = prefix === "" ? "" : "builtins.";
  switch (shape.kind) {
    case "string":
      return shape.known === undefined
        ? PLAIN.string
        : `Literal[${shape.known.map((value) => pythonLiteral(value)).join(", ")}] | str`;
    case "integer":
    case "number":
    case "boolean":
    case "null":
    case "unknown":
      return PLAIN[shape.kind];
    case "literals":
      return `Literal[${shape.values.map((value) => pythonLiteral(value)).join(", ")}]`;
    case "array":
      return `${builtins}list[${pythonType(shape.items, { ...context, hint: `${hint}Item` })}]`;
    case "record":
      return `${builtins}dict[str, ${pythonType(shape.values, { ...context, hint: `${hint}Value` })}]`;
    case "object":
      return context.declareInline?.(hint, shape) ?? "dict[str, Any]";
    case "union":
      return shape.options.map((option) => pythonType(option, context)).join(" | ");
    case "named":
      context.declareNamed?.(shape.name);
      return prefix + shape.name;
  }
}

function typedDict(name: string, shape: ObjectShape, typeOf: (shape: Shape, hint: string) => string): string {
  const fields = shape.fields.map((field) => {
    const type = typeOf(field.shape, name + typeName(field.name));
    return { field, type: field.required ? type : `NotRequired[${type}]` };
  });
  if (!fields.every(({ field }) => isPythonField(field.name))) {
    const entries = fields.map(({ field, type }) => `    ${JSON.stringify(field.name)}: ${type},`);
    return `${name} = TypedDict("${name}", {\n${entries.join("\n")}\n})`;
  }
  const lines = fields.map(({ field, type }) => `    ${field.name}: ${type}${fieldDoc(field)}`);
  return `class ${name}(TypedDict):\n${lines.length === 0 ? '    """No fields."""' : lines.join("\n")}`;
}

function fieldDoc({ description, required, default: preset }: Field): string {
  const parts = [
    ...(description === undefined ? [] : [description]),
    ...(required || preset === undefined ? [] : [`Default: ${pythonLiteral(preset)}.`]),
  ];
  return parts.length === 0 ? "" : `\n    ${docstring(parts.join(" "))}`;
}
