import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { send } from "./send-request.ts";

/** Sends wrong passwords at a fixed rate until a stop message; then reports the answers. */
function flood(url: string, token: string, from: string, perSecond: number): void {
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const answers = new Map<number, number>();
  let sent = 0;
  const startedAt = performance.now();
  setInterval(() => {
    const due = ((performance.now() - startedAt) * perSecond) / 1000;
    for (; sent < due; sent += 1) {
      const tried = from === "tokens" ? randomBytes(32).toString("base64url") : token;
      const body = JSON.stringify({ token: tried, password: `wrong ${sent} horse` });
      const address = from === "address" ? "203.0.113.7" : `2001:db8:0:${sent.toString(16)}::1`;
      void send(agent, `${url}/v1/op/share.link.validate`, "POST", body, address).then((status) =>
        answers.set(status, (answers.get(status) ?? 0) + 1),
      );
    }
  }, 5);
  process.once("message", () => {
    process.send?.([...answers].map(([status, count]) => `${count} x ${status}`).join(", "));
  });
}

const [url = "", token = "", from = "networks", perSecond = "200"] = process.argv.slice(2);
flood(url, token, from, Number(perSecond));
