import { randomUUID } from "node:crypto";
import type { Gate } from "./gate.ts";
import type { ArrivingPart, PartedObject, PartedObjects } from "./parted-objects.ts";

/** Parts in this process's memory. */
export class MemoryParts implements PartedObjects {
  readonly #parts = new Map<string, Map<number, Buffer>>();
  readonly #gate: Gate;
  readonly #put: (key: string, bytes: Buffer) => Promise<void>;

  /** @param put stores what was joined */
  constructor(gate: Gate, put: (key: string, bytes: Buffer) => Promise<void>) {
    this.#gate = gate;
    this.#put = put;
  }

  async begin(key: string): Promise<string> {
    this.#gate.key("put", key);
    const partsId = randomUUID();
    this.#parts.set(partsId, new Map());
    return partsId;
  }

  async signedUrl(): Promise<undefined> {
    return undefined;
  }

  async put(object: PartedObject, part: ArrivingPart, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const parts = this.#parts.get(object.partsId);
    if (parts === undefined) throw new Error("these parts were joined or dropped");
    parts.delete(part.number);
    const copies: Buffer[] = [];
    for await (const chunk of chunks) copies.push(Buffer.from(chunk));
    const bytes = Buffer.concat(copies);
    parts.set(part.number, bytes);
    return bytes.length;
  }

  async list({ partsId }: PartedObject): Promise<ReadonlyMap<number, number> | undefined> {
    const parts = this.#parts.get(partsId);
    return parts && new Map(inOrder(parts).map(([number, bytes]) => [number, bytes.length]));
  }

  async join({ key, partsId }: PartedObject): Promise<void> {
    const parts = this.#parts.get(partsId);
    if (parts === undefined) throw new Error("these parts were joined or dropped");
    await this.#put(key, Buffer.concat(inOrder(parts).map(([, bytes]) => bytes)));
    this.#parts.delete(partsId);
  }

  async drop({ partsId }: PartedObject): Promise<void> {
    this.#parts.delete(partsId);
  }
}

function inOrder(parts: ReadonlyMap<number, Buffer>): [number, Buffer][] {
  return [...parts].sort(([one], [other]) => one - other);
}
