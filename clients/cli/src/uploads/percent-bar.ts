import type { Io } from "../io.ts";

/** A bar on stderr when that is a terminal: one line for each stage of the work. */
export interface PercentBar {
  /** Draws how far a stage is, from 0 to 1; `note` follows the bar. */
  show(stage: string, fraction: number, note?: string): void;
  /** Leaves the line as it is and begins another one. */
  end(): void;
}

const BAR_WIDTH = 30;
const REDRAW_MS = 100;

/** Starts a bar; without a terminal it draws nothing. */
export function startPercentBar(io: Io): PercentBar {
  let drawnMs = 0;
  let isOpen = false;
  return {
    show(stage, fraction, note = "") {
      if (!io.terminal.stderr) return;
      const isWhole = fraction >= 1;
      if (!isWhole && isOpen && io.now() - drawnMs < REDRAW_MS) return;
      drawnMs = io.now();
      isOpen = true;
      io.stderr.write(`\r${percentLine(stage, fraction, note)}\u001b[K`);
    },
    end() {
      if (isOpen) io.stderr.write("\n");
      isOpen = false;
    },
  };
}

/** The stage, its bar, the percentage and a note. */
export function percentLine(stage: string, fraction: number, note: string): string {
  const filled = Math.floor(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
  const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
  return `${stage} ${bar} ${Math.floor(fraction * 100)} %${note === "" ? "" : `  ${note}`}`;
}

/** A number of bytes for people: "2.1 GB". */
export function bytesForPeople(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const exponent = bytes < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** exponent;
  return `${value >= 100 || exponent === 0 ? Math.round(value) : value.toFixed(1)} ${units[exponent]}`;
}
