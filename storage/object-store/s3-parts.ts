import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
  type Part,
  type S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { buffer } from "node:stream/consumers";
import { ObjectStoreError } from "./object-store-error.ts";
import type { ArrivingPart, PartedObject, PartedObjects } from "./parted-objects.ts";
import { Source } from "./source.ts";
import { withTimeLimit } from "./with-time-limit.ts";

/** What the store's driver lends. */
export interface S3PartsOptions {
  readonly client: S3Client;
  /** Signs addresses that work from outside. */
  readonly signer: S3Client;
  /** Bucket and key of an object; refuses a key that is none. */
  readonly nameOf: (operation: string, key: string) => { Bucket: string; Key: string };
  /** Time limit of one call with a body of that many bytes. */
  readonly limitMs: (bodyBytes: number) => number;
}

/** Parts as a multipart upload of S3. */
export class S3Parts implements PartedObjects {
  readonly #options: S3PartsOptions;

  constructor(options: S3PartsOptions) {
    this.#options = options;
  }

  async begin(key: string): Promise<string> {
    const command = new CreateMultipartUploadCommand(this.#options.nameOf("put", key));
    const { UploadId } = await this.#call("put", key, (abortSignal) =>
      this.#options.client.send(command, { abortSignal }),
    );
    if (UploadId === undefined) throw new ObjectStoreError("put", key, new Error("S3 named no upload"));
    return UploadId;
  }

  async signedUrl(object: PartedObject, number: number, options: { seconds: number }): Promise<string> {
    const command = new UploadPartCommand({ ...this.#uploadOf("sign", object), PartNumber: number });
    return await getSignedUrl(this.#options.signer, command, { expiresIn: options.seconds });
  }

  /** Holds the part in memory: S3 has to know its length. Clients send parts to S3 themselves. */
  async put(
    object: PartedObject,
    { number }: ArrivingPart,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<number> {
    const source = new Source(chunks);
    try {
      const Body = await buffer(source);
      const command = new UploadPartCommand({
        ...this.#uploadOf("put", object),
        PartNumber: number,
        Body,
        ContentLength: Body.length,
      });
      await withTimeLimit(this.#options.limitMs(Body.length), ({ signal }) =>
        this.#options.client.send(command, { abortSignal: signal }),
      );
      return Body.length;
    } catch (error) {
      throw source.failed ? error : new ObjectStoreError("put", object.key, error);
    }
  }

  async list(object: PartedObject): Promise<ReadonlyMap<number, number> | undefined> {
    const parts = await this.#listParts(object);
    return parts && new Map(parts.map(({ PartNumber = 0, Size = 0 }) => [PartNumber, Size]));
  }

  async join(object: PartedObject): Promise<void> {
    const parts = (await this.#listParts(object)) ?? [];
    const bytes = parts.reduce((sum, { Size = 0 }) => sum + Size, 0);
    const command = new CompleteMultipartUploadCommand({
      ...this.#uploadOf("put", object),
      MultipartUpload: { Parts: parts.map(({ ETag, PartNumber }) => ({ ETag, PartNumber })) },
    });
    await this.#call(
      "put",
      object.key,
      (abortSignal) => this.#options.client.send(command, { abortSignal }),
      bytes,
    );
  }

  async drop(object: PartedObject): Promise<void> {
    const command = new AbortMultipartUploadCommand(this.#uploadOf("delete", object));
    await this.#call("delete", object.key, (abortSignal) =>
      this.#options.client.send(command, { abortSignal }),
    ).catch(undefinedWhenOver);
  }

  async #listParts(object: PartedObject): Promise<Part[] | undefined> {
    const parts: Part[] = [];
    let marker: string | undefined;
    do {
      const command = new ListPartsCommand({ ...this.#uploadOf("list", object), PartNumberMarker: marker });
      const page = await this.#call("list", object.key, (abortSignal) =>
        this.#options.client.send(command, { abortSignal }),
      ).catch(undefinedWhenOver);
      if (page === undefined) return undefined;
      parts.push(...(page.Parts ?? []));
      marker = page.IsTruncated === true ? page.NextPartNumberMarker : undefined;
    } while (marker !== undefined);
    return parts;
  }

  #uploadOf(operation: string, { key, partsId }: PartedObject) {
    return { ...this.#options.nameOf(operation, key), UploadId: partsId };
  }

  async #call<T>(
    operation: string,
    key: string,
    send: (signal: AbortSignal) => Promise<T>,
    bodyBytes = 0,
  ): Promise<T> {
    try {
      return await withTimeLimit(this.#options.limitMs(bodyBytes), ({ signal }) => send(signal));
    } catch (error) {
      throw new ObjectStoreError(operation, key, error);
    }
  }
}

/** Ceph's gateway says NoSuchKey where S3 says NoSuchUpload. */
function undefinedWhenOver(error: unknown): undefined {
  const { cause } = error as ObjectStoreError;
  const { name } = (cause ?? {}) as { name?: string };
  if (name === "NoSuchUpload" || name === "NoSuchKey") return undefined;
  throw error;
}
