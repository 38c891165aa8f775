import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliCommands } from "./cli/cli-commands.ts";
import { clientModel, type ClientModel } from "./client-model.ts";
import { readOpenapiDocument } from "./openapi-document.ts";
import { readProblemTypes, type ProblemType } from "./problem-types.ts";
import { pythonErrors } from "./python/python-errors.ts";
import { pythonOperations, pythonResources } from "./python/python-operations.ts";
import { pythonTypes } from "./python/python-types.ts";
import { typescriptErrors } from "./typescript/typescript-errors.ts";
import { typescriptOperations, typescriptOperationTree } from "./typescript/typescript-operations.ts";
import { typescriptTypes } from "./typescript/typescript-types.ts";

/** Generated files, relative to this repository's root. */
const FILES: Readonly<Record<string, (model: ClientModel, problemTypes: readonly ProblemType[]) => string>> =
  {
    "clients/typescript/src/generated/schemas.ts": typescriptTypes,
    "clients/typescript/src/generated/operations.ts": typescriptOperations,
    "clients/typescript/src/generated/operation-tree.ts": typescriptOperationTree,
    "clients/typescript/src/generated/errors.ts": (_model, types) => typescriptErrors(types),
    "clients/python/geopera_share/_generated/schemas.py": pythonTypes,
    "clients/python/geopera_share/_generated/operations.py": pythonOperations,
    "clients/python/geopera_share/_generated/resources.py": pythonResources,
    "clients/python/geopera_share/_generated/errors.py": (_model, types) => pythonErrors(types),
    "clients/cli/src/generated/commands.ts": cliCommands,
  };

/** `--write` makes the files anew; `--check` fails when one is not what the documents say. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const model = clientModel(await readOpenapiDocument(root));
const problemTypes = await readProblemTypes(root);

for (const [file, print] of Object.entries(FILES)) {
  const path = join(root, file);
  const text = print(model, problemTypes);
  if (process.argv.includes("--write")) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    process.stderr.write(`${file} is not what docs/openapi.json says: run \`npm run clients\`.\n`);
    process.exitCode = 1;
  }
}
