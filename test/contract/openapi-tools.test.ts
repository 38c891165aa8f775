import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../infra/package-root.ts";

const run = promisify(execFile);
const tools = join(packageRoot, "test", "openapi-tools");
const document = join(packageRoot, "docs", "openapi.json");
const areInstalled = existsSync(join(tools, "node_modules", ".package-lock.json"));
if (!areInstalled) console.warn("SKIPPED openapi-tools.test.ts: `npm run openapi:tools` installs the tools");

const TIMEOUT = 180_000;

/** Runs one of the tools in a folder of its own; its exit code and all that it printed. */
async function tool(
  name: string,
  args: readonly string[],
  cwd: string,
): Promise<[code: number, text: string]> {
  const path = join(tools, "node_modules", ".bin", name);
  const env = {
    ...process.env,
    NO_COLOR: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  try {
    const { stdout, stderr } = await run(path, args, { cwd, env, maxBuffer: 64e6 });
    return [0, stdout + stderr];
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return [code, stdout + stderr];
  }
}

describe.skipIf(!areInstalled)("docs/openapi.json", () => {
  let folder = "";
  beforeAll(async () => {
    // Below the tools, so that generated code finds their packages.
    folder = await mkdtemp(join(tools, "node_modules", ".made-"));
  });
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  test("is valid by swagger-parser", async () => {
    const program = `
      import parser from "@apidevtools/swagger-parser";
      await parser.validate(process.argv[1]);`;
    const done = await run(process.execPath, ["--input-type=module", "-e", program, document], {
      cwd: tools,
    });
    expect(done.stderr).toBe("");
  });

  test("has no fault and no warning by redocly", { timeout: TIMEOUT }, async () => {
    await writeFile(join(folder, "redocly.yaml"), "extends: [recommended]\n");
    const args = ["lint", "--config", join(folder, "redocly.yaml"), "--format", "json", document];
    const [code, text] = await tool("redocly", args, folder);
    const { totals } = JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)) as {
      totals: { errors: number; warnings: number };
    };
    expect({ code, errors: totals.errors, warnings: totals.warnings }, text.slice(0, 2_000)).toEqual({
      code: 0,
      errors: 0,
      warnings: 0,
    });
  });

  test("has no fault and no warning by spectral", { timeout: TIMEOUT }, async () => {
    await writeFile(join(folder, ".spectral.yaml"), 'extends: ["spectral:oas"]\n');
    const rules = ["--ruleset", join(folder, ".spectral.yaml"), "--fail-severity", "warn"];
    const [code, text] = await tool("spectral", ["lint", ...rules, "-f", "text", document], folder);
    expect(code, text.slice(0, 2_000)).toBe(0);
  });

  test(
    "makes clients that compile, by openapi-typescript, hey-api and orval",
    { timeout: TIMEOUT },
    async () => {
      const settings = {
        api: { input: document, output: { target: "./orval/api.ts", client: "fetch", mode: "single" } },
      };
      await writeFile(join(folder, "orval.config.cjs"), `module.exports = ${JSON.stringify(settings)};`);
      const made = await Promise.all([
        // Fields with a default may be left out of a call.
        tool("openapi-typescript", [document, "--default-non-nullable=false", "-o", "types.ts"], folder),
        tool("openapi-ts", ["-i", document, "-o", "hey"], folder),
        tool("orval", ["--config", "orval.config.cjs"], folder),
      ]);
      for (const [code, text] of made) expect(code, text.slice(0, 2_000)).toBe(0);
      await writeFile(join(folder, "use.ts"), USE);
      const strict = ["--noEmit", "--strict", "--skipLibCheck", "--allowImportingTsExtensions"];
      const modules = ["--module", "nodenext", "--moduleResolution", "nodenext"];
      const target = ["--target", "es2022", "--lib", "es2022,dom,dom.iterable"];
      const [code, text] = await tool("tsc", [...strict, ...modules, ...target, "use.ts"], folder);
      expect(code, text.slice(0, 2_000)).toBe(0);
    },
  );
});

/** What a developer writes with each of them. */
const USE = `
import type { paths } from "./types.ts";
import { shareLinkCreate, itemsTileRender, shareTileGet } from "./hey/sdk.gen.ts";
import { shareLinkCreate as create } from "./orval/api.ts";

type Body = paths["/v1/op/share.link.create"]["post"]["requestBody"]["content"]["application/json"];
const body = {
  target_type: "item", target_id: "x", password: "correct horse", expires_at: "2027-01-01T00:00:00Z",
} as const satisfies Body;

export async function use(): Promise<string | undefined> {
  const made = await shareLinkCreate({ body });
  await create(body);
  await itemsTileRender({ body: { item_id: "x", z: 1, x: 0, y: 0 } });
  await shareTileGet({ path: { grant: "g", z: 1, x: 0, y: "0", format: "png" } });
  return made.data?.page_url;
}
`;
