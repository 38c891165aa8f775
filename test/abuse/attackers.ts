import { fork } from "node:child_process";
import { siblingEntry } from "../../infra/entry.ts";

/** What one request of an attack is. */
export interface AttackRequest {
  /** POST unless given. */
  readonly method?: "GET";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `{n}` in it becomes a number that was not used before. */
  readonly body: string;
  /** Repeats the body, as chunks without a length. */
  readonly chunks?: number;
}

/** A flood of requests, each connection sending its next one as soon as the last was answered. */
export interface Attack {
  readonly url: string;
  readonly connections: number;
  readonly addresses: readonly string[];
  readonly requests: readonly AttackRequest[];
}

/** Answers of the attack by status. */
export type AttackCounts = Readonly<Record<string, number>>;

/** Starts an attack in a process of its own; `stop` ends it and resolves to what it was answered. */
export async function startAttack(attack: Attack): Promise<{ stop: () => Promise<AttackCounts> }> {
  const { path, execArgv } = siblingEntry(import.meta.url, "./attack-process");
  const child = fork(path, [], { execArgv: [...execArgv], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const nextMessage = () =>
    new Promise<AttackCounts>((resolve, reject) => {
      child.once("message", (message) => resolve(message as AttackCounts));
      child.once("exit", () => reject(new Error("the attacker ended")));
    });
  const begun = nextMessage();
  child.send(attack);
  await begun;
  return {
    stop: async () => {
      const counts = nextMessage();
      child.send("stop");
      const result = await counts;
      child.kill();
      console.error(`  answers to the attack by status: ${JSON.stringify(result)}`);
      return result;
    },
  };
}

/** Source addresses 127.{net}.{n / 250}.{n % 250 + 1}. */
export function addresses(net: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `127.${net}.${Math.floor(at / 250)}.${(at % 250) + 1}`);
}
