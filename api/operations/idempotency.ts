import { createHmac } from "node:crypto";
import { seal, unseal } from "../../core/access/sealed-box.ts";
import { InputError, ProblemError } from "../../core/errors.ts";
import {
  claimIdempotencySlot,
  findIdempotencyRecord,
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

/** An answer, and whether it is that of an earlier call. */
export interface IdempotentAnswer {
  readonly json: string;
  readonly isReplayed: boolean;
}

/**
 * Runs an operation once for each Idempotency-Key. Within 24 hours, the same key and body answer the
 * same bytes. Another body is a 409, and so is a repetition while the first call still runs. A failed call
 * frees its key.
 */
export async function withIdempotency(
  { database, config }: Pick<Deps, "database" | "config">,
  call: IdempotentCall,
  run: () => Promise<string>,
): Promise<IdempotentAnswer> {
  if (!/^[\x21-\x7e]{1,255}$/.test(call.key)) {
    throw new InputError([
      {
        loc: ["header", "Idempotency-Key"],
        msg: "must be 1 to 255 visible ASCII characters",
        type: "value_error",
      },
    ]);
  }
  const { sealing, slot, bodyHash } = sealedCall(call, config);
  const earlier = await claimIdempotencySlot(database, slot, bodyHash);
  if (earlier !== undefined) return { json: replay(sealing, earlier, bodyHash), isReplayed: true };
  try {
    const json = await run();
    await keepIdempotentAnswer(database, slot, sealing.seal(json));
    return { json, isReplayed: false };
  } catch (error) {
    await releaseIdempotencySlot(database, slot);
    throw error;
  }
}

/**
 * The answer of an earlier call with the same key and body, or undefined: the repetition of a call that took
 * its resource away finds the resource no more.
 */
export async function findIdempotentAnswer(
  { database, config }: Pick<Deps, "database" | "config">,
  call: IdempotentCall,
): Promise<IdempotentAnswer | undefined> {
  const { sealing, slot, bodyHash } = sealedCall(call, config);
  const earlier = await findIdempotencyRecord(database, slot);
  if (earlier?.answer === undefined || earlier.answer === null) return undefined;
  return { json: replay(sealing, earlier, bodyHash), isReplayed: true };
}

function sealedCall(call: IdempotentCall, config: Pick<Deps["config"], "IDENTITY_SECRET" | "GRANT_SECRET">) {
  const sealing = sealingOf(call, config.IDENTITY_SECRET ?? config.GRANT_SECRET);
  const slot: IdempotencySlot = {
    principalId: call.principalId,
    operationId: call.operationId,
    keyHash: sealing.hash("key", call.key),
  };
  return { sealing, slot, bodyHash: sealing.hash("body", JSON.stringify(call.body ?? {})) };
}

function replay(
  sealing: Sealing,
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
  return sealing.unseal(earlier.answer);
}

/** Hides the parts of one call from readers of the database. */
interface Sealing {
  hash(what: "key" | "body", text: string): Buffer;
  seal(text: string): Buffer;
  unseal(bytes: Buffer): string;
}

/**
 * An answer may hold a secret, and a body a password: both are kept so that it takes the server's secret and
 * the Idempotency-Key to learn anything of them. A key like "order-1" alone is soon guessed.
 */
function sealingOf({ principalId, operationId, key }: IdempotentCall, serverSecret: string): Sealing {
  const secret = createHmac("sha256", serverSecret)
    .update(JSON.stringify(["idempotent answer", principalId, operationId, key]))
    .digest("hex");
  return {
    hash: (what, text) => createHmac("sha256", secret).update(`${what}\0${text}`).digest(),
    seal: (text) => seal(text, secret, "idempotent-answer"),
    unseal: (bytes) => unseal(bytes, secret, "idempotent-answer"),
  };
}
