import { Counter, Gauge, type Registry } from "prom-client";

/** What a pool of render processes reports. */
export interface RenderPoolFigures {
  readonly processes: readonly {
    readonly inFlight: number;
    /** As of the process's last answer. */
    readonly residentBytes: number;
    readonly state: "starting" | "ready" | "draining";
  }[];
  /** Tasks without a process yet. */
  readonly waiting: number;
  readonly crashes: number;
  readonly timeouts: number;
  /** Processes replaced because of their memory. */
  readonly replacements: number;
}

const STATES = ["starting", "ready", "draining"] as const;

/** Registers the metrics of render processes; they are read from `figures` whenever they are scraped. */
export function registerRenderPool(registry: Registry, figures: () => RenderPoolFigures): void {
  const registers = [registry];
  const gauge = (name: string, help: string, read: (now: RenderPoolFigures) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(figures()));
      },
    });
  const counter = (name: string, help: string, read: (now: RenderPoolFigures) => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read(figures()));
      },
    });
  registry.registerMetric(
    new Gauge({
      name: "geopera_render_processes",
      help: "Render processes of this worker, by state.",
      labelNames: ["state"] as const,
      registers: [],
      collect() {
        const { processes } = figures();
        for (const state of STATES) {
          this.set({ state }, processes.filter((process) => process.state === state).length);
        }
      },
    }),
  );
  gauge("geopera_render_tasks_waiting", "Tasks that wait for a render process.", ({ waiting }) => waiting);
  gauge("geopera_render_tasks_in_flight", "Tasks that render processes are working on.", ({ processes }) =>
    processes.reduce((sum, { inFlight }) => sum + inFlight, 0),
  );
  gauge(
    "geopera_render_process_resident_bytes_max",
    "Resident memory of the largest render process, as of its last answer.",
    ({ processes }) => Math.max(0, ...processes.map(({ residentBytes }) => residentBytes)),
  );
  counter("geopera_render_process_crashes_total", "Render processes that died.", ({ crashes }) => crashes);
  counter(
    "geopera_render_process_replacements_total",
    "Render processes replaced because of their memory.",
    ({ replacements }) => replacements,
  );
  counter("geopera_render_timeouts_total", "Tasks that took too long.", ({ timeouts }) => timeouts);
}

/** Registers whether the render processes of this worker are sandboxed. */
export function registerSandbox(registry: Registry, isSandboxed: boolean): void {
  new Gauge({
    name: "geopera_render_sandboxed",
    help: "1 when render processes run in namespaces of their own.",
    registers: [registry],
  }).set(isSandboxed ? 1 : 0);
}
