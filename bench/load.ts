import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { siblingEntry } from "../infra/entry.ts";
import type { LoadOrder, LoadOutcome } from "./load-process.ts";

/** A client in a separate process. */
export interface Load {
  /** What comes of one order; one order at a time. */
  measure(order: LoadOrder): Promise<LoadOutcome>;
  /** Ends an order that has no end. */
  finish(): void;
  stop(): void;
}

/** Starts {@link Load}. */
export async function startLoad(): Promise<Load> {
  const child = await forkSibling("./load-process");
  const ended = once(child, "exit").then(() => {
    throw new Error("the client ended");
  });
  ended.catch(() => undefined);
  return {
    async measure(order) {
      const outcome = once(child, "message");
      child.send(order);
      const [came] = (await Promise.race([outcome, ended])) as [LoadOutcome];
      return came;
    },
    finish: () => void child.send("stop"),
    stop: () => child.disconnect(),
  };
}

/** Starts a module of this folder in a separate process; resolves when it reports that it is ready. */
export async function forkSibling(
  name: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
  execArgv: readonly string[] = [],
): Promise<ChildProcess> {
  const { path, execArgv: own } = siblingEntry(import.meta.url, name);
  const child = fork(path, args, {
    execArgv: [...own, ...execArgv],
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`${name} ended at the start`);
    }),
  ]);
  return child;
}

/** An HTTP request as text. */
export function requestText(url: string, body?: unknown): string {
  const { host, pathname, search } = new URL(url);
  if (body === undefined) return `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const text = JSON.stringify(body);
  return [
    `POST ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(text)}`,
    "",
    text,
  ].join("\r\n");
}
