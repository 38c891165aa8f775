import type { Io } from "../io.ts";

/** A bar on stderr when that is a terminal. */
export interface Progress {
  step(): void;
  end(): void;
}

const BAR_WIDTH = 30;
const REDRAW_MS = 100;

/** Starts a bar for a number of tiles. */
export function startProgress(io: Io, total: number): Progress {
  if (!io.terminal.stderr) return { step() {}, end() {} };
  const startedMs = io.now();
  let done = 0;
  let drawnMs = 0;
  const draw = () => {
    drawnMs = io.now();
    io.stderr.write(`\r${progressLine(done, total, drawnMs - startedMs)}\u001b[K`);
  };
  return {
    step() {
      done += 1;
      if (io.now() - drawnMs >= REDRAW_MS) draw();
    },
    end() {
      draw();
      io.stderr.write("\n");
    },
  };
}

/** The bar, the count, tiles per second and the time left. */
export function progressLine(done: number, total: number, elapsedMs: number): string {
  const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  const perSecond = elapsedMs > 0 ? (done / elapsedMs) * 1000 : 0;
  const rate =
    perSecond > 0 && done < total
      ? `  ${perSecond.toFixed(1)}/s  ${duration((total - done) / perSecond)} left`
      : "";
  return `${bar} ${done}/${total} tiles${rate}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
