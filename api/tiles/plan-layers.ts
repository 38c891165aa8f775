import { profileStyle } from "../../core/styles/profile.ts";
import { automaticStyle, type RenderStyle } from "../../core/styles/render-style.ts";
import type { Box } from "../../core/tiles/tile-grid.ts";
import { clipLayers, styleFingerprint, type PlanLayer } from "../../core/tiles/tile-plan.ts";
import { mapInSlices } from "../../infra/map-in-slices.ts";
import type { AssetRow } from "../../storage/catalog/assets.ts";
import { isDerived, type ProfileRow } from "../../storage/catalog/profiles.ts";
import type { RasterItem } from "../../storage/links/share-targets.ts";

/** Null, the empty name and this name mean the default profile of each item. */
const DEFAULT_NAME = "default";

/** The name of a profile as grants hold it: empty for the default. */
export function profileName(profile: string | null | undefined): string {
  return profile === null || profile === undefined || profile === DEFAULT_NAME ? "" : profile;
}

/** The layers of some rasters by profile, planned once each: a map requests the same ones with every tile. */
export class ProfileLayers {
  readonly #byName = new Map<string, Promise<readonly PlanLayer[] | undefined>>();
  readonly #planned = new Map<string, readonly PlanLayer[]>();
  readonly #rasters: readonly RasterItem[];
  readonly #area: readonly Box[] | undefined;

  /** With an area in degrees, nothing is drawn outside it. */
  constructor(rasters: readonly RasterItem[], area: readonly Box[] | undefined) {
    this.#rasters = rasters;
    this.#area = area;
  }

  /** Layers in the default profile of each item. */
  async findDefault(): Promise<readonly PlanLayer[]> {
    return (await this.#plan(undefined)) ?? [];
  }

  /** Layers by the name or id of a profile; undefined when no item has it. */
  async find(name: string): Promise<readonly PlanLayer[] | undefined> {
    // Unknown names are not remembered: clients could fill the memory with them.
    if (!this.#rasters.some(({ profiles }) => profiles.some((profile) => isNamed(profile, name)))) {
      return undefined;
    }
    const known = this.#byName.get(name) ?? this.#plan(name);
    this.#byName.set(name, known);
    const layers = await known;
    if (layers !== undefined) this.#planned.set(name, layers);
    return layers;
  }

  /** The names of the profiles that can be found, each once. */
  names(): string[] {
    return [...new Set(this.#rasters.flatMap(({ profiles }) => profiles.map(({ name }) => name)))];
  }

  /** Whether a profile is how the items are drawn unless a request names another: the default of them all. */
  isDefault(name: string): boolean {
    return this.#rasters.every(({ profiles }) =>
      profiles.some((profile) => profile.is_default && profile.name === name),
    );
  }

  /** As {@link find}, only when the layers are planned already. */
  peek(name: string): readonly PlanLayer[] | undefined {
    return this.#planned.get(name);
  }

  /** In slices: the colours of a thousand items take longer than others may wait. */
  async #plan(name: string | undefined): Promise<readonly PlanLayer[] | undefined> {
    const layers = await mapInSlices(this.#rasters, (item) =>
      planLayer(item, findProfile(item.profiles, name), name),
    );
    return this.#area === undefined ? layers.flat() : clipLayers(layers.flat(), this.#area);
  }
}

function isNamed({ id, name: own }: ProfileRow, name: string | undefined): boolean {
  return id === name || own === name;
}

/**
 * The rasters in a profile, topmost first; undefined when no item has it. Items of a mosaic without it are
 * drawn in their own default.
 */
export function planLayers(
  rasters: readonly RasterItem[],
  name: string | undefined,
): PlanLayer[] | undefined {
  const chosen = rasters.map((item) => ({ item, profile: findProfile(item.profiles, name) }));
  const found = chosen.some(({ profile }) => profile !== undefined && isNamed(profile, name));
  if (name !== undefined && !found) return undefined;
  return chosen.flatMap(({ item, profile }) => planLayer(item, profile, name));
}

function findProfile(profiles: readonly ProfileRow[], name: string | undefined): ProfileRow | undefined {
  return (
    profiles.find((profile) => profile.id === name) ??
    profiles.find((profile) => profile.name === name) ??
    profiles.find((profile) => profile.is_default)
  );
}

/** A profile that the service derived is a choice only where a request names it. */
function planLayer(
  { assets }: RasterItem,
  profile: ProfileRow | undefined,
  name: string | undefined,
): PlanLayer[] {
  const asset = assets.find(({ key }) => key === profile?.asset_key) ?? assets[0];
  if (asset === undefined) return [];
  const isChosen = profile !== undefined && (!isDerived(profile) || isNamed(profile, name));
  const fits = isChosen || profile?.asset_key === asset.key;
  const style = profile && fits ? styleIn(asset, profile) : undefined;
  const layer = layerOf(asset, style ?? automaticStyle(asset.raster));
  return [style !== undefined && isChosen ? layer : { ...layer, isAutomatic: true }];
}

/** One raster in one style. */
export function layerOf(asset: AssetRow, style: RenderStyle): PlanLayer {
  const { id, version, raster, state } = asset;
  const layer = { assetId: id, version, raster, style, styleKey: styleFingerprint(style) };
  return state === "ready" ? layer : { ...layer, unprepared: state };
}

/**
 * A profile was checked against its raster when it was made. If the file was replaced and it no longer fits,
 * the style is automatic.
 */
function styleIn({ raster }: AssetRow, profile: ProfileRow): RenderStyle | undefined {
  try {
    return profileStyle(profile.type, profile.config, raster);
  } catch {
    return undefined;
  }
}
