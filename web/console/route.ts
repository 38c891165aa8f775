import { useEffect, useState } from "preact/hooks";

/** The parts of an organization that have a view of their own. */
export const ORGANIZATION_PARTS = [
  "people",
  "keys",
  "sessions",
  "rules",
  "limits",
  "audit",
  "security",
  "webhooks",
] as const;

/** One of {@link ORGANIZATION_PARTS}. */
export type OrganizationPart = (typeof ORGANIZATION_PARTS)[number];

/** The parts of the operator's view. */
export const OPERATOR_PARTS = ["accounts", "prices", "months", "reconciliation"] as const;

/** One of {@link OPERATOR_PARTS}. */
export type OperatorPart = (typeof OPERATOR_PARTS)[number];

/** A view of the console; each has an address behind `#`. */
export type Route =
  | { readonly view: "share" }
  | { readonly view: "links" }
  | { readonly view: "items" }
  | { readonly view: "collections" }
  | { readonly view: "usage" }
  | { readonly view: "organization"; readonly part: OrganizationPart }
  | { readonly view: "operator"; readonly part: OperatorPart }
  | { readonly view: "item"; readonly itemId: string }
  | { readonly view: "style"; readonly itemId: string }
  | { readonly view: "link"; readonly linkId: string }
  | ({ readonly view: "new-link" } & LinkTarget);

/** What a new link shares. */
export type LinkTarget =
  | { readonly target: "item"; readonly id: string }
  | { readonly target: "collection"; readonly id: string; readonly projectId: string };

/** The view that an address names; sharing where it names none. */
export function routeOf(hash: string): Route {
  const [view, id, target, projectId] = hash.replace(/^#\/?/, "").split("/");
  if (view === "new-link" && id && target === "collection" && projectId) {
    return { view, target, id: decodeURIComponent(id), projectId: decodeURIComponent(projectId) };
  }
  if (view === "new-link" && id) return { view, target: "item", id: decodeURIComponent(id) };
  if ((view === "style" || view === "item") && id) return { view, itemId: decodeURIComponent(id) };
  if (view === "link" && id) return { view, linkId: decodeURIComponent(id) };
  if (view === "organization") {
    return { view, part: ORGANIZATION_PARTS.find((part) => part === id) ?? "people" };
  }
  if (view === "operator") return { view, part: OPERATOR_PARTS.find((part) => part === id) ?? "accounts" };
  const plain = (["links", "items", "collections", "usage"] as const).find((each) => each === view);
  return { view: plain ?? "share" };
}

/** The address of a view. */
export function addressOf(route: Route): string {
  switch (route.view) {
    case "new-link": {
      const of = route.target === "item" ? "" : `/collection/${encodeURIComponent(route.projectId)}`;
      return `#/new-link/${encodeURIComponent(route.id)}${of}`;
    }
    case "organization":
    case "operator":
      return `#/${route.view}/${route.part}`;
    case "item":
    case "style":
      return `#/${route.view}/${encodeURIComponent(route.itemId)}`;
    case "link":
      return `#/link/${encodeURIComponent(route.linkId)}`;
    default:
      return `#/${route.view}`;
  }
}

/** The view of the address, as it changes. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
