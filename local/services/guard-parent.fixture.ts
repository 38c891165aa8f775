import { spawnGuarded, type GuardedProgram, type GuardMethod } from "./guard.ts";

/** A process of its own for guard.test.ts: starts one guarded program, prints its number and waits to be ended. */
const [method, deathSignal] = process.argv.slice(2);

const child = spawnGuarded(
  {
    command: "sleep",
    args: ["300"],
    environment: { PATH: process.env.PATH ?? "/usr/bin:/bin" },
    workingDirectory: "/",
    stdio: "ignore",
    deathSignal: deathSignal as GuardedProgram["deathSignal"],
  },
  ...(method === "default" ? [] : [method as GuardMethod]),
);
process.once("SIGUSR1", () => process.exit(0));
process.once("SIGUSR2", () => {
  throw new Error("an error nobody catches");
});
child.once("spawn", () => process.stdout.write(`${child.pid}\n`));
