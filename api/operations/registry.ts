import type { Operation } from "./operation.ts";
import { apiKeysCreate } from "../api-keys/api-keys.create.ts";
import { apiKeysList } from "../api-keys/api-keys.list.ts";
import { apiKeysRevoke } from "../api-keys/api-keys.revoke.ts";
import { securityLogList } from "../audit/security-log.list.ts";
import { usersList } from "../people/users.list.ts";
import { usersDisable } from "../people/users.disable.ts";
import { usersEnable } from "../people/users.enable.ts";
import { usersChangePassword } from "../people/users.change-password.ts";
import { sessionsList } from "../people/sessions.list.ts";
import { sessionsRevoke } from "../people/sessions.revoke.ts";
import { auditList } from "../audit/audit.list.ts";
import { billingRatesSet } from "../billing/billing.rates.set.ts";
import { billingRatesList } from "../billing/billing.rates.list.ts";
import { billingPlansAssign } from "../billing/billing.plans.assign.ts";
import { billingStatementsGet } from "../billing/billing.statements.get.ts";
import { billingStatementsList } from "../billing/billing.statements.list.ts";
import { billingPeriodsClose } from "../billing/billing.periods.close.ts";
import { billingPeriodsPreview } from "../billing/billing.periods.preview.ts";
import { billingPeriodsList } from "../billing/billing.periods.list.ts";
import { billingPeriodsDraft } from "../billing/billing.periods.draft.ts";
import { billingPeriodsApprove } from "../billing/billing.periods.approve.ts";
import { billingSettingsGet } from "../billing/billing.settings.get.ts";
import { billingSettingsUpdate } from "../billing/billing.settings.update.ts";
import { billingBooksList } from "../billing/billing.books.list.ts";
import { billingBooksStatements } from "../billing/billing.books.statements.ts";
import { billingRatesSimulate } from "../billing/billing.rates.simulate.ts";
import { billingRatesEnd } from "../billing/billing.rates.end.ts";
import { billingAdjustmentsCreate } from "../billing/billing.adjustments.create.ts";
import { billingAdjustmentsList } from "../billing/billing.adjustments.list.ts";
import { billingAdjustmentsVoid } from "../billing/billing.adjustments.void.ts";
import { billingAdjustmentsRerate } from "../billing/billing.adjustments.rerate.ts";
import { billingAccountsList } from "../billing/billing.accounts.list.ts";
import { billingAccountsEnd } from "../billing/billing.accounts.end.ts";
import { billingAdjustmentsDocument } from "../billing/billing.adjustments.document.ts";
import { billingPartiesGet } from "../billing/billing.parties.get.ts";
import { billingPartiesSet } from "../billing/billing.parties.set.ts";
import { billingStatementsDocument } from "../billing/billing.statements.document.ts";
import { billingCreditsCreate } from "../billing/billing.credits.create.ts";
import { billingExportsCreate } from "../billing/billing.exports.create.ts";
import { billingExportsGet } from "../billing/billing.exports.get.ts";
import { billingExportsList } from "../billing/billing.exports.list.ts";
import { billingExportsDownload } from "../billing/billing.exports.download.ts";
import { billingDeliveriesCreate } from "../deliveries/billing.deliveries.create.ts";
import { billingDeliveriesList } from "../deliveries/billing.deliveries.list.ts";
import { billingDeliveriesGet } from "../deliveries/billing.deliveries.get.ts";
import { billingDeliveriesUpdate } from "../deliveries/billing.deliveries.update.ts";
import { billingDeliveriesDelete } from "../deliveries/billing.deliveries.delete.ts";
import { billingDeliveriesRun } from "../deliveries/billing.deliveries.run.ts";
import { billingDeliveriesTest } from "../deliveries/billing.deliveries.test-call.ts";
import { billingDeliveriesRunsList } from "../deliveries/billing.deliveries.runs.list.ts";
import { budgetsCreate } from "../budgets/budgets.create.ts";
import { budgetsList } from "../budgets/budgets.list.ts";
import { budgetsUpdate } from "../budgets/budgets.update.ts";
import { budgetsDelete } from "../budgets/budgets.delete.ts";
import { collectionsCreate } from "../collections/collections.create.ts";
import { collectionsDelete } from "../collections/collections.delete.ts";
import { collectionsGet } from "../collections/collections.get.ts";
import { collectionsList } from "../collections/collections.list.ts";
import { collectionsThumbnail } from "../tiles/collections.thumbnail.ts";
import { collectionsUpdate } from "../collections/collections.update.ts";
import { eventSubscriptionsCreate } from "../events/event-subscriptions.create.ts";
import { eventSubscriptionsGet } from "../events/event-subscriptions.get.ts";
import { eventSubscriptionsList } from "../events/event-subscriptions.list.ts";
import { eventSubscriptionsUpdate } from "../events/event-subscriptions.update.ts";
import { eventSubscriptionsDelete } from "../events/event-subscriptions.delete.ts";
import { eventSubscriptionsRotateSecret } from "../events/event-subscriptions.rotate-secret.ts";
import { eventSubscriptionsTest } from "../events/event-subscriptions.test-call.ts";
import { eventSubscriptionsDeliveriesList } from "../events/event-subscriptions.deliveries.list.ts";
import { eventSubscriptionsDeliveriesReplay } from "../events/event-subscriptions.deliveries.replay.ts";
import { eventsList } from "../events/events.list.ts";
import { itemsAssetDownload } from "../items/items.asset.download.ts";
import { itemsGetStac } from "../items/items.get-stac.ts";
import { itemsCreate } from "../items/items.create.ts";
import { itemsDelete } from "../items/items.delete.ts";
import { itemsGet } from "../items/items.get.ts";
import { itemsIngestCancel } from "../items/items.ingest.cancel.ts";
import { itemsIngestRetry } from "../items/items.ingest.retry.ts";
import { itemsListAssets } from "../items/items.list-assets.ts";
import { itemsListByCollection } from "../items/items.list-by-collection.ts";
import { itemsList } from "../items/items.list.ts";
import { itemsSearchOrg } from "../items/items.search-org.ts";
import { itemsSearch } from "../items/items.search.ts";
import { itemsTileLegend } from "../tiles/items.tile.legend.ts";
import { itemsThumbnail } from "../tiles/items.thumbnail.ts";
import { itemsTilePoint } from "../tiles/items.tile.point.ts";
import { itemsTileRender } from "../tiles/items.tile.render.ts";
import { itemsTileStatistics } from "../tiles/items.tile.statistics.ts";
import { itemsTileTilejson } from "../tiles/items.tile.tilejson.ts";
import { itemsTileWmtsCapabilities } from "../tiles/items.tile.wmts-capabilities.ts";
import { itemsUpdate } from "../items/items.update.ts";
import { organizationsLimitsGet } from "../organizations/organizations.limits.get.ts";
import { organizationsTagsGet } from "../organizations/organizations.tags.get.ts";
import { organizationsTagsUpdate } from "../organizations/organizations.tags.update.ts";
import { organizationsRulesGet } from "../organizations/organizations.rules.get.ts";
import { organizationsRulesUpdate } from "../organizations/organizations.rules.update.ts";
import { assetsDelete } from "../assets/assets.delete.ts";
import { itemsReplaceAsset } from "../items/items.replace-asset.ts";
import { itemsMove } from "../items/items.move.ts";
import { itemsDuplicate } from "../items/items.duplicate.ts";
import { itemsLineage } from "../items/items.lineage.ts";
import { itemsSetAssetBandNames } from "../items/items.set-asset-band-names.ts";
import { itemsDetectAssetBands } from "../items/items.detect-asset-bands.ts";
import { itemsListExpiring } from "../items/items.list-expiring.ts";
import { itemsExpireBatch } from "../items/items.expire-batch.ts";
import { itemsTileWmtsGetTile } from "../tiles/items.tile.wmts-get-tile.ts";
import { uploadsList } from "../uploads/uploads.list.ts";
import { provenanceGet } from "../provenance/provenance.get.ts";
import { organizationsCreate } from "../organizations/organizations.create.ts";
import { organizationsGet } from "../organizations/organizations.get.ts";
import { organizationsUpdate } from "../organizations/organizations.update.ts";
import { projectsAddMember } from "../projects/projects.add-member.ts";
import { projectsCreate } from "../projects/projects.create.ts";
import { projectsArchive } from "../projects/projects.archive.ts";
import { projectsDelete } from "../projects/projects.delete.ts";
import { projectsGet } from "../projects/projects.get.ts";
import { projectsUpdate } from "../projects/projects.update.ts";
import { projectsListMembers } from "../projects/projects.list-members.ts";
import { projectsList } from "../projects/projects.list.ts";
import { projectsRemoveMember } from "../projects/projects.remove-member.ts";
import { projectsUpdateMember } from "../projects/projects.update-member.ts";
import { shareLinkIntroduce } from "../links/share.link.introduce.ts";
import { shareItemsList } from "../links/share.items.list.ts";
import { shareLinkCreate } from "../links/share.link.create.ts";
import { shareLinkGet } from "../links/share.link.get.ts";
import { shareLinkList } from "../links/share.link.list.ts";
import { shareLinkPause } from "../links/share.link.pause.ts";
import { shareLinkResume } from "../links/share.link.resume.ts";
import { shareLinkRevoke } from "../links/share.link.revoke.ts";
import { shareLinkRotate } from "../links/share.link.rotate.ts";
import { shareLinkUpdate } from "../links/share.link.update.ts";
import { shareLinkUsage } from "../links/share.link.usage.ts";
import { shareLinkValidate } from "../links/share.link.validate.ts";
import { shareLegend } from "../tiles/share.legend.ts";
import { sharePreview } from "../tiles/share.preview.ts";
import { sharePoint } from "../tiles/share.point.ts";
import { shareTileRender } from "../tiles/share.tile.render.ts";
import { shareTilejson } from "../tiles/share.tilejson.ts";
import { stacCollectionsList } from "../stac/stac.collections.list.ts";
import { stacSearch } from "../stac/stac.search.ts";
import { uploadsComplete } from "../uploads/uploads.complete.ts";
import { uploadsFail } from "../uploads/uploads.fail.ts";
import { uploadsGet } from "../uploads/uploads.get.ts";
import { uploadsInitiate } from "../uploads/uploads.initiate.ts";
import { uploadsPartUrls } from "../uploads/uploads.part-urls.ts";
import { uploadsProgress } from "../uploads/uploads.progress.ts";
import { uploadsSignedUrl } from "../uploads/uploads.signed-url.ts";
import { billingStatusGet } from "../billing/billing.status.get.ts";
import { billingPlansList } from "../billing/billing.plans.list.ts";
import { billingInvoicesList } from "../billing/billing.invoices.list.ts";
import { billingCreditsBalance } from "../billing/billing.credits.balance.ts";
import { billingCreditsTransactions } from "../billing/billing.credits.transactions.ts";
import { billingReconciliationRun } from "../reconciliation/billing.reconciliation.run.ts";
import { billingReconciliationRunAll } from "../reconciliation/billing.reconciliation.run-all.ts";
import { billingReconciliationListRuns } from "../reconciliation/billing.reconciliation.list-runs.ts";
import { billingReconciliationDetectDrift } from "../reconciliation/billing.reconciliation.detect-drift.ts";
import { usageRecalculateStorage } from "../usage/usage.recalculate-storage.ts";
import { usageCurrent } from "../usage/usage.current.ts";
import { usageHistory } from "../usage/usage.history.ts";
import { usageQuery } from "../usage/usage.query.ts";
import { visualizationProfileCreate } from "../profiles/visualization.profile.create.ts";
import { visualizationProfileUpdate } from "../profiles/visualization.profile.update.ts";
import { visualizationProfileDelete } from "../profiles/visualization.profile.delete.ts";
import { visualizationProfileSetDefault } from "../profiles/visualization.profile.set-default.ts";
import { visualizationProfileGet } from "../profiles/visualization.profile.get.ts";
import { bandFormulasCreate } from "../formulas/band-formulas.create.ts";
import { bandFormulasGet } from "../formulas/band-formulas.get.ts";
import { bandFormulasList } from "../formulas/band-formulas.list.ts";
import { bandFormulasUpdate } from "../formulas/band-formulas.update.ts";
import { bandFormulasDelete } from "../formulas/band-formulas.delete.ts";
import { cogColormaps } from "../cog/cog.colormaps.ts";
import { cogFormulas } from "../cog/cog.formulas.ts";
import { cogThumbnail } from "../cog/cog.thumbnail.ts";
import { cogStatistics } from "../cog/cog.statistics.ts";
import { cogTileRender } from "../cog/cog.tile.render.ts";
import { cogTileTerrain } from "../cog/cog.tile.terrain.ts";
import { visualizationListFor } from "../profiles/visualization.list-for.ts";
import { visualizationProfilesList } from "../profiles/visualization.profiles.list.ts";
import { tilesWarmEstimate } from "../warm-ups/tiles.warm.estimate.ts";
import { tilesWarmStart } from "../warm-ups/tiles.warm.start.ts";
import { tilesWarmGet } from "../warm-ups/tiles.warm.get.ts";
import { tilesWarmList } from "../warm-ups/tiles.warm.list.ts";
import { tilesWarmCancel } from "../warm-ups/tiles.warm.cancel.ts";
import { tilesWarmResume } from "../warm-ups/tiles.warm.resume.ts";

