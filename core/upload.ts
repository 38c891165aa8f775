/** The parts of an upload that decide where its files lie. */
export interface UploadPlace {
  readonly id: string;
  readonly organization_id: string;
}

/** The id of the upload in whose folder an object key lies; undefined for other keys. */
export function uploadIdOf(objectKey: string): string | undefined {
  return /^organizations\/[^/]+\/uploads\/([^/]+)\//.exec(objectKey)?.[1];
}

const NAME_BYTES_MAX = 255;

const ASSET_KEY_LENGTH_MAX = 100;

/** The folder of an upload's files, which holds nothing else. */
export function uploadFolder({ organization_id, id }: UploadPlace): string {
  return `organizations/${organization_id}/uploads/${id}/`;
}

/** Where a file of an upload arrives. Its holder may write here for minutes, so no asset refers to it. */
export function uploadedKey(upload: UploadPlace, fileName: string): string {
  return uploadFolder(upload) + fileName;
}

/** Where a completed file lies: in a folder of one completion, which no address of a client leads to. */
export function completedKey(upload: UploadPlace, completion: string, fileName: string): string {
  return `${uploadFolder(upload)}${completion}/${fileName}`;
}

const MIB = 1024 * 1024;

/** Large enough that a request's overhead does not matter, small enough that a lost one costs seconds. */
const PART_BYTES_MIN = 16 * MIB;

/** S3's bound of an object. */
const PARTS_MAX = 10_000;

/** The largest file that can arrive in parts: S3's bound of an object, 5 TiB. */
export const PARTED_BYTES_MAX = 5 * 1024 ** 4;

/** How a file is cut into parts: all but the last have `partBytes` bytes. */
export interface PartPlan {
  readonly totalBytes: number;
  readonly partBytes: number;
  readonly partCount: number;
}

/** Cuts a file of some bytes into at most 10,000 parts of 16 MiB or a larger number of whole MiB. */
export function planParts(totalBytes: number): PartPlan {
  const partBytes = Math.max(PART_BYTES_MIN, Math.ceil(totalBytes / PARTS_MAX / MIB) * MIB);
  return { totalBytes, partBytes, partCount: Math.max(1, Math.ceil(totalBytes / partBytes)) };
}

/** Where a part lies in its file, in bytes; numbers count from 1. */
export function partOf(plan: PartPlan, number: number): { readonly offset: number; readonly bytes: number } {
  const offset = (number - 1) * plan.partBytes;
  return { offset, bytes: Math.min(plan.partBytes, plan.totalBytes - offset) };
}

/** The parts of a plan that have not arrived whole, in order. */
export function missingParts(plan: PartPlan, arrived: ReadonlyMap<number, number>): number[] {
  const missing: number[] = [];
  for (let number = 1; number <= plan.partCount; number += 1) {
    if (arrived.get(number) !== partOf(plan, number).bytes) missing.push(number);
  }
  return missing;
}

/** What naming a file does to the names that an upload expects; `full` when all of them have arrived. */
export type NamingOutcome =
  | { readonly kind: "known" | "added" | "full" }
  | { readonly kind: "replaced"; readonly former: string };

/**
 * Decides on a file's name: an upload expects as many names as it has files. One more takes the place of a
 * name whose file has not arrived, so that a client may change its mind.
 */
export function nameFile(
  names: readonly string[],
  arrived: ReadonlySet<string>,
  name: string,
  fileCount: number,
): NamingOutcome {
  if (names.includes(name)) return { kind: "known" };
  if (names.length < fileCount) return { kind: "added" };
  const former = names.find((each) => !arrived.has(each));
  return former === undefined ? { kind: "full" } : { kind: "replaced", former };
}

/** The fault of a file name that is not allowed; undefined for a good one. */
export function fileNameFault(name: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- the rule is about control characters
  if (/[/\\\u0000-\u001f\u007f]/.test(name)) return "must not contain slashes or control characters";
  if (name === "" || name.startsWith(".")) return "must not be empty or start with a dot";
  if (!name.isWellFormed()) return "must be well-formed Unicode";
  if (Buffer.byteLength(name) > NAME_BYTES_MAX) return `must have at most ${NAME_BYTES_MAX} bytes in UTF-8`;
  return undefined;
}

/**
 * The asset keys of uploaded files: the requested one where there is one file, else each file's name without
 * its extension.
 */
export function assetKeys(fileNames: readonly string[], asked: string | null): string[] {
  if (asked !== null && fileNames.length === 1) return [asked];
  const taken = new Set<string>();
  return fileNames.map((name) => {
    const stem = fileStem(name).slice(0, ASSET_KEY_LENGTH_MAX - 4);
    let key = fileStem(name).slice(0, ASSET_KEY_LENGTH_MAX);
    for (let number = 2; taken.has(key); number += 1) key = `${stem}_${number}`;
    taken.add(key);
    return key;
  });
}

/** A file's name without its extension. */
export function fileStem(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}
