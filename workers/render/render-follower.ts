import { explain } from "../../infra/trails/explanation.ts";
import type { SpanExporter } from "../../infra/trails/span-exporter.ts";
import { spansOf } from "../../infra/trails/span.ts";
import type { Trail } from "../../infra/trails/trail.ts";
import type { Config } from "../../infra/config.ts";
import type { Explanations } from "../../queue/explanations.ts";

/**
 * A render explains itself when it and its wait took half of what makes a request slow: the request waited
 * for it, and for more.
 */
const SLOW_SHARE = 0.5;

interface Parts {
  readonly explanations: Explanations;
  readonly exporter: SpanExporter | undefined;
  readonly slowMs: Config["EXPLAIN_SLOW_MS"];
}

/** How a render ended. */
interface Ending {
  readonly blockKey: string;
  readonly waitedMs: number;
  readonly outcome: string;
}

/** Keeps where the time of slow and failed renders went, and sends traces. */
export class RenderFollower {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A render has ended. */
  end(trail: Trail, { blockKey, waitedMs, outcome }: Ending): void {
    const { explanations, exporter, slowMs } = this.#parts;
    const isError = outcome !== "rendered";
    const tookMs = waitedMs + trail.elapsedMs;
    // Work in the background may wait.
    const isOwn = trail.facts["urgency"] === "now";
    const isSlow = isOwn && slowMs !== "off" && (isError || tookMs >= slowMs * SLOW_SHARE);
    if (isSlow || trail.isWanted) {
      const facts = { outcome: outcome.slice(0, 300) };
      explanations.keep(explain(trail, { id: blockKey, kind: "render", program: "workers", facts }));
    }
    exporter?.add(
      spansOf(trail, { name: "tile.render", kind: "consumer", attributes: { block: blockKey }, isError }),
    );
  }
}
