const ANSWER_TIMEOUT_MS = 30_000;

/** The problem object of a failed call, as far as pages read it. */
export interface Problem {
  /** Why a link has ended: "revoked", "expired" or "target_deleted". */
  readonly reason?: string;
  /** The code of a refusal of the identity endpoints, such as "access_denied". */
  readonly error?: string;
  /** What is wrong, in words; of an input that breaks its schema, a list of faults. */
  readonly detail?: string | readonly { readonly loc?: readonly unknown[]; readonly msg?: string }[];
}

/** A call that brought no value; status 0 means that no usable answer came. */
export interface Failure {
  readonly ok: false;
  readonly status: number;
  readonly problem?: Problem | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** What a call to the public API resolves with; it never rejects. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Failure;

/**
 * Fetches JSON without credentials, within 30 seconds. `Value` is what docs/openapi.json promises; it is not
 * checked.
 */
export async function askJson<Value>(url: string | URL, options: RequestInit = {}): Promise<Answer<Value>> {
  try {
    const response = await fetch(url, {
      ...options,
      credentials: "omit",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok && body !== undefined) return { ok: true, value: body as Value };
    return {
      ok: false,
      status: response.ok ? 0 : response.status,
      problem: body ?? undefined,
      retryAfterSeconds: secondsIn(response.headers.get("retry-after")),
    };
  } catch {
    return { ok: false, status: 0 };
  }
}

/** Calls an operation of the public API below `base`. */
export async function callOperation<Value>(
  base: URL,
  operation: string,
  input: object,
): Promise<Answer<Value>> {
  return await askJson(new URL(`v1/op/${operation}`, base), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
}

function secondsIn(retryAfter: string | null): number | undefined {
  const seconds = Number.parseInt(retryAfter ?? "", 10);
  return Number.isNaN(seconds) ? undefined : seconds;
}
