import type { Operation } from "../operation.ts";
import { apiKeysCreate } from "./api-keys/create.ts";
import { apiKeysList } from "./api-keys/list.ts";
import { apiKeysRevoke } from "./api-keys/revoke.ts";
import { auditList } from "./audit/list.ts";
import { billingRatesSet } from "./billing/rates/set.ts";
import { billingRatesList } from "./billing/rates/list.ts";
import { billingPlansAssign } from "./billing/plans/assign.ts";
import { billingStatementsGet } from "./billing/statements/get.ts";
import { billingStatementsList } from "./billing/statements/list.ts";
import { billingPeriodsClose } from "./billing/periods/close.ts";
import { billingPeriodsList } from "./billing/periods/list.ts";
import { billingCreditsCreate } from "./billing/credits/create.ts";
import { billingExportsCreate } from "./billing/exports/create.ts";
import { billingExportsGet } from "./billing/exports/get.ts";
import { billingExportsList } from "./billing/exports/list.ts";
import { billingExportsDownload } from "./billing/exports/download.ts";
import { collectionsCreate } from "./collections/create.ts";
import { collectionsDelete } from "./collections/delete.ts";
import { collectionsGet } from "./collections/get.ts";
import { collectionsList } from "./collections/list.ts";
import { collectionsUpdate } from "./collections/update.ts";
import { itemsAssetDownload } from "./items/asset/download.ts";
import { itemsGetStac } from "./items/get-stac.ts";
import { itemsCreate } from "./items/create.ts";
import { itemsDelete } from "./items/delete.ts";
import { itemsGet } from "./items/get.ts";
import { itemsListAssets } from "./items/list-assets.ts";
import { itemsListByCollection } from "./items/list-by-collection.ts";
import { itemsList } from "./items/list.ts";
import { itemsTileRender } from "./items/tile/render.ts";
import { itemsTileStatistics } from "./items/tile/statistics.ts";
import { itemsTileTilejson } from "./items/tile/tilejson.ts";
import { itemsTileWmtsCapabilities } from "./items/tile/wmts-capabilities.ts";
import { itemsUpdate } from "./items/update.ts";
import { projectsAddMember } from "./projects/add-member.ts";
import { projectsCreate } from "./projects/create.ts";
import { projectsRemoveMember } from "./projects/remove-member.ts";
import { projectsUpdateMember } from "./projects/update-member.ts";
import { shareLinkCreate } from "./share/link/create.ts";
import { shareLinkGet } from "./share/link/get.ts";
import { shareLinkList } from "./share/link/list.ts";
import { shareLinkRevoke } from "./share/link/revoke.ts";
import { shareLinkRotate } from "./share/link/rotate.ts";
import { shareLinkUpdate } from "./share/link/update.ts";
import { shareLinkUsage } from "./share/link/usage.ts";
import { shareLinkValidate } from "./share/link/validate.ts";
import { shareTileRender } from "./share/tile/render.ts";
import { shareTilejson } from "./share/tilejson.ts";
import { uploadsComplete } from "./uploads/complete.ts";
import { uploadsFail } from "./uploads/fail.ts";
import { uploadsInitiate } from "./uploads/initiate.ts";
import { uploadsProgress } from "./uploads/progress.ts";
import { uploadsSignedUrl } from "./uploads/signed-url.ts";
import { usageCurrent } from "./usage/current.ts";
import { usageHistory } from "./usage/history.ts";
import { visualizationProfileCreate } from "./visualization/profile/create.ts";
import { visualizationProfileUpdate } from "./visualization/profile/update.ts";
import { visualizationProfileDelete } from "./visualization/profile/delete.ts";
import { visualizationProfileSetDefault } from "./visualization/profile/set-default.ts";
import { visualizationProfileGet } from "./visualization/profile/get.ts";
import { visualizationProfilesList } from "./visualization/profiles/list.ts";

/** Every operation: URLs, OpenAPI, clients and the command line come from this list and from nothing else. */
export const OPERATIONS: readonly Operation[] = [
  shareLinkCreate,
  shareLinkRevoke,
  shareLinkValidate,
  shareTileRender,
  shareTilejson,
  shareLinkGet,
  shareLinkList,
  shareLinkUpdate,
  shareLinkRotate,
  shareLinkUsage,
  apiKeysCreate,
  apiKeysList,
  apiKeysRevoke,
  projectsCreate,
  projectsAddMember,
  projectsUpdateMember,
  projectsRemoveMember,
  collectionsCreate,
  collectionsGet,
  collectionsList,
  collectionsUpdate,
  collectionsDelete,
  itemsCreate,
  itemsGet,
  itemsList,
  itemsListByCollection,
  itemsUpdate,
  itemsDelete,
  itemsListAssets,
  itemsAssetDownload,
  itemsGetStac,
  itemsTileRender,
  itemsTileTilejson,
  itemsTileStatistics,
  itemsTileWmtsCapabilities,
  visualizationProfileCreate,
  visualizationProfileUpdate,
  visualizationProfileDelete,
  visualizationProfileSetDefault,
  visualizationProfileGet,
  visualizationProfilesList,
  uploadsInitiate,
  uploadsSignedUrl,
  uploadsProgress,
  uploadsComplete,
  uploadsFail,
  usageCurrent,
  usageHistory,
  auditList,
  billingRatesSet,
  billingRatesList,
  billingPlansAssign,
  billingStatementsGet,
  billingStatementsList,
  billingPeriodsClose,
  billingPeriodsList,
  billingCreditsCreate,
  billingExportsCreate,
  billingExportsGet,
  billingExportsList,
  billingExportsDownload,
];
