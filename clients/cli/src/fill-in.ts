import type { CommandDefinition } from "./command-definition.ts";
import type { Service } from "./credentials/service.ts";
import type { Io } from "./io.ts";
import { identify } from "./session/identify.ts";
import { chooseProject } from "./uploads/choose-project.ts";

/** Fields that {@link fillIn} can say. */
export const FILLED_IN: readonly string[] = ["project_id", "organization_id"];

/** Fills in required ids that the credentials already say: the organization, and the only project. */
export async function fillIn(
  io: Io,
  { client, baseUrl, token }: Service,
  { flags }: CommandDefinition,
  input: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const lacks = (name: string) =>
    flags.some(({ field, required }) => required && field === name) && !Object.hasOwn(input, name);
  const filled = { ...input };
  if (token === undefined) return filled;
  if (lacks("project_id"))
    filled["project_id"] = await chooseProject(client, undefined, { mayCreate: false });
  if (lacks("organization_id")) {
    const bearer = typeof token === "function" ? await token() : token;
    const { geopera_org_id } = await identify(io, { base_url: baseUrl, api_key: bearer });
    if (typeof geopera_org_id === "string") filled["organization_id"] = geopera_org_id;
  }
  return filled;
}
