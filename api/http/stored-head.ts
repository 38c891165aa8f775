import { ServerResponse, validateHeaderName, validateHeaderValue, type IncomingMessage } from "node:http";

/**
 * What `writeHead` of Node itself ends in, without documentation: the first line goes out as it is, then the
 * headers, then those that belong to the connection.
 */
interface NodeResponse {
  readonly _header: string;
  _storeHeader(firstLine: string, headers: readonly string[]): void;
}

/**
 * The head of an answer that is sent many times, as the text that goes over the wire; one value differs with
 * every request. `writeHead` checks and joins each header again each time, which costs as much as finding a
 * cached tile.
 */
export class StoredHead {
  readonly #headers: readonly string[];
  readonly #varyingAt: number;
  readonly #before: string;
  readonly #after: string;
  readonly #length: readonly string[];

  /** Takes headers without a length, the name of the one that varies, and the length of the body. */
  constructor(headers: Readonly<Record<string, string>>, varying: string, bodyBytes: number) {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    this.#length = ["content-length", String(bodyBytes)];
    this.#headers = [...Object.entries(headers).flat(), ...this.#length];
    this.#varyingAt = this.#headers.indexOf(varying) + 1;
    const lines = Object.entries(headers).map(([name, value]) =>
      name === varying ? name : line(name, value),
    );
    const at = lines.indexOf(varying);
    this.#before = `HTTP/1.1 200 OK\r\n${lines.slice(0, at).join("")}${varying}: `;
    this.#after = `\r\n${lines.slice(at + 1).join("")}`;
  }

  /** Gives a response its head; the value must be one that needs no check. */
  write(response: ServerResponse, value: string, isStorable = STORES_HEADS): void {
    if (isStorable) {
      asNode(response)._storeHeader(this.#before + value + this.#after, this.#length);
      return;
    }
    response.writeHead(200, this.#headers.with(this.#varyingAt, value));
  }
}

function line(name: string, value: string): string {
  return `${name}: ${value}\r\n`;
}

function asNode(response: ServerResponse): NodeResponse {
  return response as unknown as NodeResponse;
}

/** Whether this version of Node stores a head as we expect; otherwise heads are written as documented. */
const STORES_HEADS = ((): boolean => {
  const [documented, stored] = [newResponse(), newResponse()];
  documented.writeHead(200, ["etag", "x", "content-length", "1"]);
  try {
    asNode(stored)._storeHeader(`HTTP/1.1 200 OK\r\n${line("etag", "x")}`, ["content-length", "1"]);
  } catch {
    return false;
  }
  return typeof asNode(stored)._header === "string" && asNode(stored)._header === asNode(documented)._header;
})();

function newResponse(): ServerResponse {
  const response = new ServerResponse({
    method: "GET",
    httpVersionMajor: 1,
    httpVersionMinor: 1,
  } as IncomingMessage);
  response.sendDate = false;
  return response;
}
