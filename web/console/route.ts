import { useEffect, useState } from "preact/hooks";

/** A view of the console; each has an address behind `#`. */
export type Route =
  | { readonly view: "share" }
  | { readonly view: "links" }
  | { readonly view: "items" }
  | { readonly view: "link"; readonly linkId: string }
  | { readonly view: "new-link"; readonly itemId: string };

/** The view that an address names; sharing where it names none. */
export function routeOf(hash: string): Route {
  const [view, id] = hash.replace(/^#\/?/, "").split("/");
  if (view === "new-link" && id) return { view, itemId: decodeURIComponent(id) };
  if (view === "link" && id) return { view, linkId: decodeURIComponent(id) };
  return view === "links" || view === "items" ? { view } : { view: "share" };
}

/** The address of a view. */
export function addressOf(route: Route): string {
  switch (route.view) {
    case "new-link":
      return `#/new-link/${encodeURIComponent(route.itemId)}`;
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
