import type { OpsConfig } from "../../infra/config.ts";
import type { RedisConnection } from "../../queue/connection.ts";
import type { LoadReader } from "../../queue/load.ts";
import type { Database } from "../../storage/database/database.ts";

/** What commands work with. */
export interface OpsParts {
  readonly load: LoadReader;
  readonly database: Database;
  readonly redis: RedisConnection;
  readonly config: Pick<OpsConfig, "WARM_TILES_MAX" | "RENDER_BLOCK_SPAN" | "REDIS_PREFIX">;
  readonly nowMs: number;
}

/** Rows of a table; all of them have the same fields. */
type Row = Readonly<Record<string, string | number>>;

/** What a command found or did: tables under their titles, as rows. */
export type OpsAnswer = Readonly<Record<string, readonly Row[]>>;

/** Options that some commands take. */
export interface OpsOptions {
  readonly zoom?: string | undefined;
  readonly bounds?: string | undefined;
  readonly profile?: string | undefined;
  readonly format?: string | undefined;
  readonly scale?: string | undefined;
  readonly start: boolean;
}

/** Arguments and options of a command. */
export interface OpsInput {
  readonly args: readonly string[];
  readonly minutes: number;
  readonly job: string | undefined;
  readonly options: OpsOptions;
}

/** A command of `npm run ops`. */
export interface OpsCommand {
  readonly usage: string;
  readonly what: string;
  readonly run: (parts: OpsParts, input: OpsInput) => Promise<OpsAnswer>;
}
