import { request, type Agent } from "node:http";

/** Sends a request and resolves to the status, once the answer is whole. */
export function send(
  agent: Agent,
  url: string,
  method: string,
  body?: string,
  address?: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body === undefined
        ? {}
        : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
      ...(address === undefined ? {} : { "x-forwarded-for": address }),
    };
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
