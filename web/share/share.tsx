/** The share page's start: reads the link in the address, and the language that its reader prefers. */
import { render } from "preact";
import { createLinkClient } from "../client/link-client.ts";
import { elementById } from "../components/element-by-id.ts";
import { loadWording, preferredLanguage } from "../languages/translate.ts";
import { keptLanguage } from "../languages/kept-language.ts";
import { SharePage } from "./share-page.tsx";

const token = tokenIn(location.pathname);
const carried = takePasswordFromAddress();
const wording = await loadWording(keptLanguage() ?? preferredLanguage(navigator.languages));
render(
  <SharePage
    link={createLinkClient(new URL("../", location.href), token)}
    isComplete={token !== ""}
    carriedPassword={carried}
    firstWording={wording}
  />,
  elementById("page", HTMLElement),
);

/** What follows `/s/`. */
function tokenIn(path: string): string {
  const segment = /\/s\/([^/]*)\/?$/.exec(path)?.[1] ?? "";
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * A link may carry its password after "#password=". Browsers do not send that part; it must leave address bar
 * and history.
 */
function takePasswordFromAddress(): string | undefined {
  const password = new URLSearchParams(location.hash.slice(1)).get("password");
  if (password === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return password;
}
