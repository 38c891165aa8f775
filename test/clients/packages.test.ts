import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { json, startScriptedServer, type ScriptedServer } from "../../clients/scripted-server.fixture.ts";
import { packageRoot } from "../../infra/package-root.ts";
import { findChromium, startChromium } from "../support/chromium.ts";

const run = promisify(execFile);
const tools = join(packageRoot, "test", "package-tools", "node_modules", ".bin");
const clients = join(packageRoot, "clients");
const hasTools = existsSync(tools);
if (!hasTools) console.warn("SKIPPED tools of packages.test.ts: `npm run packages:tools` installs them");
const chromium = findChromium("test/clients/packages.test.ts");

/** What is built without a network: with Debian's pip, setuptools and wheel. */
const PYTHON = "/usr/bin/python3";
const hasPython = await run(PYTHON, ["-c", "import setuptools, pip, wheel, venv, httpx"]).then(
  () => true,
  () => false,
);
if (!hasPython) console.warn("SKIPPED the wheel of packages.test.ts: no Debian Python with pip and httpx");

/** Calls one operation of a service at `URL`, and says who it is. */
const CALL = `
const client = new GeoperaClient({ baseUrl: URL_OF_SERVICE });
const { projects } = await client.projects.list();
`;

let folder: string;
let project: string;
let packed: Record<"share-client" | "share-cli", string>;
let service: ScriptedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "geopera-packages-"));
  service = await startScriptedServer(() =>
    json({ projects: [{ id: "p", name: "P" }], total: 1 }, 200, {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
    }),
  );
  await run(join(packageRoot, "node_modules", ".bin", "tsc"), ["-b", "clients"], { cwd: packageRoot });
  const words = [
    "pack",
    "--json",
    "--pack-destination",
    folder,
    "-w",
    "clients/typescript",
    "-w",
    "clients/cli",
  ];
  await run("npm", words, { cwd: packageRoot });
  const tarballs = await readdir(folder);
  const tarball = (name: string) => join(folder, tarballs.find((each) => each.includes(name)) ?? name);
  packed = { "share-client": tarball("share-client"), "share-cli": tarball("share-cli") };
  project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), '{ "name": "empty", "private": true }');
  const install = ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", [...install, packed["share-client"], packed["share-cli"]], { cwd: project });
}, 120_000);
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a program of the empty project. */
async function inProject(file: string, text: string, program: string, ...words: string[]): Promise<string> {
  await writeFile(join(project, file), text.replace("URL_OF_SERVICE", JSON.stringify(service.url)));
  const { stdout } = await run(program, [...words, file], { cwd: project });
  return stdout.trim();
}

