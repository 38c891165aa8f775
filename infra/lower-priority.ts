import { constants, getPriority, setPriority } from "node:os";

/**
 * Makes this thread, or this process where it has one, so much nicer than it was started: a system that runs
 * under `nice` or a service manager's niceness may go down from there, and not up.
 */
export function lowerPriority(by: number): void {
  setPriority(0, Math.min(constants.priority.PRIORITY_LOW, getPriority(0) + by));
}
