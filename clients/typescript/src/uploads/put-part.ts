import { refusal, silence } from "../failure.ts";

const OPERATION = "uploads.part_urls";

/** One part takes no longer than this: 16 MiB at one Mbit/s. */
const PART_DEADLINE_MS = 150_000;

/** How a part is sent. */
export interface PutOptions {
  readonly signal?: AbortSignal | undefined;
  /** The MD5 of bytes in base64. */
  readonly md5?: ((bytes: Uint8Array) => string) | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Sends one part to its address; rejects with a GeoperaError when it has not arrived. */
export async function putPart(
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
  { signal, md5, fetch = globalThis.fetch }: PutOptions,
): Promise<void> {
  const deadline = AbortSignal.timeout(PART_DEADLINE_MS);
  const headers = {
    "content-type": "application/octet-stream",
    ...(md5 === undefined ? {} : { "content-md5": md5(bytes) }),
  };
  const options = {
    method: "PUT",
    body: bytes,
    headers,
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
  };
  let response: Response;
  let answered: Uint8Array<ArrayBuffer>;
  try {
    response = await fetch(url, options);
    answered = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw silence(OPERATION, cause);
  }
  if (!response.ok) throw refusal(OPERATION, { response, bytes: answered }, Date.now());
}
