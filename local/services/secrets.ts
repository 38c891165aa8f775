import { createHmac, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.object({
  databasePassword: z.string().min(32),
  redisPassword: z.string().min(32),
  grantSecret: z.string().min(32),
  operatorKey: z.string().min(32),
});

/** The secrets of one local system. */
export type LocalSecrets = z.infer<typeof schema>;

/** Reads the secrets of a directory, or creates them; only this account may read the file. */
export function ensureSecrets(directory: string): LocalSecrets {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "secrets.json");
  const draft = `${file}.${process.pid}`;
  const make = () => randomBytes(24).toString("base64url");
  const secrets: LocalSecrets = {
    databasePassword: make(),
    redisPassword: make(),
    grantSecret: make(),
    operatorKey: make(),
  };
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The password of the serving role; it does not lead back to that of the owner. */
export function servingPassword({ databasePassword }: LocalSecrets): string {
  return createHmac("sha256", databasePassword).update("serving role").digest("base64url");
}

/** The secret that encrypts what endpoints of customers need; it does not lead back to that of grants. */
export function deliverySecret({ grantSecret }: LocalSecrets): string {
  return createHmac("sha256", grantSecret).update("deliveries").digest("base64url");
}
