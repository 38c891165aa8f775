import { GeoperaClient, GeoperaError } from "@geopera/share-client";
import { CliError } from "../cli-error.ts";
import type { Profile } from "../credentials/profile.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { discoverOpenid, getAs } from "./openid-configuration.ts";

/** The identity behind a profile's credentials, by the service; throws for credentials that it rejects. */
export async function identify(
  io: Io,
  { base_url, api_key, session }: Profile,
): Promise<Record<string, unknown>> {
  const token = api_key ?? session?.access_token;
  if (token === undefined) throw new CliError("Not signed in; run `geopera login`.", EXIT.denied);
  const configuration = await discoverOpenid(base_url, io.signal);
  if (configuration?.userinfo_endpoint === undefined) return await identifyByKeyList(base_url, token, io);
  const { status, body } = await getAs(configuration.userinfo_endpoint, token, io.signal);
  if (status === 200) return body;
  if (status === 401 || status === 403)
    throw new CliError("The service does not take these credentials.", EXIT.denied);
  throw new CliError(`The service does not say who you are: status ${status}.`, EXIT.unavailable);
}

/** Without userinfo: finds this key in the organization's list of keys, if it may read that. */
async function identifyByKeyList(baseUrl: string, token: string, io: Io): Promise<Record<string, unknown>> {
  const client = new GeoperaClient({ baseUrl, token });
  try {
    const { api_keys } = await client.api_keys.list({}, { signal: io.signal });
    const own = api_keys.find(({ prefix }) => token.startsWith(prefix));
    return { geopera_principal_type: "api_key", ...own };
  } catch (error) {
    // The key is valid but may not read the list of keys.
    if (error instanceof GeoperaError && error.status === 403) return { geopera_principal_type: "api_key" };
    throw error;
  }
}
