import { dirname } from "node:path";
import type { WorkerConfig } from "../../infra/config.ts";
import type { AssetLocator } from "../render/asset-location.ts";
import { withView, type Sandbox, type SandboxView } from "../render/processes/sandbox.ts";
import { runIngestProcess, type IngestOutcome } from "./process/run-ingest-process.ts";
import type { IngestWork } from "./process-ingest-job.ts";

/** What ingest processes are started with. */
interface RunnerParts {
  readonly locator: AssetLocator;
  /** One that has been tried. */
  readonly sandbox: Sandbox;
  readonly view: SandboxView;
  /** The store is a directory: then a process sees its own files only, and no network. */
  readonly isLocal: boolean;
  readonly config: Pick<
    WorkerConfig,
    "INGEST_PROCESS_BYTES_MAX" | "INGEST_TIMEOUT_SECONDS" | "INGEST_THREADS" | "INGEST_CACHE_MEGABYTES"
  >;
  /** Ends all processes: their jobs are tried again elsewhere. */
  readonly closing: AbortSignal;
}

/** A network store is read from the first byte to the last, so in large pieces. */
const READING_OPTIONS = { CPL_VSIL_CURL_CHUNK_SIZE: "1048576", GDAL_HTTP_MAX_RETRY: "5" };

/** Runs conversions and checks, each in a process of its own that sees nothing but its files. */
export function createIngestRunner(parts: RunnerParts): (work: IngestWork) => Promise<IngestOutcome> {
  const { locator, sandbox, view, isLocal, config, closing } = parts;
  return async ({ ingest, crsText, destination, signal, onProgress }) => {
    const source = locator.locate(ingest.source_key);
    const sidecars = ingest.sidecar_keys.map((key) => locator.locate(key));
    const seen = isLocal ? { ...view, files: [source, ...sidecars] } : view;
    const task = {
      kind: ingest.kind,
      source,
      destination,
      hasSidecars: sidecars.length > 0,
      crsText,
      isCategorical: ingest.is_categorical,
      threads: config.INGEST_THREADS,
      cacheMegabytes: config.INGEST_CACHE_MEGABYTES,
      gdalOptions: isLocal ? {} : { ...locator.gdalOptions, ...READING_OPTIONS },
    };
    const outcome = await runIngestProcess(task, {
      sandbox: withView(sandbox, { ...seen, writableFolder: dirname(destination) }),
      bytesMax: config.INGEST_PROCESS_BYTES_MAX,
      timeoutMs: config.INGEST_TIMEOUT_SECONDS * 1_000,
      signal: AbortSignal.any([signal, closing]),
      onProgress,
    });
    const isClosing = outcome.kind === "aborted" && closing.aborted && !signal.aborted;
    return isClosing ? { kind: "stopping" } : outcome;
  };
}
