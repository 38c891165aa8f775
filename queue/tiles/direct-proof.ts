import { createHash, timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";

type Side = "listener" | "sender";

const PROOF_BYTES = 32;

/** What one side says first to show that it knows the secret, without telling it: 32 bytes. */
export function proofOf(secret: string, side: Side): Buffer {
  return createHash("sha256").update(`${side} ${secret}`).digest();
}

/**
 * Reads the proof of the other side before anything else; `onProven` gets a socket that has it. A stranger's
 * bytes are compared and never parsed, and no more than 32 are kept.
 */
export function expectProof(socket: Socket, secret: string, side: Side, onProven: () => void): void {
  let claim = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    const missing = PROOF_BYTES - claim.length;
    claim = Buffer.concat([claim, chunk.subarray(0, missing)]);
    if (claim.length < PROOF_BYTES) return;
    socket.off("data", read);
    if (!timingSafeEqual(claim, proofOf(secret, side))) return void socket.destroy();
    onProven();
    const rest = chunk.subarray(missing);
    if (rest.length > 0) socket.emit("data", rest);
  };
  socket.on("data", read);
}