/** Every operation: URLs, OpenAPI, clients and the command line come from this list and from nothing else. */
export const OPERATIONS: readonly Operation[] = [
  shareLinkCreate,
  shareLinkPause,
  shareLinkResume,
  shareLinkRevoke,
  shareLinkValidate,
  shareItemsList,
  shareLinkIntroduce,
  shareTileRender,
  shareTilejson,
  shareLegend,
  sharePoint,
  sharePreview,
  shareLinkGet,
  shareLinkList,
  shareLinkUpdate,
  shareLinkRotate,
  shareLinkUsage,
  apiKeysCreate,
  apiKeysList,
  apiKeysRevoke,
  organizationsRulesGet,
  organizationsTagsGet,
  organizationsTagsUpdate,
  organizationsRulesUpdate,
  organizationsCreate,
  organizationsGet,
  organizationsUpdate,
  projectsCreate,
  projectsGet,
  projectsUpdate,
  projectsArchive,
  projectsDelete,
  projectsList,
  projectsListMembers,
  projectsAddMember,
  projectsUpdateMember,
  projectsRemoveMember,
  collectionsCreate,
  collectionsGet,
  collectionsList,
  collectionsUpdate,
  collectionsThumbnail,
  collectionsDelete,
  itemsCreate,
  itemsGet,
  itemsList,
  itemsListByCollection,
  itemsSearch,
  itemsSearchOrg,
  itemsUpdate,
  itemsDelete,
  itemsMove,
  itemsDuplicate,
  itemsLineage,
  itemsListExpiring,
  itemsExpireBatch,
  itemsListAssets,
  itemsReplaceAsset,
  assetsDelete,
  itemsSetAssetBandNames,
  itemsDetectAssetBands,
  itemsIngestCancel,
  itemsIngestRetry,
  itemsAssetDownload,
  itemsGetStac,
  itemsTileRender,
  itemsTileTilejson,
  itemsTileStatistics,
  itemsTileLegend,
  itemsTilePoint,
  itemsThumbnail,
  itemsTileWmtsCapabilities,
  itemsTileWmtsGetTile,
  stacSearch,
  stacCollectionsList,
  provenanceGet,
  visualizationProfileCreate,
  visualizationProfileUpdate,
  visualizationProfileDelete,
  visualizationProfileSetDefault,
  visualizationProfileGet,
  visualizationProfilesList,
  visualizationListFor,
  bandFormulasCreate,
  bandFormulasGet,
  bandFormulasList,
  bandFormulasUpdate,
  bandFormulasDelete,
  cogColormaps,
  cogFormulas,
  cogThumbnail,
  cogStatistics,
  cogTileRender,
  cogTileTerrain,
  uploadsInitiate,
  uploadsSignedUrl,
  uploadsPartUrls,
  uploadsGet,
  uploadsList,
  uploadsProgress,
  uploadsComplete,
  uploadsFail,
  usageCurrent,
  usageHistory,
  usageQuery,
  usageRecalculateStorage,
  organizationsLimitsGet,
  auditList,
  securityLogList,
  usersList,
  usersDisable,
  usersEnable,
  usersChangePassword,
  sessionsList,
  sessionsRevoke,
  billingRatesSet,
  billingRatesList,
  billingPlansAssign,
  billingStatementsGet,
  billingStatementsList,
  billingStatementsDocument,
  billingPeriodsPreview,
  billingPeriodsClose,
  billingPeriodsList,
  billingPeriodsDraft,
  billingPeriodsApprove,
  billingSettingsGet,
  billingSettingsUpdate,
  billingBooksList,
  billingBooksStatements,
  billingCreditsCreate,
  billingCreditsBalance,
  billingCreditsTransactions,
  billingStatusGet,
  billingPlansList,
  billingInvoicesList,
  billingReconciliationRun,
  billingReconciliationRunAll,
  billingReconciliationListRuns,
  billingReconciliationDetectDrift,
  billingRatesSimulate,
  billingRatesEnd,
  billingAdjustmentsCreate,
  billingAdjustmentsList,
  billingAdjustmentsVoid,
  billingAdjustmentsRerate,
  billingAdjustmentsDocument,
  billingPartiesGet,
  billingPartiesSet,
  billingAccountsList,
  billingAccountsEnd,
  billingExportsCreate,
  billingExportsGet,
  billingExportsList,
  billingExportsDownload,
  eventSubscriptionsCreate,
  eventSubscriptionsGet,
  eventSubscriptionsList,
  eventSubscriptionsUpdate,
  eventSubscriptionsDelete,
  eventSubscriptionsRotateSecret,
  eventSubscriptionsTest,
  eventSubscriptionsDeliveriesList,
  eventSubscriptionsDeliveriesReplay,
  eventsList,
  billingDeliveriesCreate,
  billingDeliveriesList,
  billingDeliveriesGet,
  billingDeliveriesUpdate,
  billingDeliveriesDelete,
  billingDeliveriesRun,
  billingDeliveriesTest,
  billingDeliveriesRunsList,
  budgetsCreate,
  budgetsList,
  budgetsUpdate,
  budgetsDelete,
  tilesWarmEstimate,
  tilesWarmStart,
  tilesWarmGet,
  tilesWarmList,
  tilesWarmCancel,
  tilesWarmResume,
];
