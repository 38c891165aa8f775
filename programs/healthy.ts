import { reportFailure } from "../infra/command-line.ts";

/**
 * Ends with exit code 0 when an address of this machine, such as `8081/health/live`, answers in time: what
 * the health check of a container runs.
 */
const DEADLINE_MS = 3_000;

const [address = ""] = process.argv.slice(2);
try {
  const { ok, status } = await fetch(`http://127.0.0.1:${address}`, {
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (!ok) throw new Error(`${address} answers ${status}`);
} catch (error) {
  process.exitCode = reportFailure(error, "");
}
