import type { ClientModel, ClientOperation } from "../client-model.ts";
import type { Field, Shape } from "../shape.ts";
import { GENERATED_NOTE } from "../typescript/typescript-text.ts";

/** Flags that every command has for itself; a field of that name gets `-field` behind its own. */
const OWN_FLAGS = ["json", "output", "help", "jq", "all", "yes", "expires-in", "bbox", "zoom", "concurrency"];

/** The flags among them that only commands of tiles have. */
const TILE_FLAGS = ["bbox", "zoom", "concurrency"];

/** `generated/commands.ts`: one command for each operation, one flag for each field. */
export function cliCommands({ operations, types, groups }: ClientModel): string {
  const shapes = new Map(types.map(({ name, shape }) => [name, shape]));
  const commands = operations.map((operation) => {
    const { flags, ...facts } = command(operation, shapes);
    const lines = flags.map((flag) => `\n      ${JSON.stringify(flag)},`);
    return `  {\n    ...${JSON.stringify(facts)},\n    flags: [${lines.join("")}${lines.length === 0 ? "" : "\n    "}],\n  },`;
  });
  const firstWords = new Set(operations.map(({ id }) => id.split(".")[0] ?? id));
  const texts = Object.entries(groups).filter(([name]) => firstWords.has(name));
  return `${GENERATED_NOTE}
import type { CommandDefinition } from "../command-definition.ts";

/** Every operation as a command. */
export const COMMANDS: readonly CommandDefinition[] = [
${commands.join("\n")}
];

/** What the groups of commands are about, by their first word. */
export const GROUPS: Readonly<Record<string, string>> = {
${texts.map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},`).join("\n")}
};
`;
}

function command(operation: ClientOperation, shapes: ReadonlyMap<string, Shape>) {
  const { id, summary, scope, sideEffect, example, input, answer, paging } = operation;
  const isTile = ["z", "x", "y"].every((name) =>
    input.fields.some((field) => field.name === name && field.required && field.shape.kind === "integer"),
  );
  const isTileCommand = isTile && answer.kind === "bytes";
  const ownFlags = OWN_FLAGS.filter((name) => isTileCommand || !TILE_FLAGS.includes(name));
  return {
    id,
    summary,
    scope,
    answer: answer.kind,
    isTile: isTileCommand,
    ...(sideEffect === "destructive" ? { destroys: true } : {}),
    ...(paging === undefined ? {} : { rows: paging.paging.rows }),
    ...(Object.keys(example).length === 0 ? {} : { example }),
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
    ...(field.isTime ? { isTime: true } : {}),
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(field.default === undefined ? {} : { preset: field.default }),
  };
}

/** How a flag's text becomes a value; null is left to `--json`. */
function valueOf(
  shape: Shape,
  shapes: ReadonlyMap<string, Shape>,
): { value: string; choices?: readonly string[]; known?: readonly string[] } {
  switch (shape.kind) {
    case "string":
      return { value: "string", ...(shape.known && { known: shape.known }) };
    case "integer":
    case "number":
    case "boolean":
      return { value: shape.kind };
    case "literals":
      return shape.values.every((value) => typeof value === "string")
        ? { value: "string", choices: shape.values }
        : { value: "json" };
    case "array": {
      const { value, choices, known } = valueOf(shape.items, shapes);
      if (value === "string")
        return { value: "strings", ...(choices && { choices }), ...(known && { known }) };
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
