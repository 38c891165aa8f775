import { identifyProcess } from "../../local/services/processes.ts";

/** Whether a process with this number runs; one that has ended and that nobody has collected does not. */
export function isAlive(pid: number): boolean {
  return identifyProcess(pid) !== undefined;
}
