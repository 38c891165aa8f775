/** The share page's start: asks for the password, then shows the map. */
import { createLinkClient } from "../client/link-client.ts";
import { copyOnClick } from "../components/copy-button.ts";
import { elementById } from "../components/element-by-id.ts";
import { describeRefusal } from "./describe-refusal.ts";
import { createGate } from "./gate.ts";
import { openAsTyped } from "./open-as-typed.ts";

const link = createLinkClient(new URL("../", location.href), tokenIn(location.pathname));
const gate = createGate(openMap);
copyOnClick(elementById("copy-address", HTMLButtonElement), elementById("tile-address", HTMLInputElement));

const carried = takePasswordFromAddress();
if (carried !== undefined) void gate.submit(carried);

/**
 * Shows the map if the password is right, else the problem. MapLibre loads once the password is known to be
 * right.
 */
async function openMap(typed: string): Promise<void> {
  let loading: ReturnType<typeof loadMapView> | undefined;
  const onAccepted = () => {
    loading = loadMapView();
    // The failure is handled below, where the module is awaited.
    loading.catch(() => undefined);
  };
  const { answer, password } = await openAsTyped(typed, (each) => link.open(each, onAccepted));
  if (!answer.ok) return gate.showProblem(describeRefusal(answer));
  try {
    const { showMap } = await (loading ?? loadMapView());
    await showMap(answer.value, {
      reopen: () => link.open(password),
      close: (problem) => gate.reopen(problem),
    });
    gate.hide();
  } catch (error) {
    reportError(error);
    gate.showProblem({
      kind: "retry",
      text: "The map could not be drawn. It needs a browser with WebGL switched on.",
    });
  }
}

async function loadMapView() {
  return await import("./map-view.ts");
}

function tokenIn(path: string): string {
  const segment = path.split("/").findLast(Boolean) ?? "";
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
