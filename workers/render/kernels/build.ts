import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main as compile } from "assemblyscript/asc";

// Compiles assembly/ to binary.ts: tsx workers/render/kernels/build.ts --write | --check
const folder = fileURLToPath(new URL(".", import.meta.url));
const target = join(folder, "binary.ts");

const source = `// Written by \`npm run kernels\` from assembly/.

/** The kernels as a WebAssembly module, in base64. */
export const KERNELS_BASE64 =
  "${(await compileKernels()).toString("base64")}";
`;

if (process.argv[2] === "--write") {
  writeFileSync(target, source);
} else if (readFileSync(target, "utf8") !== source) {
  throw new Error("workers/render/kernels/binary.ts is not what assembly/ compiles to: npm run kernels");
}

async function compileKernels(): Promise<Buffer> {
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
