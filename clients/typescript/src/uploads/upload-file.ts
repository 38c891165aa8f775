import type { GeoperaClient } from "../client.ts";
import { GeoperaError } from "../geopera-error.ts";
import { pauseAfter } from "../pause.ts";
import { putPart } from "./put-part.ts";

/** A file to upload; a browser's `File` is one. */
export interface UploadSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`. */
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How a file is uploaded. */
export interface UploadOptions {
  /** Ends the upload; what has arrived stays, and the next call goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /** Parts in flight at once; default 3. */
  readonly concurrency?: number | undefined;
  /** Called whenever a part has arrived. */
  readonly onProgress?: ((uploadedBytes: number, totalBytes: number) => void) | undefined;
  /** The MD5 of bytes in base64, so that the store refuses a part that was damaged on its way. */
  readonly md5?: ((bytes: Uint8Array) => string) | undefined;
  /** How often in a row nothing may arrive; default 5. */
  readonly retriesMax?: number | undefined;
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Sends a file of an open upload in parts; parts that have arrived before are not sent again. Rejects with a
 * {@link GeoperaError}, or with the reason of the caller's signal.
 */
export async function uploadFile(
  client: GeoperaClient,
  uploadId: string,
  file: UploadSource,
  options: UploadOptions = {},
): Promise<void> {
  const { signal, concurrency = 3, retriesMax = 5 } = options;
  let fruitless = 0;
  for (;;) {
    const input = { upload_id: uploadId, file_name: file.name, total_bytes: file.size, limit: 20 };
    const plan = await client.invoke("uploads.part_urls", input, { signal });
    let uploaded = plan.bytes_uploaded;
    options.onProgress?.(uploaded, file.size);
    if (plan.parts_left === 0) return;
    const failures: unknown[] = [];
    let arrived = 0;
    await eachOf(plan.parts, concurrency, async (part) => {
      try {
        const end = part.first_byte + part.bytes;
        const bytes = new Uint8Array(await file.slice(part.first_byte, end).arrayBuffer());
        if (bytes.length !== part.bytes) throw new TypeError(`${file.name} has changed while it was sent`);
        await putPart(part.upload_url, bytes, options);
        arrived += 1;
        uploaded += part.bytes;
        options.onProgress?.(uploaded, file.size);
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        if (!(error instanceof GeoperaError) || isFinal(error)) throw error;
        failures.push(error);
      }
    });
    if (arrived > 0) fruitless = 0;
    else if (fruitless >= retriesMax) throw failures[0];
    else await pauseAfter(fruitless++, signal);
  }
}

/** Whether sending the part again, to another address, cannot help. */
function isFinal({ status }: GeoperaError): boolean {
  return status === 409 || status === 413 || status === 507;
}

async function eachOf<Value>(
  values: readonly Value[],
  concurrency: number,
  task: (value: Value) => Promise<void>,
): Promise<void> {
  const rest = values.values();
  const work = async () => {
    for (const value of rest) await task(value);
  };
  const ends = await Promise.allSettled(Array.from({ length: concurrency }, work));
  const failure = ends.find((end) => end.status === "rejected");
  if (failure !== undefined) throw failure.reason;
}
