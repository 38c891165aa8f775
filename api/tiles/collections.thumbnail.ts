import { z } from "zod";
import { InputError, ProblemError } from "../../core/errors.ts";
import { findShareTarget } from "../../storage/links/share-targets.ts";
import type { Deps } from "../deps.ts";
import { defineOperation } from "../operations/operation.ts";
import { resourceId } from "../operations/schemas.ts";
import { answerPicture, pictureInput } from "./answer-picture.ts";
import type { TileAnswerDeps } from "./answer-tile.ts";
import { profileName, ProfileLayers } from "./plan-layers.ts";

export const collectionsThumbnail = defineOperation({
  id: "collections.thumbnail",
  summary: "A picture of all items of a collection together; free, as all tiles of owners are.",
  scope: "items:read",
  sideEffect: "read",
  bearer: "required",
  inputName: "CollectionThumbnailInput",
  input: z.strictObject({ collection_id: resourceId, ...pictureInput }),
  outputName: null,
  output: "binary",
  resources: { collection: { kind: "collection", role: "viewer", field: "collection_id" } },
  async run(deps: TileAnswerDeps & Pick<Deps, "database">, input, { resources: { collection }, signal }) {
    const name = profileName(input.profile);
    const target = await findShareTarget(
      deps.database,
      "collection",
      collection.id,
      name === "" ? [] : [name],
    );
    if (target?.type !== "collection") throw new ProblemError("not_found", "No such collection.");
    const planned = new ProfileLayers(target.rasters, undefined);
    const layers = name === "" ? await planned.findDefault() : await planned.find(name);
    if (layers === undefined) throw InputError.at("profile", "names no profile of the collection's items");
    const source = { kind: "item", organizationId: collection.organization_id, layers } as const;
    return await answerPicture(deps, source, input, { ifNoneMatch: undefined, signal });
  },
});
