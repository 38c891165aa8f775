import { expect, test } from "vitest";
import { itemsCall, itemsIn, NO_FILTER } from "./item-search.ts";

test("images are listed until something narrows them, then they are searched, in all projects too", () => {
  expect(itemsCall("p", NO_FILTER, 24)).toEqual(["items.list", { project_id: "p", limit: 24 }]);
  const [operation, input] = itemsCall("p", { ...NO_FILTER, name: " dyke ", to: "2026-05-01" }, 24);
  expect(operation).toBe("items.search");
  expect(input).toMatchObject({
    project_id: "p",
    query: { title: { contains: "dyke" } },
    datetime: "../2026-05-01",
  });
  const area = [170, -20, -170, -10] as const;
  const everywhere = itemsCall("p", { ...NO_FILTER, isInAllProjects: true, area }, 24);
  expect(everywhere).toMatchObject(["items.search_org", { bbox: area }]);
  expect(everywhere[1]).not.toHaveProperty("project_id");
});

test("a found image without collection has the id of its project in its place", () => {
  const properties = {
    "geopera:item_id": "i",
    "geopera:project_id": "p",
    title: "Dyke",
    created: "2026-05-01",
  };
  const answer = { features: [{ collection: "p", properties }], numberMatched: 30, next_token: "t" };
  const { items, count, hasMore } = itemsIn(answer);
  expect(items).toMatchObject([{ id: "i", project_id: "p", collection_id: null, name: "Dyke" }]);
  expect([count, hasMore]).toEqual([30, true]);
});
