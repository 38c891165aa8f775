import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../../infra/package-root.ts";

// Compiles assembly/ to binary.ts: tsx workers/render/kernels/build.ts --write | --check
const folder = fileURLToPath(new URL(".", import.meta.url));
const target = join(folder, "binary.ts");
/** Compiling takes half a minute, so a passed check is repeated only when one of its inputs has changed. */
const passedFile = join(packageRoot, ".geopera", "cache", "kernels-checked");

if (process.argv[2] === "--write") writeFileSync(target, await compileModule());
else if (!existsSync(passedFile) || readFileSync(passedFile, "utf8") !== fingerprint()) {
  if (readFileSync(target, "utf8") !== (await compileModule())) {
    throw new Error("workers/render/kernels/binary.ts is not what assembly/ compiles to: npm run kernels");
  }
  mkdirSync(dirname(passedFile), { recursive: true });
  writeFileSync(passedFile, fingerprint());
}

/** Of the sources, the result, this file and the compiler's version. */
function fingerprint(): string {
  const sources = readdirSync(join(folder, "assembly")).map((name) => join(folder, "assembly", name));
  const compiler = join(packageRoot, "node_modules", "assemblyscript", "package.json");
  const hash = createHash("sha256");
  for (const file of [...sources.sort(), target, fileURLToPath(import.meta.url), compiler]) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function compileModule(): Promise<string> {
  return `// Written by \`npm run kernels\` from assembly/.

/** The kernels as a WebAssembly module, in base64. */
export const KERNELS_BASE64 =
  "${(await compileKernels()).toString("base64")}";
`;
}

async function compileKernels(): Promise<Buffer> {
  const { main: compile } = await import("assemblyscript/asc");
  const output = mkdtempSync(join(tmpdir(), "kernels-"));
  try {
    const wasm = join(output, "kernels.wasm");
    const options = ["-O3", "--runtime", "stub", "--enable", "simd", "--importMemory", "--stackSize", "0"];
    const { error } = await compile(["assembly/index.ts", "-o", wasm, ...options, "--baseDir", folder]);
    if (error) throw error;
    return readFileSync(wasm);
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
