import type postgres from "postgres";

/** What postgres.js made of a URL and our settings; `path` is a UNIX socket. */
export type ParsedOptions = Omit<postgres.ParsedOptions<{ bigint: number }>, "path"> & {
  readonly path?: string | false;
};

/** How long things may take; then they fail as PostgreSQL being away does. */
export interface DatabaseLimits {
  /** A statement, in PostgreSQL; a little later it is given up here, whatever PostgreSQL does. */
  readonly queryMs: number;
  /** A statement or transaction that waits because all connections are taken. */
  readonly waitMs: number;
}
