import type { Queryable } from "./database/database.ts";

/** Names one use of an Idempotency-Key. */
export interface IdempotencySlot {
  readonly principalId: string;
  readonly operationId: string;
  readonly keyHash: Buffer;
}

/** A slot: the body it was claimed with, and the encrypted answer once there is one. */
export interface IdempotencyRecord {
  readonly body_hash: Buffer;
  readonly answer: Buffer | null;
}

/**
 * Claims a slot for a call; undefined when it was free (now ours), else what stands in it. Slots older than
 * 24 hours are free.
 */
export async function claimIdempotencySlot(
  database: Queryable,
  slot: IdempotencySlot,
  bodyHash: Buffer,
): Promise<IdempotencyRecord | undefined> {
  const claimed = await database`
    insert into idempotent_answers as answers (principal_id, operation_id, key_hash, body_hash)
    values (${slot.principalId}, ${slot.operationId}, ${slot.keyHash}, ${bodyHash})
    on conflict (principal_id, operation_id, key_hash) do update
      set body_hash = excluded.body_hash, answer = null, created_at = now()
      where answers.created_at < now() - interval '24 hours'
        or (answers.answer is null and answers.created_at < now() - interval '1 minute')
    returning 1`;
  if (claimed.length > 0) return undefined;
  const [record] = await database<IdempotencyRecord[]>`
    select body_hash, answer from idempotent_answers
    where principal_id = ${slot.principalId} and operation_id = ${slot.operationId} and key_hash = ${slot.keyHash}`;
  return record;
}

/** What stands in a slot that was claimed less than 24 hours ago. */
export async function findIdempotencyRecord(
  database: Queryable,
  slot: IdempotencySlot,
): Promise<IdempotencyRecord | undefined> {
  const [record] = await database<IdempotencyRecord[]>`
    select body_hash, answer from idempotent_answers
    where principal_id = ${slot.principalId} and operation_id = ${slot.operationId} and key_hash = ${slot.keyHash}
      and created_at >= now() - interval '24 hours'`;
  return record;
}

/** Keeps the encrypted answer of a claimed slot. */
export async function keepIdempotentAnswer(
  database: Queryable,
  slot: IdempotencySlot,
  answer: Buffer,
): Promise<void> {
  await database`
    update idempotent_answers set answer = ${answer}
    where principal_id = ${slot.principalId} and operation_id = ${slot.operationId} and key_hash = ${slot.keyHash}`;
}

/** Frees a slot whose call failed: the same key may be tried again. */
export async function releaseIdempotencySlot(database: Queryable, slot: IdempotencySlot): Promise<void> {
  await database`
    delete from idempotent_answers
    where principal_id = ${slot.principalId} and operation_id = ${slot.operationId} and key_hash = ${slot.keyHash}`;
}
