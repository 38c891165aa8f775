import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A file that pages load. */
export interface Asset {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** An asset's address changes with its content. */
const HEADERS = {
  "cache-control": "public, max-age=31536000, immutable",
  "cross-origin-resource-policy": "same-origin",
  vary: "accept-encoding",
} as const;

const ENCODINGS = {
  br: async (bytes: Buffer) =>
    await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: async (bytes: Buffer) => await promisify(gzip)(bytes, { level: 9 }),
} as const;

type Encoding = keyof typeof ENCODINGS;

/**
 * Makes the function that answers with an asset, or 404. It compresses each asset once per encoding, on first
 * demand. `headers` replace those of assets whose address changes with their content.
 */
export function assetSender(headers: Readonly<Record<string, string>> = HEADERS) {
  const compressed = new Map<Asset, Map<Encoding, Promise<Buffer>>>();
  const compress = (asset: Asset, encoding: Encoding) => {
    const known = compressed.get(asset) ?? new Map<Encoding, Promise<Buffer>>();
    compressed.set(asset, known);
    const bytes = known.get(encoding) ?? ENCODINGS[encoding](asset.bytes);
    known.set(encoding, bytes);
    return bytes;
  };
  return async (request: FastifyRequest, reply: FastifyReply, asset: Asset | undefined) => {
    if (asset === undefined) return reply.callNotFound();
    reply.headers(headers).type(asset.contentType);
    const encoding = chooseEncoding(request.headers["accept-encoding"] ?? "");
    if (encoding === undefined) return reply.send(asset.bytes);
    return reply.header("content-encoding", encoding).send(await compress(asset, encoding));
  };
}

/** The best encoding that an `Accept-Encoding` header allows; undefined stands for the plain bytes. */
function chooseEncoding(acceptEncoding: string): Encoding | undefined {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((encoding) => accepted.includes(encoding));
}
