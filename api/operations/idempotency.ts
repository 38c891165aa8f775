import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { InputError, ProblemError } from "../../core/errors.ts";
import {
  claimIdempotencySlot,
  keepIdempotentAnswer,
  releaseIdempotencySlot,
  type IdempotencySlot,
} from "../../storage/idempotent-answers.ts";
import type { Deps } from "../deps.ts";

interface IdempotentCall {
  readonly principalId: string;
  readonly operationId: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * Runs a create operation once for each Idempotency-Key. Within 24 hours, the same key and body answer the
 * same bytes. Another body is a 409, and so is a repetition while the first call still runs. A failed call
 * frees its key.
 */
export async function withIdempotency(
  { database }: Pick<Deps, "database">,
  call: IdempotentCall,
  run: () => Promise<string>,
): Promise<string> {
  if (!/^[\x21-\x7e]{1,255}$/.test(call.key)) {
    throw new InputError([
      {
        loc: ["header", "Idempotency-Key"],
        msg: "must be 1 to 255 visible ASCII characters",
        type: "value_error",
      },
    ]);
  }
  const slot: IdempotencySlot = {
    principalId: call.principalId,
    operationId: call.operationId,
    keyHash: sha256(call.key),
  };
  const bodyHash = sha256(JSON.stringify(call.body ?? {}));
  const earlier = await claimIdempotencySlot(database, slot, bodyHash);
  if (earlier !== undefined) return replay(call, earlier, bodyHash);
  try {
    const json = await run();
    await keepIdempotentAnswer(database, slot, encrypt(json, call));
    return json;
  } catch (error) {
    await releaseIdempotencySlot(database, slot);
    throw error;
  }
}

function replay(
  call: IdempotentCall,
  earlier: { body_hash: Buffer; answer: Buffer | null },
  bodyHash: Buffer,
): string {
  if (!earlier.body_hash.equals(bodyHash)) {
    throw new ProblemError("conflict", "This Idempotency-Key was used with another body; use a new key.");
  }
  if (earlier.answer === null) {
    throw new ProblemError("conflict", "The first call with this Idempotency-Key still runs; try again.", {
      retryAfterSeconds: 1,
    });
  }
  return decrypt(earlier.answer, call);
}

function sha256(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/**
 * The kept answer may hold a secret, so it is encrypted under a key that takes the Idempotency-Key to derive.
 */
function keyOf(call: IdempotentCall): Buffer {
  return Buffer.from(hkdfSync("sha256", call.key, call.principalId, `answer:${call.operationId}`, 32));
}

function encrypt(json: string, call: IdempotentCall): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(call), nonce);
  const body = Buffer.concat([cipher.update(json, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(answer: Buffer, call: IdempotentCall): string {
  const decipher = createDecipheriv("aes-256-gcm", keyOf(call), answer.subarray(0, 12));
  decipher.setAuthTag(answer.subarray(12, 28));
  return decipher.update(answer.subarray(28), undefined, "utf8") + decipher.final("utf8");
}
