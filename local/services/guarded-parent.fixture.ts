import { spawnGuarded, type GuardedProgram } from "./spawn-guarded.ts";

/**
 * A process of its own for spawn-guarded.test.ts: starts one guarded program, prints its number and waits to
 * be ended.
 */
const child = spawnGuarded({
  command: "sleep",
  args: ["300"],
  environment: { PATH: process.env.PATH ?? "/usr/bin:/bin" },
  workingDirectory: "/",
  stdio: "ignore",
  deathSignal: process.argv[2] as GuardedProgram["deathSignal"],
});
process.once("SIGUSR1", () => process.exit(0));
process.once("SIGUSR2", () => {
  throw new Error("an uncaught error");
});
child.once("spawn", () => process.stdout.write(`${child.pid}\n`));
