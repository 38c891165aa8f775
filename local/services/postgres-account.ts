import { spawnSync } from "node:child_process";

/** The account that PostgreSQL runs under when root starts it: it refuses to run as root. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT_NAME = "geopera-postgres";

/**
 * Finds or creates PostgreSQL's account; undefined when this process is not root, so PostgreSQL needs none.
 */
export function ensurePostgresAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findAccount(ACCOUNT_NAME);
  if (existing !== undefined) return existing;
  // Another clone may create the same account: only its existence afterwards counts.
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT_NAME]);
  const made = findAccount(ACCOUNT_NAME) ?? findAccount("nobody");
  if (made === undefined)
    throw new Error("PostgreSQL does not run as root, and no account could be made for it.");
  return made;
}

/** Whether the account can pass through a directory; true without a special account. */
export function canReach(account: ServerAccount | undefined, path: string): boolean {
  if (account === undefined) return true;
  const { uid, gid } = account;
  return spawnSync("test", ["-x", path], { uid, gid, cwd: "/" }).status === 0;
}

function findAccount(name: string): ServerAccount | undefined {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  const [uid, gid] = ids.map((answer) => (answer.status === 0 ? Number(answer.stdout) : Number.NaN));
  return uid === undefined || gid === undefined || Number.isNaN(uid + gid) ? undefined : { name, uid, gid };
}
