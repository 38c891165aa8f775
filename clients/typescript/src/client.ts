import type { ClientSettings } from "./client-settings.ts";
import { OperationTree } from "./generated/operation-tree.ts";
import { createInvoke, type Invoke } from "./invoke.ts";

/**
 * Calls the service: `client.share.link.create({…})`, or by id `client.invoke("share.link.create", {…})`.
 * Calls reject with a {@link GeoperaError}, or with the reason of the caller's own signal.
 */
export class GeoperaClient extends OperationTree {
  /** Calls an operation by its id. */
  readonly invoke: Invoke;

  constructor(settings: ClientSettings) {
    const invoke = createInvoke(settings);
    super(invoke);
    this.invoke = invoke;
  }
}
