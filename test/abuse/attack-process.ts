import { Agent, request } from "node:http";
import type { Attack, AttackRequest } from "./attackers.ts";
import { timedRequest } from "./timed-request.ts";

/** The process of an attack, which runs until it is ended: see startAttack. */
const counts: Record<string, number> = {};
let number = 0;

process.on("message", (message: Attack | "stop") => {
  if (message !== "stop") {
    for (let at = 0; at < message.connections; at += 1) void flood(message, at);
  }
  process.send?.(counts);
});

// An attack whose test failed must not go on.
process.on("disconnect", () => process.exit());

async function flood({ url, addresses, requests }: Attack, at: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const from = addresses[at % addresses.length] ?? "127.0.0.1";
  for (;;) {
    const { method = "POST", path, headers, body, chunks } = requests[number % requests.length] ?? missing();
    number += 1;
    const text = body.replaceAll("{n}", String(number));
    const status =
      chunks === undefined
        ? (
            await timedRequest({
              url: url + path,
              method,
              headers,
              ...(method === "GET" ? {} : { body: text }),
              from,
              agent,
            })
          ).status
        : await sendInChunks(url, { path, headers, body: text, chunks }, from);
    counts[status] = (counts[status] ?? 0) + 1;
  }
}

function missing(): never {
  throw new Error("an attack has requests");
}

/** Sends a body of unknown length until it is answered. */
async function sendInChunks(
  url: string,
  { path, headers, body, chunks = 1 }: AttackRequest,
  from: string,
): Promise<number> {
  return await new Promise((resolve) => {
    const sent = request(url + path, { method: "POST", headers, localAddress: from }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
      sent.destroy();
    });
    sent.once("error", () => resolve(0));
    for (let at = 0; at < chunks && !sent.destroyed; at += 1) sent.write(body);
    sent.end();
  });
}
