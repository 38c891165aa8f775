import { useEffect, useState } from "preact/hooks";

/** The parts of an organization that have a view of their own. */
export const ORGANIZATION_PARTS = [
  "people",
  "keys",
  "sessions",
  "rules",
  "limits",
  "audit",
  "webhooks",
] as const;

/** One of {@link ORGANIZATION_PARTS}. */
export type OrganizationPart = (typeof ORGANIZATION_PARTS)[number];

/** A view of the console; each has an address behind `#`. */
export type Route =
  | { readonly view: "share" }
  | { readonly view: "links" }
  | { readonly view: "items" }
  | { readonly view: "usage" }
  | { readonly view: "organization"; readonly part: OrganizationPart }
  | { readonly view: "style"; readonly itemId: string }
  | { readonly view: "link"; readonly linkId: string }
  | { readonly view: "new-link"; readonly itemId: string };

/** The view that an address names; sharing where it names none. */
export function routeOf(hash: string): Route {
  const [view, id] = hash.replace(/^#\/?/, "").split("/");
  if (view === "new-link" && id) return { view, itemId: decodeURIComponent(id) };
  if (view === "style" && id) return { view, itemId: decodeURIComponent(id) };
  if (view === "link" && id) return { view, linkId: decodeURIComponent(id) };
  if (view === "organization") {
    return { view, part: ORGANIZATION_PARTS.find((part) => part === id) ?? "people" };
  }
  return view === "links" || view === "items" || view === "usage" ? { view } : { view: "share" };
}

/** The address of a view. */
export function addressOf(route: Route): string {
  switch (route.view) {
    case "new-link":
      return `#/new-link/${encodeURIComponent(route.itemId)}`;
    case "organization":
      return `#/organization/${route.part}`;
    case "style":
      return `#/style/${encodeURIComponent(route.itemId)}`;
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
