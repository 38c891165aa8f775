/** The page's own start: asks for the password, then hands over to the map. */
import { createGate } from "./gate.js";
import { describeProblem } from "./problems.js";
import { createShareApi } from "./share-api.js";

const api = createShareApi(new URL("../", location.href), tokenIn(location.pathname));
const gate = createGate(openMap);

const carried = takePasswordFromAddress();
if (carried !== undefined) void gate.submit(carried);

/** Shows the map if the password is right, else what is wrong. */
async function openMap(password) {
  const answer = await api.open(password);
  if (!answer.ok) return gate.showProblem(describeProblem(answer));
  try {
    const { showMap } = await import("./map-view.js");
    const reopen = () => api.open(password);
    await showMap({ ...answer.value, reopen, close: (problem) => gate.showEnd(problem) });
    gate.hide();
  } catch (error) {
    reportError(error);
    gate.showProblem({
      kind: "retry",
      text: "The map could not be drawn. It needs a browser with WebGL switched on.",
    });
  }
}

function tokenIn(path) {
  const segment = path.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A link may carry its password behind "#password=", which browsers do not send; it must not stay in the address bar or the history. */
function takePasswordFromAddress() {
  const carried = new URLSearchParams(location.hash.slice(1)).get("password");
  if (carried === null) return undefined;
  history.replaceState(null, "", location.pathname + location.search);
  return carried;
}
