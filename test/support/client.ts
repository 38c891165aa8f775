/** An answer of the system, for tests. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** The body as JSON; throws when it is not JSON. */
  // Tests read answers of any shape.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
}

/** Calls a system over HTTP. */
export class Client {
  readonly #url: string;
  readonly #apiKey: string | undefined;

  constructor(url: string, apiKey?: string) {
    this.#url = url;
    this.#apiKey = apiKey;
  }

  /** Calls an operation, expects success, and resolves to its JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any
  async call(operation: string, input: unknown = {}): Promise<any> {
    const answer = await this.post(`/v1/op/${operation}`, input);
    if (answer.status !== 200) throw new Error(`${operation}: ${answer.status} ${answer.bytes.toString()}`);
    return answer.json;
  }

  /** Calls an operation and resolves to any answer. */
  async try(operation: string, input: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return await this.post(`/v1/op/${operation}`, input, headers);
  }

  /** Posts JSON. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return await this.send(path, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
  }

  /** Gets a path or a whole URL, without credentials. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return await read(await fetch(new URL(path, this.#url), { headers }));
  }

  /** Sends any request with the client's key. */
  async send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.#apiKey !== undefined && !headers.has("authorization")) {
      headers.set("authorization", `Bearer ${this.#apiKey}`);
    }
    return await read(await fetch(new URL(path, this.#url), { ...init, headers }));
  }
}

async function read(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    get json(): unknown {
      return JSON.parse(bytes.toString("utf8"));
    },
  };
}
