import type { RawAnswer } from "../answer.ts";
import type { GeoperaClient } from "../client.ts";
import { refusal, silence } from "../failure.ts";
import type { AssetDownloadInput, ItemsAssetDownloadOutput } from "../generated/schemas.ts";
import { GeoperaError } from "../geopera-error.ts";
import { pauseAfter } from "../pause.ts";

/** Where the bytes of a download go, in their order. */
export interface DownloadSink {
  write(bytes: Uint8Array): void | Promise<void>;
}

/** How a file is downloaded. */
export interface DownloadOptions {
  /** Ends the download; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The bytes that are there already, from an earlier download of the same file. */
  readonly startAt?: number | undefined;
  /** Called whenever bytes have arrived. */
  readonly onProgress?: ((downloadedBytes: number, totalBytes: number) => void) | undefined;
  /** How often in a row nothing may arrive; default 5. */
  readonly retriesMax?: number | undefined;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

const OPERATION = "items.asset.download";

/**
 * Downloads a file of an item; after a lost connection it goes on where it was (`Range`). Answers what the
 * file is. Rejects with a {@link GeoperaError}, or with the reason of the caller's signal.
 */
export async function downloadAsset(
  client: GeoperaClient,
  input: AssetDownloadInput,
  sink: DownloadSink,
  options: DownloadOptions = {},
): Promise<ItemsAssetDownloadOutput> {
  const { signal, startAt = 0, retriesMax = 5, onProgress } = options;
  let position = startAt;
  let fruitless = 0;
  let etag: string | undefined;
  for (;;) {
    const file = await client.invoke(OPERATION, input, { signal });
    onProgress?.(position, file.bytes);
    if (position >= file.bytes) return file;
    const before = position;
    try {
      const response = await request(file.url, position, etag, options);
      etag ??= response.headers.get("etag") ?? undefined;
      // Without a part, the whole file comes: what is there already is passed over.
      let passOver = response.status === 206 ? 0 : position;
      for await (const chunk of chunksOf(response)) {
        const rest = passOver >= chunk.length ? chunk.subarray(0, 0) : chunk.subarray(passOver);
        passOver -= chunk.length - rest.length;
        if (rest.length === 0) continue;
        await sink.write(rest);
        position += rest.length;
        onProgress?.(position, file.bytes);
      }
      if (position >= file.bytes) return file;
    } catch (error) {
      if (signal?.aborted === true) throw signal.reason;
      if (!(error instanceof GeoperaError) || isFinal(error)) throw error;
      if (position === before && fruitless >= retriesMax) throw error;
    }
    if (position > before) fruitless = 0;
    else if (fruitless >= retriesMax) throw silence(OPERATION, new Error("the file ends too early"));
    await pauseAfter(fruitless++, signal);
  }
}

async function request(
  url: string,
  position: number,
  etag: string | undefined,
  { signal, fetch = globalThis.fetch }: DownloadOptions,
): Promise<Response> {
  const headers: Record<string, string> = position === 0 ? {} : { range: `bytes=${position}-` };
  let response: Response;
  let refused: RawAnswer;
  try {
    response = await fetch(url, { headers, ...(signal === undefined ? {} : { signal }) });
    if (response.ok) {
      requireSameFile(response, etag);
      return response;
    }
    refused = { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (cause) {
    if (cause instanceof GeoperaError) throw cause;
    throw silence(OPERATION, cause);
  }
  throw refusal(OPERATION, refused, Date.now());
}

/** Two halves of two files are no file. */
function requireSameFile(response: Response, etag: string | undefined): void {
  const found = response.headers.get("etag");
  if (etag === undefined || found === null || found === etag) return;
  const message = `${OPERATION}: the file was replaced while it was downloaded; download it anew`;
  throw new GeoperaError(message, { operation: OPERATION, status: 412 });
}

/** Whether another attempt, at another address, cannot help. */
function isFinal({ status }: GeoperaError): boolean {
  return status !== undefined && status < 500 && status !== 403 && status !== 408 && status !== 429;
}

/** The chunks of a body; a lost connection is a {@link GeoperaError}. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw silence(OPERATION, cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
