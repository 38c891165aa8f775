import { Agent, request } from "node:http";

/** What clients saw that asked for one thing again and again, until an answer ended their connection. */
interface Asked {
  readonly answered: number;
  /** Answers that ended their connection. */
  readonly closed: number;
  /** Answers other than 200. */
  readonly failed: number;
  /** Connections that were cut under a request. */
  readonly cut: number;
}

/**
 * Clients that keep their connections and ask again at once, each until an answer ends its connection: it
 * would then go elsewhere. Resolves when each has its first answer, to what all of them come to.
 */
export async function keepAsking(url: string, clients: number): Promise<{ readonly end: Promise<Asked> }> {
  const counts = { answered: 0, closed: 0, failed: 0, cut: 0 };
  const started: Promise<void>[] = [];
  const ended = Array.from({ length: clients }, () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let begin: () => void = () => undefined;
    started.push(new Promise((resolve) => (begin = resolve)));
    return askOn(url, agent, counts, () => begin()).finally(() => agent.destroy());
  });
  await Promise.all(started);
  return { end: Promise.all(ended).then(() => counts) };
}

async function askOn(
  url: string,
  agent: Agent,
  counts: { -readonly [Name in keyof Asked]: number },
  onAnswer: () => void,
): Promise<void> {
  for (;;) {
    const outcome = await askOnce(url, agent);
    if (outcome === "cut") {
      counts.cut += 1;
      return;
    }
    counts.answered += 1;
    counts.failed += outcome.status === 200 ? 0 : 1;
    counts.closed += outcome.isClosed ? 1 : 0;
    onAnswer();
    if (outcome.isClosed) return;
  }
}

function askOnce(
  url: string,
  agent: Agent,
): Promise<"cut" | { readonly status: number; readonly isClosed: boolean }> {
  return new Promise((resolve) => {
    const sent = request(url, { agent }, (response) => {
      response.resume().once("error", () => resolve("cut"));
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, isClosed: response.headers.connection === "close" }),
      );
    });
    sent.once("error", () => resolve("cut"));
    sent.end();
  });
}
