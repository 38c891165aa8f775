import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { connect } from "node:http2";

/** An answer, with its bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

interface Wanted {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** Names below `localhost` are this machine, also where the system's resolver does not know that. */
function lookup(name: string, options: object, done: (error: Error | null, found: never) => void): void {
  if (!name.endsWith("localhost")) return systemLookup(name, options, done as never);
  const address: LookupAddress = { address: "127.0.0.1", family: 4 };
  const isAll = "all" in options && options.all === true;
  (done as (...found: unknown[]) => void)(null, isAll ? [address] : address.address, 4);
}

/** Requests an https address over HTTP/2, and over nothing else, as a browser outside does. */
export async function request(url: string, certificate: string, wanted: Wanted = {}): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const session = connect(origin, { ca: certificate, lookup } as never);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      session.once("error", reject);
      const stream = session.request({
        ":method": wanted.method ?? "GET",
        ":path": `${pathname}${search}`,
        // Browsers send it, and stores want it.
        ...(wanted.body === undefined ? {} : { "content-length": Buffer.byteLength(wanted.body) }),
        ...wanted.headers,
      });
      stream.setTimeout(60_000, () => reject(new Error(`${url} does not answer`)));
      const chunks: Buffer[] = [];
      let headers: Answer["headers"] = {};
      stream.once("response", (found) => (headers = found as Answer["headers"]));
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("error", reject);
      stream.once("end", () => {
        resolve({ status: Number(headers[":status"]), headers, bytes: Buffer.concat(chunks) });
      });
      stream.end(wanted.body);
    });
  } finally {
    session.close();
  }
}
