import { execFileSync } from "node:child_process";

/**
 * A Python for the client (3.11 with httpx): PYTHON, the first on the path, or the system's; undefined with a
 * warning.
 */
export function findPython(testFile: string): string | undefined {
  const candidates = [process.env["PYTHON"], "python3", "/usr/bin/python3"];
  const python = candidates.find((candidate) => candidate !== undefined && hasHttpx(candidate));
  if (python === undefined) {
    console.warn(`SKIPPED ${testFile}: no Python 3.11 with httpx (Debian: apt-get install python3-httpx)`);
  }
  return python;
}

function hasHttpx(python: string): boolean {
  try {
    const program = "import httpx, sys; sys.exit(sys.version_info < (3, 11))";
    execFileSync(python, ["-c", program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
