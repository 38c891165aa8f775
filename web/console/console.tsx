/**
 * The console's start: goes on with the session of this tab, or signs in with what the address holds, a key or
 * a code of the external issuer.
 */
import { render } from "preact";
import { OwnerClient } from "../client/owner-client.ts";
import { takeReturn } from "../client/issuer-sign-in.ts";
import { elementById } from "../components/element-by-id.ts";
import { keptLanguage } from "../languages/kept-language.ts";
import { preferredLanguage } from "../languages/translate.ts";
import { ConsolePage } from "./console-page.tsx";
import { loadConsoleWording } from "./wording.ts";

const client = new OwnerClient(new URL("../", location.href));
const key = takeKeyFromAddress();
if (key !== undefined) await client.signIn({ kind: "key", key });
const returned = takeReturn(client.base);
const fault = typeof returned === "object" ? await client.signIn({ kind: "code", ...returned }) : returned;
const wording = await loadConsoleWording(keptLanguage() ?? preferredLanguage(navigator.languages));
render(
  <ConsolePage client={client} firstFault={fault} firstWording={wording} />,
  elementById("page", HTMLElement),
);

/** `npm start` prints an address with its key after "#key="; the key leaves address bar and history at once. */
function takeKeyFromAddress(): string | undefined {
  const carried = new URLSearchParams(location.hash.slice(1)).get("key");
  if (carried === null) return undefined;
  history.replaceState(null, "", location.pathname);
  return carried;
}
