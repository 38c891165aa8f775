const ANSWER_TIMEOUT_MS = 30_000;

/**
 * The operations the page calls, for one link. Answers are `{ok: true, value}` or `{ok: false, status, problem,
 * retryAfterSeconds}`; status 0 means that no answer came.
 */
export function createShareApi(base, token) {
  const ask = async (url, options) => {
    try {
      const response = await fetch(url, {
        ...options,
        credentials: "omit",
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      const body = await response.json().catch(() => undefined);
      if (response.ok && body !== undefined) return { ok: true, value: body };
      const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
      return {
        ok: false,
        status: response.ok ? 0 : response.status,
        problem: body,
        retryAfterSeconds: Number.isNaN(seconds) ? undefined : seconds,
      };
    } catch {
      return { ok: false, status: 0 };
    }
  };

  const call = (operation, input) =>
    ask(new URL(`v1/op/${operation}`, base), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });

  return {
    /** Redeems the link: what is shared, and how a map shows it. */
    async open(password) {
      const shared = await call("share.link.validate", { token, password });
      if (!shared.ok) return shared;
      // Its own URL, not the operation: one look at a link is one view of those its owner allows.
      const url = shared.value.tilejson_url;
      const tilejson = url ? await ask(url) : await call("share.tilejson", { token, password });
      if (!tilejson.ok) return tilejson;
      return { ok: true, value: { share: shared.value, tilejson: tilejson.value } };
    },
  };
}
