import { runSceneWork, storeProduced, type ScenePlace } from "./scene-tools.ts";
import type { CollectionPlan, ItemPlan } from "./share-collection.ts";

/** The rasters of the demo; `scene` names its maker in local/demo/scenes/demo-scenes.ts. */
const ITEMS: readonly (Omit<ItemPlan, "objectKey"> & { readonly scene: string })[] = [
  {
    scene: "blue-marble",
    name: "Blue Marble",
    description: "The whole earth without clouds, by NASA Visible Earth (public domain).",
    type: "derived_raster",
    datetime: "2004-07-01T00:00:00Z",
  },
  {
    scene: "topography",
    name: "Topography",
    description: "Heights of the land as shades of grey, by NASA Visible Earth (public domain).",
    type: "derived_raster",
    datetime: "2003-06-01T00:00:00Z",
  },
  {
    scene: "valley",
    name: "Valley, four bands",
    description: "Blue, green, red and near infrared as of Sentinel-2; computed, the place is invented.",
    type: "satellite_capture",
    datetime: "2026-05-14T10:00:31Z",
  },
];

/**
 * Writes missing rasters of the demo into the object store. Resolves to the plan for sharing and the keys it
 * wrote.
 */
export async function prepareDemo(
  place: ScenePlace,
): Promise<{ plan: CollectionPlan; rewrittenKeys: ReadonlySet<string> }> {
  const rewrittenKeys = new Set<string>();
  const ensureRaster = async ({ scene, ...item }: (typeof ITEMS)[number]): Promise<ItemPlan> => {
    const objectKey = `organizations/${place.organizationId}/assets/demo/${scene}.tif`;
    if ((await place.objectStore.head(objectKey)) === undefined) {
      place.log(`making the demo's ${item.name}, once …`);
      await storeProduced(place, objectKey, (file) => runSceneWork(["demo", scene, file]));
      rewrittenKeys.add(objectKey);
    }
    return { ...item, objectKey };
  };
  const [first, ...others] = await Promise.all(ITEMS.map(ensureRaster));
  if (first === undefined) throw new Error("the demo has items");
  const plan = {
    name: "Demo",
    description: "The earth, its heights and a capture of a valley.",
    items: [first, ...others] as const,
    sharesCollection: true,
  };
  return { plan, rewrittenKeys };
}
