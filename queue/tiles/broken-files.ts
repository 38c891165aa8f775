import { createHash } from "node:crypto";
import type { RedisConnection } from "../connection.ts";

/**
 * Long enough that a bad file costs next to nothing, short enough that one wrongly suspected comes back by
 * itself.
 */
const REMEMBERED_SECONDS = 300;

/** Why a file is left alone: it ended processes, took too much memory, or takes too long at a zoom. */
export type Fault = "crash" | "memory" | "slow";

/** Set while anything is remembered about files of an organization: without it, no look-up is needed. */
export function faultsKey(prefix: string, organization: string): string {
  return `${prefix}:faults:${organization}`;
}

/** What is remembered about the files of a block, and about the organizations that they belong to. */
export interface Memory {
  readonly fault: Fault | null;
  /** Organizations whose files have lately cost a process, or its time. */
  readonly struck: readonly string[];
}

/** What a render is about to read. */
export interface Reading {
  readonly assetIds: readonly string[];
  readonly zoom: number;
  readonly organizations: readonly string[];
}

/**
 * Files that ended a render process twice, the second time when it had nothing else to do, and files that
 * took too long at a zoom: known to all workers, left alone for a while. An id names one version of a file.
 */
export class BrokenFiles {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#prefix = prefix;
  }

  /** What is known about a block; one command. */
  async look(reading: Reading): Promise<Memory> {
    const { assetIds, organizations } = reading;
    const keys = [
      ...assetIds.map((id) => this.#brokenKey(id)),
      ...assetIds.map((id) => this.#slowKey([id], reading.zoom)),
      ...(assetIds.length > 1 ? [this.#slowKey(assetIds, reading.zoom)] : []),
    ];
    const values = await this.#connection.mget(
      ...keys,
      ...organizations.map((organization) => this.#strikeKey(organization)),
    );
    const fault = values.slice(0, keys.length).find((value) => value !== null);
    return {
      fault: (fault as Fault | undefined) ?? null,
      struck: organizations.filter((_, index) => values[keys.length + index] !== null),
    };
  }

  /** Remembers a file of an organization that ends processes, whichever worker met it. */
  async remember(organization: string, id: string, fault: "crash" | "memory"): Promise<void> {
    await this.#note(organization, this.#brokenKey(id), fault);
  }

  /** Remembers that these files of an organization, drawn together at a zoom, take too long. */
  async rememberSlow(organization: string, assetIds: readonly string[], zoom: number): Promise<void> {
    await this.#note(organization, this.#slowKey(assetIds, zoom), "slow");
  }

  /** Remembers that a file of the organization has cost a process, or its time. */
  async strike(organization: string): Promise<void> {
    await this.#note(organization, this.#strikeKey(organization), "1");
  }

  /** The mark outlives what it stands for: it is set after it. */
  async #note(organization: string, key: string, value: string): Promise<void> {
    await Promise.all([
      this.#connection.set(key, value, "EX", REMEMBERED_SECONDS),
      this.#connection.set(faultsKey(this.#prefix, organization), "1", "EX", REMEMBERED_SECONDS),
    ]);
  }

  #brokenKey(id: string): string {
    return `${this.#prefix}:broken:${id}`;
  }

  #slowKey(ids: readonly string[], zoom: number): string {
    const [only = "", ...others] = ids;
    const name = others.length === 0 ? only : createHash("sha1").update(ids.join()).digest("hex");
    return `${this.#prefix}:slow:${name}:${zoom}`;
  }

  #strikeKey(organization: string): string {
    return `${this.#prefix}:strikes:${organization}`;
  }
}
