import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { buildProgram } from "./cli/src/program.ts";
import { setUpTerminal } from "./cli/src/terminal.fixture.ts";
import { findPython } from "./find-python.fixture.ts";
import { clientModel } from "./generate/client-model.ts";
import { readOpenapiDocument } from "./generate/openapi-document.ts";
import { GeoperaClient } from "./typescript/src/index.ts";

const root = join(import.meta.dirname, "..");
const { operations } = clientModel(await readOpenapiDocument(root));
const ids = operations.map(({ id }) => id);
const python = findPython("the Python part of clients/every-operation.test.ts");
const run = promisify(execFile);

/** The contract's operations with their fields, where the contract is at hand. */
const contract = await readFile(join(root, "..", "shared", "contract", "operations.json"), "utf8").then(
  (text) => JSON.parse(text) as Record<string, { input: { properties?: Record<string, unknown> } | null }>,
  (): Record<string, never> => {
    console.warn("SKIPPED the flags of ../shared/contract/operations.json: there is no such file");
    return {};
  },
);

type Command = ReturnType<typeof buildProgram>;

function commandOf(id: string): Command | undefined {
  const program = buildProgram(setUpTerminal().io);
  return id
    .split(".")
    .reduce<Command | undefined>(
      (command, word) => command?.commands.find((inner) => inner.name() === word),
      program,
    );
}

describe("every operation of docs/openapi.json", () => {
  test("is there at all", () => {
    expect(ids).toEqual(expect.arrayContaining(["share.link.create", "share.tile.render", "share.tilejson"]));
  });

  test("is a method of the TypeScript client", () => {
    const client: unknown = new GeoperaClient({ baseUrl: "http://127.0.0.1" });
    const methods = ids.map((id) =>
      id.split(".").reduce((part, name) => (part as Record<string, unknown> | undefined)?.[name], client),
    );
    expect(ids.filter((_id, index) => typeof methods[index] !== "function")).toEqual([]);
  });

  test.skipIf(python === undefined)("is a method of both Python clients", async () => {
    const program = `
import functools, inspect, json, keyword, sys
from geopera_share import AsyncGeopera, Geopera
for kind in (Geopera, AsyncGeopera):
    client = kind(base_url="http://127.0.0.1")
    for id in json.loads(sys.argv[1]):
        names = [name + "_" if keyword.iskeyword(name) else name for name in id.split(".")]
        method = functools.reduce(getattr, names, client)
        assert inspect.iscoroutinefunction(method) == (kind is AsyncGeopera), id
`;
    await run(python ?? "", ["-c", program, JSON.stringify(ids)], {
      cwd: join(import.meta.dirname, "python"),
    });
  });

  test("that answers a list in pages is gone through by the clients", () => {
    const isPaged = (name: string) => ["offset", "before", "after"].includes(name);
    const lists = operations.filter(({ input }) => input.fields.some(({ name }) => isPaged(name)));
    expect(lists.length).toBeGreaterThan(20);
    expect(lists.filter(({ paging }) => paging === undefined).map(({ id }) => id)).toEqual([]);
  });

  test.each(operations)("$id is a command with a flag for each of its fields", ({ id, input }) => {
    const command = commandOf(id);
    const flags = command?.options.map(({ long }) => long);
    const fields = [
      ...input.fields.map(({ name }) => name),
      ...Object.keys(contract[id]?.input?.properties ?? {}),
    ];
    expect(flags).toEqual(expect.arrayContaining(fields.map((field) => `--${field.replaceAll("_", "-")}`)));
    expect(flags).toEqual(expect.arrayContaining(["--json", "--output"]));
  });
});

test("the help of every command has an example and a text for each of its flags", () => {
  const leaves = (command: Command): Command[] =>
    command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
  const printed: string[] = [];
  const program = buildProgram(setUpTerminal().io);
  const all = leaves(program);
  expect(all.length).toBeGreaterThan(operations.length);
  for (const command of all) {
    printed.length = 0;
    command.configureOutput({ writeOut: (text) => printed.push(text) }).outputHelp();
    const words = command.name();
    expect(printed.join(""), words).toContain("Examples:\n");
    const silent = command.options.filter(({ description, hidden }) => description === "" && !hidden);
    expect(silent.map(({ flags }) => `${words} ${flags}`)).toEqual([]);
  }
});
