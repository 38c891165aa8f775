import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { json, startScriptedServer } from "../../../scripted-server.fixture.ts";
import { buildProgram } from "../program.ts";
import { setUpTerminal } from "../terminal.fixture.ts";
import { candidates } from "./complete.ts";
import { COMPLETION_SCRIPTS, type Shell } from "./scripts.ts";

const run = promisify(execFile);

const offered = (...words: string[]) => {
  const program = buildProgram(setUpTerminal().io);
  return candidates(program, words, ["home", "work"]).map(({ word }) => word);
};

describe("what may follow", () => {
  test.each([
    [["sh"], ["share"]],
    [
      ["share", ""],
      ["link", "tile", "tilejson"],
    ],
    [
      ["share", "link", ""],
      ["create", "revoke", "validate"],
    ],
    [
      ["--profile", "work", "share", "ti"],
      ["tile", "tilejson"],
    ],
    [
      ["share", "link", "create", "--tar"],
      ["--target-type", "--target-id"],
    ],
    [
      ["share", "link", "create", "--target-type", ""],
      ["item", "collection"],
    ],
    [["share", "link", "create", "--target-type", "item", "--pe"], ["--permission"]],
    [
      ["--profile", ""],
      ["home", "work"],
    ],
    [["api-keys", "revoke", "--k"], ["--key-id"]],
    [["completion", "f"], ["fish"]],
    [
      ["share", "link", "create", "-o", ""],
      ["table", "json", "csv"],
    ],
    [["share", "tile", "render", "-o", ""], []],
    [
      ["share", "tile", "render", "--format", ""],
      ["png", "webp"],
    ],
  ])("%j is %j", (words, expected) => {
    expect(offered(...words)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0 || words.at(-1) !== "") expect(offered(...words)).toEqual(expected);
  });

  test("are ids of the service with their names, within what is typed already", async () => {
    const server = await startScriptedServer(({ path }) =>
      path.endsWith("projects.list")
        ? json({ projects: [{ id: "p1", name: "Harbour" }], total: 1 })
        : json({ collections: [{ id: "c1", name: "Scenes" }], total: 1 }),
    );
    try {
      const terminal = setUpTerminal({ env: { GEOPERA_BASE_URL: server.url, GEOPERA_TOKEN: "gpra_x" } });
      const complete = async (...words: string[]) => (await terminal.geopera("__complete", ...words)).stdout;
      expect(await complete("items", "list", "--project-id", "")).toBe("p1\tHarbour\n");
      const words = ["share", "link", "create", "--target-type", "collection", "--target-id", "c"];
      expect(await complete(...words)).toBe("c1\tScenes\n");
    } finally {
      await server.stop();
    }
    expect((await setUpTerminal().geopera("__complete", "items", "list", "--project-id", "")).stdout).toBe(
      "",
    );
  });

  test("prints candidates for the shell, each with a tab and its meaning", async () => {
    const { code, stdout } = await setUpTerminal().geopera("__complete", "share", "link", "rev");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^revoke\tKill a link .*\n$/)]);
  });
});

/** The candidates that a shell prints for `geopera share link c`. */
const PROBES: Readonly<Record<Shell, string>> = {
  bash: `eval "$(geopera completion bash)"; COMP_WORDS=(geopera share link c); COMP_CWORD=3; _geopera; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: `compdef() { : }; _files() { echo files }; _describe() { print -l -- "\${(@P)2%%:*}" }
        eval "$(geopera completion zsh)"; words=(geopera share link c); CURRENT=4; _geopera`,
  fish: `geopera completion fish | source; complete -C 'geopera share link c' | string split -f1 \\t`,
};

describe.each(Object.keys(COMPLETION_SCRIPTS) as Shell[])("the script of %s", (shell) => {
  const isThere = hasShell(shell);
  let folder: string;

  // A stand-in for the command with fixed answers: the test is about the script.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "geopera-completion-"));
    await writeFile(join(folder, "script"), COMPLETION_SCRIPTS[shell]);
    const answers = `#!/bin/sh
      case "$1 $2 $3 $4" in
        completion*) cat ${folder}/script ;;
        "__complete share link c") printf 'create\\tMint a link: now\\n' ;;
        *) printf 'wrong\\t%s\\n' "$*" ;;
      esac`;
    await writeFile(join(folder, "geopera"), answers);
    await chmod(join(folder, "geopera"), 0o755);
  });

  test.skipIf(!isThere)("offers what geopera answers", async () => {
    const { stdout } = await run(shell, ["-c", PROBES[shell]], {
      env: { PATH: `${folder}:${process.env["PATH"] ?? ""}`, HOME: folder },
    });
    expect(stdout.trim()).toBe("create");
  });
});

function hasShell(shell: Shell): boolean {
  try {
    execFileSync(shell, ["-c", "true"]);
    return true;
  } catch {
    console.warn(`SKIPPED the completion script of ${shell}: there is no ${shell} here`);
    return false;
  }
}
