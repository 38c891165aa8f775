import type { Database } from "../database/database.ts";

/** A row of `signing_keys`. */
export interface SigningKeyRow {
  readonly kid: string;
  readonly public_jwk: Readonly<Record<string, unknown>>;
  readonly sealed_private_jwk: Buffer;
  readonly signs_from: Date;
}

/** One number for every process: two that rotate at once would make two keys. */
const ROTATION_LOCK = 7_406_733;

/** All keys that are published. */
export async function listSigningKeys(database: Database): Promise<SigningKeyRow[]> {
  return [...(await database<SigningKeyRow[]>`select * from signing_keys order by signs_from`)];
}

/** Lets one process at a time decide from the keys there are which to add and which to remove. */
export async function changeSigningKeys(
  database: Database,
  decide: (keys: readonly SigningKeyRow[]) => Promise<{ add?: SigningKeyRow; remove: readonly string[] }>,
): Promise<void> {
  await database.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${ROTATION_LOCK})`;
    const keys = await transaction<SigningKeyRow[]>`select * from signing_keys order by signs_from`;
    const { add, remove } = await decide(keys);
    if (add !== undefined) {
      await transaction`
        insert into signing_keys (kid, public_jwk, sealed_private_jwk, signs_from)
        values (${add.kid}, ${transaction.json(add.public_jwk as never)}, ${add.sealed_private_jwk}, ${add.signs_from})`;
    }
    if (remove.length > 0) await transaction`delete from signing_keys where kid = any(${remove as string[]})`;
  });
}
