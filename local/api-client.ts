/** An operation did not succeed. */
export class OperationFailed extends Error {
  override readonly name = "OperationFailed";
  readonly status: number;

  constructor(operation: string, status: number, answer: string) {
    super(`${operation} answered ${status}: ${readDetail(answer)}`);
    this.status = status;
  }
}

/** The message of a problem object or of a list of input faults, in one line. */
function readDetail(answer: string): string {
  try {
    const { detail } = JSON.parse(answer) as { detail?: string | { msg: string }[] };
    if (typeof detail === "string") return detail;
    return detail?.map((fault) => fault.msg).join("; ") ?? answer;
  } catch {
    return answer;
  }
}

/** Calls an operation by its id; rejects with an OperationFailed for any status that is no success. */
export type CallOperation = <Output>(operation: string, input: object) => Promise<Output>;

/** Operations of one API for one key. */
export function connectApi(apiUrl: string, apiKey: string): CallOperation {
  return async <Output>(operation: string, input: object) => {
    const answer = await fetch(`${apiUrl}/v1/op/${operation}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(60_000),
    });
    const body = await answer.text();
    if (!answer.ok) throw new OperationFailed(operation, answer.status, body);
    return JSON.parse(body) as Output;
  };
}

/** The answer of a call, or undefined when the API refuses it (4xx), because its object no longer exists. */
export async function answerOrNothing<Output>(call: Promise<Output>): Promise<Output | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof OperationFailed && error.status < 500 && error.status !== 429) return undefined;
    throw error;
  }
}
