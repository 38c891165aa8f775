import type { Engine } from "./engine.ts";

/** Tries wrong passwords from an address of its own until it is throttled, at most a number of times. */
const GUESS = `
  const [host, port, token, times] = process.argv.slice(1);
  const guess = () => new Promise((resolve, reject) => {
    const headers = { host: "localhost:" + port, "content-type": "application/json", "x-forwarded-for": "203.0.113." + Math.floor(Math.random() * 250) };
    const request = require("node:https").request({ host, port, servername: "localhost", rejectUnauthorized: false, method: "POST",
      path: "/v1/op/share.link.validate", headers }, (answer) => { answer.resume(); resolve(answer.statusCode); });
    request.on("error", reject);
    request.end(JSON.stringify({ token, password: "wrong " + Math.random() }));
  });
  (async () => {
    const seen = [];
    for (let at = 0; at < times && !seen.includes(429); at++) seen.push(await guess());
    process.stdout.write(JSON.stringify(seen));
  })();`;

/** Two clients behind the proxy, of which one guesses: only that one has to wait. Throws otherwise. */
export async function checkThrottling(
  engine: Engine,
  at: { readonly project: string; readonly proxy: string; readonly port: number; readonly token: string },
): Promise<string> {
  const guess = async (times: number) => {
    const network = ["--network", `${at.project}_front`];
    const command = ["-e", GUESS, at.proxy, String(at.port), at.token, String(times)];
    const printed = await engine.run(
      "run",
      "--rm",
      ...network,
      "--entrypoint",
      "node",
      "geopera-share",
      ...command,
    );
    return JSON.parse(printed) as number[];
  };
  // At the same time, so that the engine cannot give both one address after the other.
  const [first, second] = await Promise.all([guess(20), guess(3)]);
  if (first.at(-1) !== 429) throw new Error(`a client that guesses is not throttled: ${first.join(" ")}`);
  // 503: the hashes of strangers wait in one queue, which may be full for a moment.
  if (second.includes(429) || !second.includes(401)) throw new Error(`the other is: ${second.join(" ")}`);
  return `429 after ${first.length - 1} guesses, with forged X-Forwarded-For; its neighbour: ${second.join(" ")}`;
}
