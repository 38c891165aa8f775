import { identifyProcess } from "../../local/services/processes.ts";

/** Whether a process with this number runs; a zombie does not. */
export function isAlive(pid: number): boolean {
  return identifyProcess(pid) !== undefined;
}