describe("the packages of npm", () => {
  test("hold what is built, a licence, a readme and a changelog, and no test", async () => {
    for (const name of ["share-client", "share-cli"] as const) {
      const { stdout } = await run("tar", ["-tzf", packed[name]]);
      const files = stdout.split("\n").map((path) => path.replace("package/", ""));
      expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "package.json"]));
      expect(files.filter((path) => /test|fixture|tsbuildinfo|(?<!\.d)\.ts$/.test(path))).toEqual([]);
      const manifest = JSON.parse(
        await readFile(join(project, "node_modules", "@geopera", name, "package.json"), "utf8"),
      ) as Record<string, unknown>;
      expect(manifest).toMatchObject({
        license: "MIT",
        author: expect.any(String),
        homepage: expect.any(String),
        repository: { type: "git", directory: expect.stringContaining("clients/") },
        publishConfig: { provenance: true },
        engines: { node: ">=20.19" },
      });
      expect(manifest).not.toHaveProperty("private");
    }
  });

  test("work in an empty project: as ESM, by require, in TypeScript, and as a command", async () => {
    const say = `${CALL}console.log(projects[0].name, typeof openFile);`;
    const esm = `import { GeoperaClient } from "@geopera/share-client";
import { openFile } from "@geopera/share-client/node";\n${say}`;
    expect(await inProject("esm.mjs", esm, process.execPath)).toBe("P function");
    const cjs = `const { GeoperaClient } = require("@geopera/share-client");
const { openFile } = require("@geopera/share-client/node");\n(async () => {${say}})();`;
    expect(await inProject("cjs.cjs", cjs, process.execPath, "--no-warnings")).toBe("P function");
    const ts = `import { GeoperaClient, NotFoundError, type ShareLinkCreate } from "@geopera/share-client";\n${CALL}
const link: Partial<ShareLinkCreate> = { target_type: "item" };
export const name: string | undefined = projects[0]?.name;
// @ts-expect-error: an item is no planet
link satisfies { target_type: "planet" };
export const failure: Error = new NotFoundError("x", { operation: "x" });\n`;
    const options = [
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      "nodenext",
      "--lib",
      "es2022,dom",
    ];
    await inProject("types.mts", ts, join(packageRoot, "node_modules", ".bin", "tsc"), ...options);
    for (const name of ["geopera", "geopera-share"]) {
      const { stdout } = await run(join(project, "node_modules", ".bin", name), ["--version"]);
      expect(stdout.trim()).toBe("0.2.0");
    }
    const env = { ...process.env, GEOPERA_BASE_URL: service.url };
    const words = ["projects", "list", "--jq", ".projects[].name"];
    expect((await run(join(project, "node_modules", ".bin", "geopera"), words, { env })).stdout).toBe("P\n");
  });

  test.skipIf(!hasTools)("are what publint and Are the types wrong? take", async () => {
    for (const name of ["share-client", "share-cli"] as const) {
      const lint = await run(join(tools, "publint"), ["--strict", packed[name]]);
      expect(lint.stdout, lint.stdout).toContain("All good!");
    }
    // ESM only, and required from Node 20.19 on: the profile of that.
    const words = [packed["share-client"], "--profile", "esm-only", "--format", "json"];
    const { stdout } = await run(join(tools, "attw"), words, { env: { ...process.env, NO_COLOR: "1" } });
    expect((JSON.parse(stdout) as { analysis: { types: unknown } }).analysis.types).toMatchObject({
      kind: "included",
    });
  });

  test.skipIf(!hasTools)("work in Deno", { timeout: 60_000 }, async () => {
    const program = `import { GeoperaClient } from "@geopera/share-client";\n${CALL}console.log(projects[0].name);`;
    const words = [
      "run",
      "--quiet",
      "--node-modules-dir=manual",
      "--no-lock",
      "--allow-net=127.0.0.1",
      "--no-prompt",
    ];
    expect(await inProject("deno.mjs", program, join(tools, "deno"), ...words)).toBe("P");
    expect(service.requests.at(-1)?.headers["user-agent"]).toMatch(/^geopera-share-typescript\/\S+ deno\//);
  });

  test.skipIf(chromium === undefined)("make a bundle for browsers", { timeout: 60_000 }, async () => {
    await writeFile(
      join(project, "entry.mjs"),
      `import { GeoperaClient } from "@geopera/share-client";
export const name = async (baseUrl) => (await new GeoperaClient({ baseUrl }).projects.list()).projects[0].name;`,
    );
    await build({
      root: project,
      configFile: false,
      logLevel: "error",
      build: { lib: { entry: "entry.mjs", formats: ["es"], fileName: "bundle" }, outDir: "bundle" },
    });
    const [file = ""] = (await readdir(join(project, "bundle"))).filter((name) => /\.m?js$/.test(name));
    const bundle = await readFile(join(project, "bundle", file));
    const site = await serve((path) => (path === "/" ? Buffer.from("<!doctype html>") : bundle));
    const browser = await startChromium(chromium ?? "");
    try {
      const page = await browser.newPage();
      await page.goto(site.url);
      const name = `import("/bundle.js").then((bundle) => bundle.name(${JSON.stringify(service.url)}))`;
      expect(await page.evaluate(name)).toBe("P");
    } finally {
      await browser.close();
      site.server.close();
    }
  });
});

test.skipIf(!hasPython)(
  "the wheel works in an empty environment beside the official name",
  { timeout: 90_000 },
  async () => {
    const source = join(folder, "python");
    await cp(join(clients, "python"), source, { recursive: true });
    const pip = ["-m", "pip", "--disable-pip-version-check", "--no-input"];
    const offline = ["--no-index", "--no-deps", "--no-build-isolation"];
    await run(PYTHON, [...pip, "wheel", "--quiet", ...offline, "-w", folder, source]);
    const wheel = (await readdir(folder)).find((name) => name.endsWith(".whl")) ?? "";
    expect(wheel).toBe("geopera_share-0.2.0-py3-none-any.whl");
    const { stdout: listed } = await run(PYTHON, ["-m", "zipfile", "-l", join(folder, wheel)]);
    for (const name of ["geopera_share/py.typed", "LICENSE", "geopera_share/_generated/errors.py"]) {
      expect(listed).toContain(name);
    }
    expect(listed).not.toContain("tests/");
    // httpx is Debian's: PyPI is not needed.
    const environment = join(folder, "environment");
    await run(PYTHON, ["-m", "venv", "--system-site-packages", "--without-pip", environment]);
    const python = join(environment, "bin", "python");
    await run(python, [...pip, "install", "--quiet", "--no-index", "--no-deps", join(folder, wheel)]);
    const program = `
import geopera_share, importlib.util
from geopera_share.errors import NotFoundError
from geopera_share.types import ShareLinkCreate
with geopera_share.Geopera(base_url=${JSON.stringify(service.url)}) as client:
    print(geopera_share.__version__, client.projects.list()["projects"][0]["name"], importlib.util.find_spec("geopera"))
`;
    const { stdout } = await run(python, ["-I", "-c", program]);
    expect(stdout.trim()).toBe("0.2.0 P None");
  },
);

test("the licence beside each package is the project's", async () => {
  const text = await readFile(join(packageRoot, "LICENSE"), "utf8");
  for (const name of ["typescript", "cli", "python"]) {
    expect(await readFile(join(clients, name, "LICENSE"), "utf8")).toBe(text);
  }
});

async function serve(answer: (path: string) => Buffer): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    response.setHeader("content-type", path.endsWith(".js") ? "text/javascript" : "text/html");
    response.end(answer(path));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
