import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Asset } from "./page-assets.ts";

/** Best first; each asset is compressed once, when a browser first asks for it. */
const ENCODINGS = {
  br: async (bytes: Buffer) =>
    await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  gzip: async (bytes: Buffer) => await promisify(gzip)(bytes, { level: 9 }),
} as const;

type Encoding = keyof typeof ENCODINGS;

const encoded = new WeakMap<Asset, Map<Encoding, Promise<Buffer>>>();

/** The asset's bytes in the best encoding that an `Accept-Encoding` header names; `encoding` is undefined for the plain bytes. */
export async function encodeAsset(
  asset: Asset,
  acceptEncoding: string | undefined,
): Promise<{ encoding: Encoding | undefined; bytes: Buffer }> {
  const encoding = chooseEncoding(acceptEncoding ?? "");
  if (encoding === undefined) return { encoding, bytes: asset.bytes };
  const known = encoded.get(asset) ?? new Map<Encoding, Promise<Buffer>>();
  encoded.set(asset, known);
  const bytes = known.get(encoding) ?? ENCODINGS[encoding](asset.bytes);
  known.set(encoding, bytes);
  return { encoding, bytes: await bytes };
}

function chooseEncoding(acceptEncoding: string): Encoding | undefined {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(",")
    .map((entry) => entry.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((encoding) => accepted.includes(encoding));
}
