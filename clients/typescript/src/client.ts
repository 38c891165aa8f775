import type { ClientSettings } from "./client-settings.ts";
import { createEachRow, type EachRow } from "./each-row.ts";
import { OperationTree } from "./generated/operation-tree.ts";
import { createCalls, type Invoke, type InvokeUnknown, type Stream } from "./invoke.ts";

/**
 * Calls the service: `client.share.link.create({…})`, or by id `client.invoke("share.link.create", {…})`.
 * Calls reject with a {@link GeoperaError}, or with the reason of the caller's own signal.
 */
export class GeoperaClient extends OperationTree {
  /** Calls an operation by its id. */
  readonly invoke: Invoke;
  /** Calls an operation that this version of the client may not know: without types, once. */
  readonly invokeUnknown: InvokeUnknown;
  /** Calls an operation that answers bytes, and reads them as they arrive. */
  readonly stream: Stream;
  /** Goes through a list with all its pages: `for await (const link of client.each("share.link.list"))`. */
  readonly each: EachRow;

  constructor(settings: ClientSettings) {
    const { invoke, stream, invokeUnknown } = createCalls(settings);
    const each = createEachRow(invoke);
    super(invoke, each);
    this.invoke = invoke;
    this.invokeUnknown = invokeUnknown;
    this.stream = stream;
    this.each = each;
  }
}
