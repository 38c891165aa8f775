import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../infra/package-root.ts";

/** Where the data of the system lies that `npm start` runs in this clone; empty when there is none. */
export function readLocalSettings(): Record<string, string> {
  const file = join(packageRoot, ".geopera", "demo.json");
  if (!existsSync(file)) return {};
  const demo = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string | undefined>>;
  return {
    DATABASE_URL: demo["database_url"] ?? "",
    REDIS_URL: demo["redis_url"] ?? "",
    OBJECT_STORE_URL: demo["object_store_url"] ?? "",
  };
}
