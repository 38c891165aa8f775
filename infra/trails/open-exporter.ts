import type { Config } from "../config.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Logger } from "../logger.ts";
import type { SpanExporter } from "./span-exporter.ts";

/** The settings of traces. */
export type TraceSettings = Pick<
  Config,
  "OTEL_EXPORTER_OTLP_ENDPOINT" | "OTEL_EXPORTER_OTLP_HEADERS" | "OTEL_TRACES_SAMPLER_ARG"
>;

/** The exporter to the collector; undefined, and not even loaded, where no collector is set. */
export async function openExporter(
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = "" }: TraceSettings,
  component: string,
  { logger, lifecycle }: { readonly logger: Logger; readonly lifecycle: Lifecycle },
): Promise<SpanExporter | undefined> {
  if (endpoint === undefined) return undefined;
  const { SpanExporter } = await import("./span-exporter.ts");
  const pairs = headers.split(",").filter((pair) => pair !== "");
  const named = pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
  const exporter = new SpanExporter({
    endpoint,
    headers: Object.fromEntries(named) as Record<string, string>,
    component,
    logger,
  });
  lifecycle.onClose(`traces of ${component}`, () => exporter.close());
  return exporter;
}
