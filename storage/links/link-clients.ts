import { createHmac, randomBytes } from "node:crypto";
import type { Queryable } from "../database/database.ts";

/** Days for which a salt is kept: long enough for uses that are still unwritten at midnight. */
const SALT_DAYS = 2;

/** Records which clients used which link on a UTC day (`2026-11-23`). Idempotent. */
export async function insertLinkClients(
  database: Queryable,
  day: string,
  uses: readonly { readonly linkId: string; readonly address: string }[],
): Promise<void> {
  const salt = await findSalt(database, day);
  const hashes = uses.map(({ address }) =>
    createHmac("sha256", salt).update(address).digest("hex").slice(0, 32),
  );
  await database`
    insert into share_link_clients (link_id, day, client_hash)
    select link_id, ${day}::date, decode(hash, 'hex')
    from unnest(${uses.map(({ linkId }) => linkId)}::uuid[], ${hashes}::text[]) as uses (link_id, hash)
    on conflict do nothing`;
}

/** One salt a day for all processes, so that all hash a client alike. */
async function findSalt(database: Queryable, day: string): Promise<Buffer> {
  await database`
    insert into client_salts (day, salt) values (${day}::date, ${randomBytes(32)}) on conflict do nothing`;
  await database`delete from client_salts where day < ${day}::date - ${SALT_DAYS}::integer`;
  const [row] = await database<{ salt: Buffer }[]>`select salt from client_salts where day = ${day}::date`;
  if (row === undefined) throw new Error(`no salt for ${day}`);
  return row.salt;
}
