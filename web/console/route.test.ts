import { expect, test } from "vitest";
import { addressOf, routeOf, type Route } from "./route.ts";

test.each<Route>([
  { view: "share" },
  { view: "links" },
  { view: "items" },
  { view: "style", itemId: "01a2244a-2911-7458-a92a-a1a143d037e5" },
  { view: "usage" },
  { view: "organization", part: "people" },
  { view: "organization", part: "webhooks" },
  { view: "link", linkId: "01a2244a-2911-7458-a92a-a1a143d037e4" },
  { view: "collections" },
  { view: "new-link", target: "item", id: "01a2244a-2911-7458-a92a-a1a143d037e3" },
  { view: "new-link", target: "collection", id: "01a2244a-2911-7458-a92a-a1a143d037e3", projectId: "01a2" },
])("%j has an address that leads to it", (route) => {
  expect(routeOf(addressOf(route))).toEqual(route);
});

test.each(["", "#", "#/", "#/nothing", "#/new-link", "#/new-link/"])("%s leads to sharing", (hash) => {
  expect(routeOf(hash)).toEqual({ view: "share" });
});
