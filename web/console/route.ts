import { useEffect, useState } from "preact/hooks";

/** A view of the console; each has an address behind `#`. */
export type Route =
  | { readonly view: "share" }
  | { readonly view: "links" }
  | { readonly view: "items" }
  | { readonly view: "new-link"; readonly itemId: string };

/** The view that an address names; sharing where it names none. */
export function routeOf(hash: string): Route {
  const [view, itemId] = hash.replace(/^#\/?/, "").split("/");
  if (view === "new-link" && itemId) return { view, itemId: decodeURIComponent(itemId) };
  return view === "links" || view === "items" ? { view } : { view: "share" };
}

/** The address of a view. */
export function addressOf(route: Route): string {
  return route.view === "new-link" ? `#/new-link/${encodeURIComponent(route.itemId)}` : `#/${route.view}`;
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
