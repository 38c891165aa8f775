import type { ClientModel, ClientOperation } from "../client-model.ts";
import type { Field, Shape } from "../shape.ts";
import { GENERATED_NOTE } from "../typescript/typescript-text.ts";

/** Flags that every command has for itself; a field of that name gets `-field` behind its own. */
const OWN_FLAGS = ["json", "output", "help", "bbox", "zoom", "concurrency", "yes"];

/** `generated/commands.ts`: one command for each operation, one flag for each field. */
export function cliCommands({ operations, types }: ClientModel): string {
  const shapes = new Map(types.map(({ name, shape }) => [name, shape]));
  const commands = operations.map((operation) => {
    const { flags, ...facts } = command(operation, shapes);
    const lines = flags.map((flag) => `\n      ${JSON.stringify(flag)},`);
    return `  {\n    ...${JSON.stringify(facts)},\n    flags: [${lines.join("")}${lines.length === 0 ? "" : "\n    "}],\n  },`;
  });
  return `${GENERATED_NOTE}
import type { CommandDefinition } from "../command-definition.ts";

/** Every operation as a command. */
export const COMMANDS: readonly CommandDefinition[] = [
${commands.join("\n")}
];
`;
}

function command({ id, summary, scope, input, answer }: ClientOperation, shapes: ReadonlyMap<string, Shape>) {
  const isTile = ["z", "x", "y"].every((name) =>
    input.fields.some((field) => field.name === name && field.required && field.shape.kind === "integer"),
  );
  const ownFlags = isTile && answer.kind === "bytes" ? OWN_FLAGS : OWN_FLAGS.slice(0, 3);
  return {
    id,
    summary,
    scope,
    answer: answer.kind,
    isTile: isTile && answer.kind === "bytes",
    flags: input.fields.map((field) => flag(field, ownFlags, shapes)),
  };
}

function flag(field: Field, ownFlags: readonly string[], shapes: ReadonlyMap<string, Shape>) {
  const name = field.name.replaceAll("_", "-");
  return {
    field: field.name,
    flag: ownFlags.includes(name) ? `${name}-field` : name,
    required: field.required,
    ...valueOf(field.shape, shapes),
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(field.default === undefined ? {} : { preset: field.default }),
  };
}

/** How a flag's text becomes a value; null is left to `--json`. */
function valueOf(
  shape: Shape,
  shapes: ReadonlyMap<string, Shape>,
): { value: string; choices?: readonly string[] } {
  switch (shape.kind) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return { value: shape.kind };
    case "literals":
      return shape.values.every((value) => typeof value === "string")
        ? { value: "string", choices: shape.values }
        : { value: "json" };
    case "array": {
      const { value, choices } = valueOf(shape.items, shapes);
      if (value === "string") return { value: "strings", ...(choices && { choices }) };
      return { value: value === "number" || value === "integer" ? "numbers" : "json" };
    }
    case "union": {
      const [only, ...others] = shape.options.filter((option) => option.kind !== "null");
      return only !== undefined && others.length === 0 ? valueOf(only, shapes) : { value: "json" };
    }
    case "named": {
      const named = shapes.get(shape.name);
      return named === undefined ? { value: "json" } : valueOf(named, shapes);
    }
    case "object":
    case "record":
    case "null":
    case "unknown":
      return { value: "json" };
  }
}
