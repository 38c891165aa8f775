// Generated from docs/openapi.json by `npm run clients`; changes here are lost.

import type { BinaryAnswer } from "../binary-answer.ts";
import type {
  AddMemberInput,
  ApiKeyCreateInput,
  ApiKeyCreateOutput,
  ApiKeyListInput,
  ApiKeyRevokeInput,
  ApiKeyRevokeOutput,
  ApiKeysListOutput,
  AssetDeleteInput,
  AssetDeleteOutput,
  AssetDownloadInput,
  AssetOutput,
  AuditListInput,
  AuditListOutput,
  BandFormulaCreateInput,
  BandFormulaDeleteInput,
  BandFormulaDeleteOutput,
  BandFormulaGetInput,
  BandFormulaOutput,
  BandFormulaUpdateInput,
  BandFormulasListInput,
  BandFormulasListOutput,
  BillingAccounts,
  BillingAccountsEnd,
  BillingAccountsEndOutput,
  BillingAccountsList,
  BillingAdjustment,
  BillingAdjustmentsCreate,
  BillingAdjustmentsDocument,
  BillingAdjustmentsList,
  BillingAdjustmentsListOutput,
  BillingAdjustmentsRerate,
  BillingAdjustmentsVoid,
  BillingBooksList,
  BillingBooksListOutput,
  BillingBooksStatements,
  BillingBooksStatementsOutput,
  BillingCreditsBalanceOutput,
  BillingCreditsCreate,
  BillingCreditsTransactionsOutput,
  BillingDeliveriesCreate,
  BillingDeliveriesDelete,
  BillingDeliveriesDeleteOutput,
  BillingDeliveriesGet,
  BillingDeliveriesList,
  BillingDeliveriesListOutput,
  BillingDeliveriesRun,
  BillingDeliveriesRunsList,
  BillingDeliveriesRunsListOutput,
  BillingDeliveriesTest,
  BillingDeliveriesTestOutput,
  BillingDeliveriesUpdate,
  BillingDelivery,
  BillingDeliveryRun,
  BillingExport,
  BillingExportsCreate,
  BillingExportsDownload,
  BillingExportsGet,
  BillingExportsGetOutput,
  BillingExportsList,
  BillingExportsListOutput,
  BillingInvoicesListOutput,
  BillingPartiesGet,
  BillingPartiesGetOutput,
  BillingPartiesSet,
  BillingPartiesSetOutput,
  BillingPeriod,
  BillingPeriodPreview,
  BillingPeriodsApprove,
  BillingPeriodsClose,
  BillingPeriodsDraft,
  BillingPeriodsList,
  BillingPeriodsListOutput,
  BillingPeriodsPreview,
  BillingPlansAssign,
  BillingPlansAssignOutput,
  BillingPlansListOutput,
  BillingRatesEnd,
  BillingRatesList,
  BillingRatesListOutput,
  BillingRatesSet,
  BillingRatesSimulate,
  BillingReconciliationDetectDriftOutput,
  BillingReconciliationListRunsOutput,
  BillingReconciliationRunAllOutput,
  BillingReconciliationRunOutput,
  BillingSettings,
  BillingSettingsGet,
  BillingSettingsUpdate,
  BillingSimulation,
  BillingStatementsDocument,
  BillingStatementsGet,
  BillingStatementsGetOutput,
  BillingStatementsList,
  BillingStatementsListOutput,
  BillingStatusGetOutput,
  Budget,
  BudgetCreate,
  BudgetDelete,
  BudgetUpdate,
  BudgetsList,
  BudgetsListOutput,
  ChangePasswordInput,
  ChangePasswordOutput,
  CogColormapsOutput,
  CogEmptyInput,
  CogFormulasOutput,
  CogStatisticsOutput,
  CogStatsInput,
  CogTerrainInput,
  CogThumbnailInput,
  CogTileInput,
  CollectionCreateInput,
  CollectionDeleteInput,
  CollectionDeleteOutput,
  CollectionResponse,
  CollectionThumbnailInput,
  CollectionUpdateInput,
  CollectionsGetInput,
  CollectionsListInput,
  CollectionsListOutput,
  CreateSubscriptionInput,
  CreditNote,
  DeleteSubscriptionInput,
  DeleteSubscriptionOutput,
  DetectBandsInput,
  DetectBandsOutput,
  DriftInput,
  Empty,
  EventSubscriptionsDeliveriesListOutput,
  EventSubscriptionsGetOutput,
  EventSubscriptionsListOutput,
  EventsListOutput,
  ExpiringInput,
  FeatureCollectionOutput,
  GetSubscriptionInput,
  InvoicesInput,
  ItemAssetsInput,
  ItemCreateInput,
  ItemDeleteInput,
  ItemDeleteOutput,
  ItemDuplicateInput,
  ItemGetInput,
  ItemGetOutput,
  ItemIngestCancelInput,
  ItemIngestCancelOutput,
  ItemIngestRetryInput,
  ItemIngestRetryOutput,
  ItemLegendInput,
  ItemLineageInput,
  ItemMoveInput,
  ItemMoveOutput,
  ItemPointInput,
  ItemResponse,
  ItemStacInput,
  ItemStatisticsInput,
  ItemThumbnailInput,
  ItemTileRenderInput,
  ItemTilejsonInput,
  ItemUpdateInput,
  ItemWmtsCapabilitiesInput,
  ItemWmtsGetTileInput,
  ItemsAssetDownloadOutput,
  ItemsByCollectionInput,
  ItemsExpireBatchOutput,
  ItemsGetStacOutput,
  ItemsLineageOutput,
  ItemsListAssetsOutput,
  ItemsListExpiringOutput,
  ItemsListInput,
  ItemsListOutput,
  ItemsTileStatisticsOutput,
  ItemsTileTilejsonOutput,
  Legend,
  LineageGetInput,
  LineageGetOutput,
  ListDeliveriesInput,
  ListEventsInput,
  ListMembersInput,
  ListMembersOutput,
  ListSubscriptionsInput,
  MemberOutput,
  OkOutput,
  OrgItemSearchInput,
  OrgStatusInput,
  Organization,
  OrganizationCreateInput,
  OrganizationCreateOutput,
  OrganizationGetInput,
  OrganizationLimitsInput,
  OrganizationLimitsOutput,
  OrganizationRules,
  OrganizationRulesGetInput,
  OrganizationRulesUpdateInput,
  OrganizationTags,
  OrganizationTagsGetInput,
  OrganizationTagsUpdateInput,
  OrganizationUpdateInput,
  PartUrlsInput,
  PartUrlsOutput,
  PointValues,
  ProfileCreateInput,
  ProfileGetInput,
  ProfileRef,
  ProfileResponse,
  ProfileUpdateInput,
  ProfilesListInput,
  ProjectArchiveInput,
  ProjectCreate,
  ProjectDeleteInput,
  ProjectDeleteOutput,
  ProjectGetInput,
  ProjectItemSearchInput,
  ProjectResponse,
  ProjectUpdateInput,
  ProjectsListInput,
  ProjectsListOutput,
  RecalculateInput,
  RemoveMemberInput,
  RemoveMemberOutput,
  ReplaceAssetInput,
  ReplaceAssetOutput,
  ReplayDeliveriesInput,
  ReplayDeliveriesOutput,
  RotateSubscriptionSecretInput,
  RunAllInput,
  RunInput,
  RunsInput,
  SearchInput,
  SecurityLogInput,
  SecurityLogOutput,
  SessionRevokeInput,
  SessionRevokeOutput,
  SessionsListInput,
  SessionsListOutput,
  SetBandNamesInput,
  SetRateCard,
  ShareItemsListInput,
  ShareItemsListOutput,
  ShareLegendInput,
  ShareLinkCreate,
  ShareLinkCreateOutput,
  ShareLinkGetInput,
  ShareLinkGetOutput,
  ShareLinkIntroduceInput,
  ShareLinkIntroduction,
  ShareLinkListInput,
  ShareLinkListOutput,
  ShareLinkPauseInput,
  ShareLinkResponse,
  ShareLinkResumeInput,
  ShareLinkRevokeInput,
  ShareLinkRevokeOutput,
  ShareLinkRotateInput,
  ShareLinkRotateOutput,
  ShareLinkUpdateInput,
  ShareLinkUsageInput,
  ShareLinkUsageOutput,
  ShareLinkValidateInput,
  ShareLinkValidateOutput,
  SharePointInput,
  SharePreviewInput,
  ShareTileInput,
  ShareTilejsonInput,
  ShareTilejsonOutput,
  SignedUrlInput,
  SignedUrlOutput,
  SrcOperationsStacReadsCollectionsListInput,
  StacCollectionsListOutput,
  StacSearchOutput,
  SubscriptionOutput,
  TestSubscriptionInput,
  TestSubscriptionOutput,
  TilesWarmCancel,
  TilesWarmEstimate,
  TilesWarmEstimateOutput,
  TilesWarmGet,
  TilesWarmList,
  TilesWarmListOutput,
  TilesWarmResume,
  TilesWarmStart,
  TransactionsInput,
  UpdateMemberInput,
  UpdateSubscriptionInput,
  UploadFailInput,
  UploadGetInput,
  UploadInitiate,
  UploadOutput,
  UploadProgressInput,
  UploadWithFiles,
  UploadsCompleteInput,
  UploadsCompleteOutput,
  UploadsListInput,
  UploadsListOutput,
  UsageCurrentInput,
  UsageCurrentOutput,
  UsageHistoryInput,
  UsageHistoryOutput,
  UsageQueryInput,
  UsageQueryOutput,
  UsageRecalculateStorageOutput,
  UserDisableInput,
  UserEnableInput,
  UserOutput,
  UsersListInput,
  UsersListOutput,
  VisualizationListInput,
  VisualizationListOutput,
  VisualizationProfilesListOutput,
  WarmUp,
} from "./schemas.ts";
import type { Paging } from "../paging.ts";

/** Every operation: where it lies and how it answers. */
export const OPERATIONS = {
  "share.link.create": { path: "/v1/op/share.link.create", answer: "json", safe: false, idempotent: true },
  "share.link.pause": { path: "/v1/op/share.link.pause", answer: "json", safe: false, idempotent: true },
  "share.link.resume": { path: "/v1/op/share.link.resume", answer: "json", safe: false, idempotent: true },
  "share.link.revoke": { path: "/v1/op/share.link.revoke", answer: "json", safe: false, idempotent: true },
  "share.link.validate": { path: "/v1/op/share.link.validate", answer: "json", safe: true, idempotent: false },
  "share.items.list": { path: "/v1/op/share.items.list", answer: "json", safe: true, idempotent: false },
  "share.link.introduce": { path: "/v1/op/share.link.introduce", answer: "json", safe: true, idempotent: false },
  "share.tile.render": { path: "/v1/op/share.tile.render", answer: "bytes", safe: true, idempotent: false },
  "share.tilejson": { path: "/v1/op/share.tilejson", answer: "json", safe: true, idempotent: false },
  "share.legend": { path: "/v1/op/share.legend", answer: "json", safe: true, idempotent: false },
  "share.point": { path: "/v1/op/share.point", answer: "json", safe: true, idempotent: false },
  "share.preview": { path: "/v1/op/share.preview", answer: "bytes", safe: true, idempotent: false },
  "share.link.get": { path: "/v1/op/share.link.get", answer: "json", safe: true, idempotent: false },
  "share.link.list": { path: "/v1/op/share.link.list", answer: "json", safe: true, idempotent: false },
  "share.link.update": { path: "/v1/op/share.link.update", answer: "json", safe: false, idempotent: true },
  "share.link.rotate": { path: "/v1/op/share.link.rotate", answer: "json", safe: false, idempotent: true },
  "share.link.usage": { path: "/v1/op/share.link.usage", answer: "json", safe: true, idempotent: false },
  "api_keys.create": { path: "/v1/op/api_keys.create", answer: "json", safe: false, idempotent: true },
  "api_keys.list": { path: "/v1/op/api_keys.list", answer: "json", safe: true, idempotent: false },
  "api_keys.revoke": { path: "/v1/op/api_keys.revoke", answer: "json", safe: false, idempotent: true },
  "organizations.rules.get": { path: "/v1/op/organizations.rules.get", answer: "json", safe: true, idempotent: false },
  "organizations.tags.get": { path: "/v1/op/organizations.tags.get", answer: "json", safe: true, idempotent: false },
  "organizations.tags.update": { path: "/v1/op/organizations.tags.update", answer: "json", safe: true, idempotent: false },
  "organizations.rules.update": { path: "/v1/op/organizations.rules.update", answer: "json", safe: true, idempotent: false },
  "organizations.create": { path: "/v1/op/organizations.create", answer: "json", safe: true, idempotent: true },
  "organizations.get": { path: "/v1/op/organizations.get", answer: "json", safe: true, idempotent: false },
  "organizations.update": { path: "/v1/op/organizations.update", answer: "json", safe: true, idempotent: false },
  "projects.create": { path: "/v1/op/projects.create", answer: "json", safe: true, idempotent: true },
  "projects.get": { path: "/v1/op/projects.get", answer: "json", safe: true, idempotent: false },
  "projects.update": { path: "/v1/op/projects.update", answer: "json", safe: true, idempotent: false },
  "projects.archive": { path: "/v1/op/projects.archive", answer: "json", safe: true, idempotent: false },
  "projects.delete": { path: "/v1/op/projects.delete", answer: "json", safe: false, idempotent: true },
  "projects.list": { path: "/v1/op/projects.list", answer: "json", safe: true, idempotent: false },
  "projects.list_members": { path: "/v1/op/projects.list_members", answer: "json", safe: true, idempotent: false },
  "projects.add_member": { path: "/v1/op/projects.add_member", answer: "json", safe: true, idempotent: false },
  "projects.update_member": { path: "/v1/op/projects.update_member", answer: "json", safe: true, idempotent: false },
  "projects.remove_member": { path: "/v1/op/projects.remove_member", answer: "json", safe: false, idempotent: true },
  "collections.create": { path: "/v1/op/collections.create", answer: "json", safe: true, idempotent: true },
  "collections.get": { path: "/v1/op/collections.get", answer: "json", safe: true, idempotent: false },
  "collections.list": { path: "/v1/op/collections.list", answer: "json", safe: true, idempotent: false },
  "collections.update": { path: "/v1/op/collections.update", answer: "json", safe: true, idempotent: false },
  "collections.thumbnail": { path: "/v1/op/collections.thumbnail", answer: "bytes", safe: true, idempotent: false },
  "collections.delete": { path: "/v1/op/collections.delete", answer: "json", safe: false, idempotent: true },
  "items.create": { path: "/v1/op/items.create", answer: "json", safe: true, idempotent: true },
  "items.get": { path: "/v1/op/items.get", answer: "json", safe: true, idempotent: false },
  "items.list": { path: "/v1/op/items.list", answer: "json", safe: true, idempotent: false },
  "items.list_by_collection": { path: "/v1/op/items.list_by_collection", answer: "json", safe: true, idempotent: false },
  "items.search": { path: "/v1/op/items.search", answer: "json", safe: true, idempotent: false },
  "items.search_org": { path: "/v1/op/items.search_org", answer: "json", safe: true, idempotent: false },
  "items.update": { path: "/v1/op/items.update", answer: "json", safe: true, idempotent: false },
  "items.delete": { path: "/v1/op/items.delete", answer: "json", safe: false, idempotent: true },
  "items.move": { path: "/v1/op/items.move", answer: "json", safe: true, idempotent: true },
  "items.duplicate": { path: "/v1/op/items.duplicate", answer: "json", safe: true, idempotent: true },
  "items.lineage": { path: "/v1/op/items.lineage", answer: "json", safe: true, idempotent: false },
  "items.list_expiring": { path: "/v1/op/items.list_expiring", answer: "json", safe: true, idempotent: false },
  "items.expire_batch": { path: "/v1/op/items.expire_batch", answer: "json", safe: true, idempotent: false },
  "items.list_assets": { path: "/v1/op/items.list_assets", answer: "json", safe: true, idempotent: false },
  "items.replace_asset": { path: "/v1/op/items.replace_asset", answer: "json", safe: false, idempotent: true },
  "assets.delete": { path: "/v1/op/assets.delete", answer: "json", safe: false, idempotent: true },
  "items.set_asset_band_names": { path: "/v1/op/items.set_asset_band_names", answer: "json", safe: true, idempotent: false },
  "items.detect_asset_bands": { path: "/v1/op/items.detect_asset_bands", answer: "json", safe: true, idempotent: false },
  "items.ingest.cancel": { path: "/v1/op/items.ingest.cancel", answer: "json", safe: true, idempotent: true },
  "items.ingest.retry": { path: "/v1/op/items.ingest.retry", answer: "json", safe: true, idempotent: true },
  "items.asset.download": { path: "/v1/op/items.asset.download", answer: "json", safe: true, idempotent: false },
  "items.get_stac": { path: "/v1/op/items.get_stac", answer: "json", safe: true, idempotent: false },
  "items.tile.render": { path: "/v1/op/items.tile.render", answer: "bytes", safe: true, idempotent: false },
  "items.tile.tilejson": { path: "/v1/op/items.tile.tilejson", answer: "json", safe: true, idempotent: false },
  "items.tile.statistics": { path: "/v1/op/items.tile.statistics", answer: "json", safe: true, idempotent: false },
  "items.tile.legend": { path: "/v1/op/items.tile.legend", answer: "json", safe: true, idempotent: false },
  "items.tile.point": { path: "/v1/op/items.tile.point", answer: "json", safe: true, idempotent: false },
  "items.thumbnail": { path: "/v1/op/items.thumbnail", answer: "bytes", safe: true, idempotent: false },
  "items.tile.wmts_capabilities": { path: "/v1/op/items.tile.wmts_capabilities", answer: "bytes", safe: true, idempotent: false },
  "items.tile.wmts_get_tile": { path: "/v1/op/items.tile.wmts_get_tile", answer: "bytes", safe: true, idempotent: false },
  "stac.search": { path: "/v1/op/stac.search", answer: "json", safe: true, idempotent: false },
  "stac.collections.list": { path: "/v1/op/stac.collections.list", answer: "json", safe: true, idempotent: false },
  "provenance.get": { path: "/v1/op/provenance.get", answer: "json", safe: true, idempotent: false },
  "visualization.profile.create": { path: "/v1/op/visualization.profile.create", answer: "json", safe: true, idempotent: true },
  "visualization.profile.update": { path: "/v1/op/visualization.profile.update", answer: "json", safe: true, idempotent: false },
  "visualization.profile.delete": { path: "/v1/op/visualization.profile.delete", answer: "json", safe: false, idempotent: true },
  "visualization.profile.set_default": { path: "/v1/op/visualization.profile.set_default", answer: "json", safe: true, idempotent: false },
  "visualization.profile.get": { path: "/v1/op/visualization.profile.get", answer: "json", safe: true, idempotent: false },
  "visualization.profiles.list": { path: "/v1/op/visualization.profiles.list", answer: "json", safe: true, idempotent: false },
  "visualization.list_for": { path: "/v1/op/visualization.list_for", answer: "json", safe: true, idempotent: false },
  "band_formulas.create": { path: "/v1/op/band_formulas.create", answer: "json", safe: true, idempotent: true },
  "band_formulas.get": { path: "/v1/op/band_formulas.get", answer: "json", safe: true, idempotent: false },
  "band_formulas.list": { path: "/v1/op/band_formulas.list", answer: "json", safe: true, idempotent: false },
  "band_formulas.update": { path: "/v1/op/band_formulas.update", answer: "json", safe: true, idempotent: false },
  "band_formulas.delete": { path: "/v1/op/band_formulas.delete", answer: "json", safe: false, idempotent: true },
  "cog.colormaps": { path: "/v1/op/cog.colormaps", answer: "json", safe: true, idempotent: false },
  "cog.formulas": { path: "/v1/op/cog.formulas", answer: "json", safe: true, idempotent: false },
  "cog.thumbnail": { path: "/v1/op/cog.thumbnail", answer: "bytes", safe: true, idempotent: false },
  "cog.statistics": { path: "/v1/op/cog.statistics", answer: "json", safe: true, idempotent: false },
  "cog.tile.render": { path: "/v1/op/cog.tile.render", answer: "bytes", safe: true, idempotent: false },
  "cog.tile.terrain": { path: "/v1/op/cog.tile.terrain", answer: "bytes", safe: true, idempotent: false },
  "uploads.initiate": { path: "/v1/op/uploads.initiate", answer: "json", safe: true, idempotent: true },
  "uploads.signed_url": { path: "/v1/op/uploads.signed_url", answer: "json", safe: true, idempotent: false },
  "uploads.part_urls": { path: "/v1/op/uploads.part_urls", answer: "json", safe: true, idempotent: false },
  "uploads.get": { path: "/v1/op/uploads.get", answer: "json", safe: true, idempotent: false },
  "uploads.list": { path: "/v1/op/uploads.list", answer: "json", safe: true, idempotent: false },
  "uploads.progress": { path: "/v1/op/uploads.progress", answer: "json", safe: true, idempotent: false },
  "uploads.complete": { path: "/v1/op/uploads.complete", answer: "json", safe: true, idempotent: false },
  "uploads.fail": { path: "/v1/op/uploads.fail", answer: "json", safe: false, idempotent: true },
  "usage.current": { path: "/v1/op/usage.current", answer: "json", safe: true, idempotent: false },
  "usage.history": { path: "/v1/op/usage.history", answer: "json", safe: true, idempotent: false },
  "usage.query": { path: "/v1/op/usage.query", answer: "json", safe: true, idempotent: false },
  "usage.recalculate_storage": { path: "/v1/op/usage.recalculate_storage", answer: "json", safe: true, idempotent: false },
  "organizations.limits.get": { path: "/v1/op/organizations.limits.get", answer: "json", safe: true, idempotent: false },
  "audit.list": { path: "/v1/op/audit.list", answer: "json", safe: true, idempotent: false },
  "security_log.list": { path: "/v1/op/security_log.list", answer: "json", safe: true, idempotent: false },
  "users.list": { path: "/v1/op/users.list", answer: "json", safe: true, idempotent: false },
  "users.disable": { path: "/v1/op/users.disable", answer: "json", safe: false, idempotent: true },
  "users.enable": { path: "/v1/op/users.enable", answer: "json", safe: true, idempotent: false },
  "users.change_password": { path: "/v1/op/users.change_password", answer: "json", safe: false, idempotent: true },
  "sessions.list": { path: "/v1/op/sessions.list", answer: "json", safe: true, idempotent: false },
  "sessions.revoke": { path: "/v1/op/sessions.revoke", answer: "json", safe: false, idempotent: true },
  "billing.rates.set": { path: "/v1/op/billing.rates.set", answer: "json", safe: false, idempotent: true },
  "billing.rates.list": { path: "/v1/op/billing.rates.list", answer: "json", safe: true, idempotent: false },
  "billing.plans.assign": { path: "/v1/op/billing.plans.assign", answer: "json", safe: false, idempotent: true },
  "billing.statements.get": { path: "/v1/op/billing.statements.get", answer: "json", safe: true, idempotent: false },
  "billing.statements.list": { path: "/v1/op/billing.statements.list", answer: "json", safe: true, idempotent: false },
  "billing.statements.document": { path: "/v1/op/billing.statements.document", answer: "bytes", safe: true, idempotent: false },
  "billing.periods.preview": { path: "/v1/op/billing.periods.preview", answer: "json", safe: true, idempotent: false },
  "billing.periods.close": { path: "/v1/op/billing.periods.close", answer: "json", safe: false, idempotent: true },
  "billing.periods.list": { path: "/v1/op/billing.periods.list", answer: "json", safe: true, idempotent: false },
  "billing.periods.draft": { path: "/v1/op/billing.periods.draft", answer: "json", safe: false, idempotent: true },
  "billing.periods.approve": { path: "/v1/op/billing.periods.approve", answer: "json", safe: false, idempotent: true },
  "billing.settings.get": { path: "/v1/op/billing.settings.get", answer: "json", safe: true, idempotent: false },
  "billing.settings.update": { path: "/v1/op/billing.settings.update", answer: "json", safe: false, idempotent: true },
  "billing.books.list": { path: "/v1/op/billing.books.list", answer: "json", safe: true, idempotent: false },
  "billing.books.statements": { path: "/v1/op/billing.books.statements", answer: "json", safe: true, idempotent: false },
  "billing.credits.create": { path: "/v1/op/billing.credits.create", answer: "json", safe: false, idempotent: true },
  "billing.credits.balance": { path: "/v1/op/billing.credits.balance", answer: "json", safe: true, idempotent: false },
  "billing.credits.transactions": { path: "/v1/op/billing.credits.transactions", answer: "json", safe: true, idempotent: false },
  "billing.status.get": { path: "/v1/op/billing.status.get", answer: "json", safe: true, idempotent: false },
  "billing.plans.list": { path: "/v1/op/billing.plans.list", answer: "json", safe: true, idempotent: false },
  "billing.invoices.list": { path: "/v1/op/billing.invoices.list", answer: "json", safe: true, idempotent: false },
  "billing.reconciliation.run": { path: "/v1/op/billing.reconciliation.run", answer: "json", safe: true, idempotent: true },
  "billing.reconciliation.run_all": { path: "/v1/op/billing.reconciliation.run_all", answer: "json", safe: true, idempotent: true },
  "billing.reconciliation.list_runs": { path: "/v1/op/billing.reconciliation.list_runs", answer: "json", safe: true, idempotent: false },
  "billing.reconciliation.detect_drift": { path: "/v1/op/billing.reconciliation.detect_drift", answer: "json", safe: true, idempotent: false },
  "billing.rates.simulate": { path: "/v1/op/billing.rates.simulate", answer: "json", safe: true, idempotent: false },
  "billing.rates.end": { path: "/v1/op/billing.rates.end", answer: "json", safe: false, idempotent: true },
  "billing.adjustments.create": { path: "/v1/op/billing.adjustments.create", answer: "json", safe: false, idempotent: true },
  "billing.adjustments.list": { path: "/v1/op/billing.adjustments.list", answer: "json", safe: true, idempotent: false },
  "billing.adjustments.void": { path: "/v1/op/billing.adjustments.void", answer: "json", safe: false, idempotent: true },
  "billing.adjustments.rerate": { path: "/v1/op/billing.adjustments.rerate", answer: "json", safe: false, idempotent: true },
  "billing.adjustments.document": { path: "/v1/op/billing.adjustments.document", answer: "bytes", safe: true, idempotent: false },
  "billing.parties.get": { path: "/v1/op/billing.parties.get", answer: "json", safe: true, idempotent: false },
  "billing.parties.set": { path: "/v1/op/billing.parties.set", answer: "json", safe: false, idempotent: true },
  "billing.accounts.list": { path: "/v1/op/billing.accounts.list", answer: "json", safe: true, idempotent: false },
  "billing.accounts.end": { path: "/v1/op/billing.accounts.end", answer: "json", safe: false, idempotent: true },
  "billing.exports.create": { path: "/v1/op/billing.exports.create", answer: "json", safe: false, idempotent: true },
  "billing.exports.get": { path: "/v1/op/billing.exports.get", answer: "json", safe: true, idempotent: false },
  "billing.exports.list": { path: "/v1/op/billing.exports.list", answer: "json", safe: true, idempotent: false },
  "billing.exports.download": { path: "/v1/op/billing.exports.download", answer: "bytes", safe: false, idempotent: false },
  "event_subscriptions.create": { path: "/v1/op/event_subscriptions.create", answer: "json", safe: false, idempotent: true },
  "event_subscriptions.get": { path: "/v1/op/event_subscriptions.get", answer: "json", safe: true, idempotent: false },
  "event_subscriptions.list": { path: "/v1/op/event_subscriptions.list", answer: "json", safe: true, idempotent: false },
  "event_subscriptions.update": { path: "/v1/op/event_subscriptions.update", answer: "json", safe: false, idempotent: true },
  "event_subscriptions.delete": { path: "/v1/op/event_subscriptions.delete", answer: "json", safe: false, idempotent: true },
  "event_subscriptions.rotate_secret": { path: "/v1/op/event_subscriptions.rotate_secret", answer: "json", safe: false, idempotent: true },
  "event_subscriptions.test": { path: "/v1/op/event_subscriptions.test", answer: "json", safe: false, idempotent: true },
  "event_subscriptions.deliveries.list": { path: "/v1/op/event_subscriptions.deliveries.list", answer: "json", safe: true, idempotent: false },
  "event_subscriptions.deliveries.replay": { path: "/v1/op/event_subscriptions.deliveries.replay", answer: "json", safe: false, idempotent: true },
  "events.list": { path: "/v1/op/events.list", answer: "json", safe: true, idempotent: false },
  "billing.deliveries.create": { path: "/v1/op/billing.deliveries.create", answer: "json", safe: false, idempotent: true },
  "billing.deliveries.list": { path: "/v1/op/billing.deliveries.list", answer: "json", safe: true, idempotent: false },
  "billing.deliveries.get": { path: "/v1/op/billing.deliveries.get", answer: "json", safe: true, idempotent: false },
  "billing.deliveries.update": { path: "/v1/op/billing.deliveries.update", answer: "json", safe: false, idempotent: true },
  "billing.deliveries.delete": { path: "/v1/op/billing.deliveries.delete", answer: "json", safe: false, idempotent: true },
  "billing.deliveries.run": { path: "/v1/op/billing.deliveries.run", answer: "json", safe: false, idempotent: true },
  "billing.deliveries.test": { path: "/v1/op/billing.deliveries.test", answer: "json", safe: false, idempotent: true },
  "billing.deliveries.runs.list": { path: "/v1/op/billing.deliveries.runs.list", answer: "json", safe: true, idempotent: false },
  "budgets.create": { path: "/v1/op/budgets.create", answer: "json", safe: true, idempotent: true },
  "budgets.list": { path: "/v1/op/budgets.list", answer: "json", safe: true, idempotent: false },
  "budgets.update": { path: "/v1/op/budgets.update", answer: "json", safe: true, idempotent: false },
  "budgets.delete": { path: "/v1/op/budgets.delete", answer: "json", safe: false, idempotent: true },
  "tiles.warm.estimate": { path: "/v1/op/tiles.warm.estimate", answer: "json", safe: true, idempotent: false },
  "tiles.warm.start": { path: "/v1/op/tiles.warm.start", answer: "json", safe: true, idempotent: true },
  "tiles.warm.get": { path: "/v1/op/tiles.warm.get", answer: "json", safe: true, idempotent: false },
  "tiles.warm.list": { path: "/v1/op/tiles.warm.list", answer: "json", safe: true, idempotent: false },
  "tiles.warm.cancel": { path: "/v1/op/tiles.warm.cancel", answer: "json", safe: true, idempotent: true },
  "tiles.warm.resume": { path: "/v1/op/tiles.warm.resume", answer: "json", safe: true, idempotent: true },
} as const satisfies Record<string, OperationFacts>;

/** What a call needs to know about an operation. */
export interface OperationFacts {
  readonly path: string;
  readonly answer: "json" | "bytes";
  /** Making the call twice has the effect of making it once. */
  readonly safe: boolean;
  /** Takes an Idempotency-Key. */
  readonly idempotent: boolean;
}

/** The id of an operation. */
export type OperationId = keyof typeof OPERATIONS;

/** Input and output of every operation, by id. */
export interface OperationTypes {
  "share.link.create": { input: ShareLinkCreate; output: ShareLinkCreateOutput };
  "share.link.pause": { input: ShareLinkPauseInput; output: ShareLinkResponse };
  "share.link.resume": { input: ShareLinkResumeInput; output: ShareLinkResponse };
  "share.link.revoke": { input: ShareLinkRevokeInput; output: ShareLinkRevokeOutput };
  "share.link.validate": { input: ShareLinkValidateInput; output: ShareLinkValidateOutput };
  "share.items.list": { input: ShareItemsListInput; output: ShareItemsListOutput };
  "share.link.introduce": { input: ShareLinkIntroduceInput; output: ShareLinkIntroduction };
  "share.tile.render": { input: ShareTileInput; output: BinaryAnswer };
  "share.tilejson": { input: ShareTilejsonInput; output: ShareTilejsonOutput };
  "share.legend": { input: ShareLegendInput; output: Legend };
  "share.point": { input: SharePointInput; output: PointValues };
  "share.preview": { input: SharePreviewInput; output: BinaryAnswer };
  "share.link.get": { input: ShareLinkGetInput; output: ShareLinkGetOutput };
  "share.link.list": { input: ShareLinkListInput; output: ShareLinkListOutput };
  "share.link.update": { input: ShareLinkUpdateInput; output: ShareLinkResponse };
  "share.link.rotate": { input: ShareLinkRotateInput; output: ShareLinkRotateOutput };
  "share.link.usage": { input: ShareLinkUsageInput; output: ShareLinkUsageOutput };
  "api_keys.create": { input: ApiKeyCreateInput; output: ApiKeyCreateOutput };
  "api_keys.list": { input: ApiKeyListInput; output: ApiKeysListOutput };
  "api_keys.revoke": { input: ApiKeyRevokeInput; output: ApiKeyRevokeOutput };
  "organizations.rules.get": { input: OrganizationRulesGetInput; output: OrganizationRules };
  "organizations.tags.get": { input: OrganizationTagsGetInput; output: OrganizationTags };
  "organizations.tags.update": { input: OrganizationTagsUpdateInput; output: OrganizationTags };
  "organizations.rules.update": { input: OrganizationRulesUpdateInput; output: OrganizationRules };
  "organizations.create": { input: OrganizationCreateInput; output: OrganizationCreateOutput };
  "organizations.get": { input: OrganizationGetInput; output: Organization };
  "organizations.update": { input: OrganizationUpdateInput; output: Organization };
  "projects.create": { input: ProjectCreate; output: ProjectResponse };
  "projects.get": { input: ProjectGetInput; output: ProjectResponse };
  "projects.update": { input: ProjectUpdateInput; output: ProjectResponse };
  "projects.archive": { input: ProjectArchiveInput; output: ProjectResponse };
  "projects.delete": { input: ProjectDeleteInput; output: ProjectDeleteOutput };
  "projects.list": { input: ProjectsListInput; output: ProjectsListOutput };
  "projects.list_members": { input: ListMembersInput; output: ListMembersOutput };
  "projects.add_member": { input: AddMemberInput; output: MemberOutput };
  "projects.update_member": { input: UpdateMemberInput; output: MemberOutput };
  "projects.remove_member": { input: RemoveMemberInput; output: RemoveMemberOutput };
  "collections.create": { input: CollectionCreateInput; output: CollectionResponse };
  "collections.get": { input: CollectionsGetInput; output: CollectionResponse };
  "collections.list": { input: CollectionsListInput; output: CollectionsListOutput };
  "collections.update": { input: CollectionUpdateInput; output: CollectionResponse };
  "collections.thumbnail": { input: CollectionThumbnailInput; output: BinaryAnswer };
  "collections.delete": { input: CollectionDeleteInput; output: CollectionDeleteOutput };
  "items.create": { input: ItemCreateInput; output: ItemResponse };
  "items.get": { input: ItemGetInput; output: ItemGetOutput };
  "items.list": { input: ItemsListInput; output: ItemsListOutput };
  "items.list_by_collection": { input: ItemsByCollectionInput; output: ItemsListOutput };
  "items.search": { input: ProjectItemSearchInput; output: FeatureCollectionOutput };
  "items.search_org": { input: OrgItemSearchInput; output: FeatureCollectionOutput };
  "items.update": { input: ItemUpdateInput; output: ItemResponse };
  "items.delete": { input: ItemDeleteInput; output: ItemDeleteOutput };
  "items.move": { input: ItemMoveInput; output: ItemMoveOutput };
  "items.duplicate": { input: ItemDuplicateInput; output: ItemResponse };
  "items.lineage": { input: ItemLineageInput; output: ItemsLineageOutput };
  "items.list_expiring": { input: ExpiringInput; output: ItemsListExpiringOutput };
  "items.expire_batch": { input: Empty; output: ItemsExpireBatchOutput };
  "items.list_assets": { input: ItemAssetsInput; output: ItemsListAssetsOutput };
  "items.replace_asset": { input: ReplaceAssetInput; output: ReplaceAssetOutput };
  "assets.delete": { input: AssetDeleteInput; output: AssetDeleteOutput };
  "items.set_asset_band_names": { input: SetBandNamesInput; output: AssetOutput };
  "items.detect_asset_bands": { input: DetectBandsInput; output: DetectBandsOutput };
  "items.ingest.cancel": { input: ItemIngestCancelInput; output: ItemIngestCancelOutput };
  "items.ingest.retry": { input: ItemIngestRetryInput; output: ItemIngestRetryOutput };
  "items.asset.download": { input: AssetDownloadInput; output: ItemsAssetDownloadOutput };
  "items.get_stac": { input: ItemStacInput; output: ItemsGetStacOutput };
  "items.tile.render": { input: ItemTileRenderInput; output: BinaryAnswer };
  "items.tile.tilejson": { input: ItemTilejsonInput; output: ItemsTileTilejsonOutput };
  "items.tile.statistics": { input: ItemStatisticsInput; output: ItemsTileStatisticsOutput };
  "items.tile.legend": { input: ItemLegendInput; output: Legend };
  "items.tile.point": { input: ItemPointInput; output: PointValues };
  "items.thumbnail": { input: ItemThumbnailInput; output: BinaryAnswer };
  "items.tile.wmts_capabilities": { input: ItemWmtsCapabilitiesInput; output: BinaryAnswer };
  "items.tile.wmts_get_tile": { input: ItemWmtsGetTileInput; output: BinaryAnswer };
  "stac.search": { input: SearchInput; output: StacSearchOutput };
  "stac.collections.list": { input: SrcOperationsStacReadsCollectionsListInput; output: StacCollectionsListOutput };
  "provenance.get": { input: LineageGetInput; output: LineageGetOutput };
  "visualization.profile.create": { input: ProfileCreateInput; output: ProfileResponse };
  "visualization.profile.update": { input: ProfileUpdateInput; output: ProfileResponse };
  "visualization.profile.delete": { input: ProfileRef; output: OkOutput };
  "visualization.profile.set_default": { input: ProfileRef; output: ProfileResponse };
  "visualization.profile.get": { input: ProfileGetInput; output: ProfileResponse };
  "visualization.profiles.list": { input: ProfilesListInput; output: VisualizationProfilesListOutput };
  "visualization.list_for": { input: VisualizationListInput; output: VisualizationListOutput };
  "band_formulas.create": { input: BandFormulaCreateInput; output: BandFormulaOutput };
  "band_formulas.get": { input: BandFormulaGetInput; output: BandFormulaOutput };
  "band_formulas.list": { input: BandFormulasListInput; output: BandFormulasListOutput };
  "band_formulas.update": { input: BandFormulaUpdateInput; output: BandFormulaOutput };
  "band_formulas.delete": { input: BandFormulaDeleteInput; output: BandFormulaDeleteOutput };
  "cog.colormaps": { input: CogEmptyInput; output: CogColormapsOutput };
  "cog.formulas": { input: CogEmptyInput; output: CogFormulasOutput };
  "cog.thumbnail": { input: CogThumbnailInput; output: BinaryAnswer };
  "cog.statistics": { input: CogStatsInput; output: CogStatisticsOutput };
  "cog.tile.render": { input: CogTileInput; output: BinaryAnswer };
  "cog.tile.terrain": { input: CogTerrainInput; output: BinaryAnswer };
  "uploads.initiate": { input: UploadInitiate; output: UploadOutput };
  "uploads.signed_url": { input: SignedUrlInput; output: SignedUrlOutput };
  "uploads.part_urls": { input: PartUrlsInput; output: PartUrlsOutput };
  "uploads.get": { input: UploadGetInput; output: UploadWithFiles };
  "uploads.list": { input: UploadsListInput; output: UploadsListOutput };
  "uploads.progress": { input: UploadProgressInput; output: UploadOutput };
  "uploads.complete": { input: UploadsCompleteInput; output: UploadsCompleteOutput };
  "uploads.fail": { input: UploadFailInput; output: UploadOutput };
  "usage.current": { input: UsageCurrentInput; output: UsageCurrentOutput };
  "usage.history": { input: UsageHistoryInput; output: UsageHistoryOutput };
  "usage.query": { input: UsageQueryInput; output: UsageQueryOutput };
  "usage.recalculate_storage": { input: RecalculateInput; output: UsageRecalculateStorageOutput };
  "organizations.limits.get": { input: OrganizationLimitsInput; output: OrganizationLimitsOutput };
  "audit.list": { input: AuditListInput; output: AuditListOutput };
  "security_log.list": { input: SecurityLogInput; output: SecurityLogOutput };
  "users.list": { input: UsersListInput; output: UsersListOutput };
  "users.disable": { input: UserDisableInput; output: UserOutput };
  "users.enable": { input: UserEnableInput; output: UserOutput };
  "users.change_password": { input: ChangePasswordInput; output: ChangePasswordOutput };
  "sessions.list": { input: SessionsListInput; output: SessionsListOutput };
  "sessions.revoke": { input: SessionRevokeInput; output: SessionRevokeOutput };
  "billing.rates.set": { input: BillingRatesSet; output: SetRateCard };
  "billing.rates.list": { input: BillingRatesList; output: BillingRatesListOutput };
  "billing.plans.assign": { input: BillingPlansAssign; output: BillingPlansAssignOutput };
  "billing.statements.get": { input: BillingStatementsGet; output: BillingStatementsGetOutput };
  "billing.statements.list": { input: BillingStatementsList; output: BillingStatementsListOutput };
  "billing.statements.document": { input: BillingStatementsDocument; output: BinaryAnswer };
  "billing.periods.preview": { input: BillingPeriodsPreview; output: BillingPeriodPreview };
  "billing.periods.close": { input: BillingPeriodsClose; output: BillingPeriod };
  "billing.periods.list": { input: BillingPeriodsList; output: BillingPeriodsListOutput };
  "billing.periods.draft": { input: BillingPeriodsDraft; output: BillingPeriod };
  "billing.periods.approve": { input: BillingPeriodsApprove; output: BillingPeriod };
  "billing.settings.get": { input: BillingSettingsGet; output: BillingSettings };
  "billing.settings.update": { input: BillingSettingsUpdate; output: BillingSettings };
  "billing.books.list": { input: BillingBooksList; output: BillingBooksListOutput };
  "billing.books.statements": { input: BillingBooksStatements; output: BillingBooksStatementsOutput };
  "billing.credits.create": { input: BillingCreditsCreate; output: CreditNote };
  "billing.credits.balance": { input: Empty; output: BillingCreditsBalanceOutput };
  "billing.credits.transactions": { input: TransactionsInput; output: BillingCreditsTransactionsOutput };
  "billing.status.get": { input: OrgStatusInput; output: BillingStatusGetOutput };
  "billing.plans.list": { input: Empty; output: BillingPlansListOutput };
  "billing.invoices.list": { input: InvoicesInput; output: BillingInvoicesListOutput };
  "billing.reconciliation.run": { input: RunInput; output: BillingReconciliationRunOutput };
  "billing.reconciliation.run_all": { input: RunAllInput; output: BillingReconciliationRunAllOutput };
  "billing.reconciliation.list_runs": { input: RunsInput; output: BillingReconciliationListRunsOutput };
  "billing.reconciliation.detect_drift": { input: DriftInput; output: BillingReconciliationDetectDriftOutput };
  "billing.rates.simulate": { input: BillingRatesSimulate; output: BillingSimulation };
  "billing.rates.end": { input: BillingRatesEnd; output: SetRateCard };
  "billing.adjustments.create": { input: BillingAdjustmentsCreate; output: BillingAdjustment };
  "billing.adjustments.list": { input: BillingAdjustmentsList; output: BillingAdjustmentsListOutput };
  "billing.adjustments.void": { input: BillingAdjustmentsVoid; output: BillingAdjustment };
  "billing.adjustments.rerate": { input: BillingAdjustmentsRerate; output: BillingAdjustment };
  "billing.adjustments.document": { input: BillingAdjustmentsDocument; output: BinaryAnswer };
  "billing.parties.get": { input: BillingPartiesGet; output: BillingPartiesGetOutput };
  "billing.parties.set": { input: BillingPartiesSet; output: BillingPartiesSetOutput };
  "billing.accounts.list": { input: BillingAccountsList; output: BillingAccounts };
  "billing.accounts.end": { input: BillingAccountsEnd; output: BillingAccountsEndOutput };
  "billing.exports.create": { input: BillingExportsCreate; output: BillingExport };
  "billing.exports.get": { input: BillingExportsGet; output: BillingExportsGetOutput };
  "billing.exports.list": { input: BillingExportsList; output: BillingExportsListOutput };
  "billing.exports.download": { input: BillingExportsDownload; output: BinaryAnswer };
  "event_subscriptions.create": { input: CreateSubscriptionInput; output: SubscriptionOutput };
  "event_subscriptions.get": { input: GetSubscriptionInput; output: EventSubscriptionsGetOutput };
  "event_subscriptions.list": { input: ListSubscriptionsInput; output: EventSubscriptionsListOutput };
  "event_subscriptions.update": { input: UpdateSubscriptionInput; output: SubscriptionOutput };
  "event_subscriptions.delete": { input: DeleteSubscriptionInput; output: DeleteSubscriptionOutput };
  "event_subscriptions.rotate_secret": { input: RotateSubscriptionSecretInput; output: SubscriptionOutput };
  "event_subscriptions.test": { input: TestSubscriptionInput; output: TestSubscriptionOutput };
  "event_subscriptions.deliveries.list": { input: ListDeliveriesInput; output: EventSubscriptionsDeliveriesListOutput };
  "event_subscriptions.deliveries.replay": { input: ReplayDeliveriesInput; output: ReplayDeliveriesOutput };
  "events.list": { input: ListEventsInput; output: EventsListOutput };
  "billing.deliveries.create": { input: BillingDeliveriesCreate; output: BillingDelivery };
  "billing.deliveries.list": { input: BillingDeliveriesList; output: BillingDeliveriesListOutput };
  "billing.deliveries.get": { input: BillingDeliveriesGet; output: BillingDelivery };
  "billing.deliveries.update": { input: BillingDeliveriesUpdate; output: BillingDelivery };
  "billing.deliveries.delete": { input: BillingDeliveriesDelete; output: BillingDeliveriesDeleteOutput };
  "billing.deliveries.run": { input: BillingDeliveriesRun; output: BillingDeliveryRun };
  "billing.deliveries.test": { input: BillingDeliveriesTest; output: BillingDeliveriesTestOutput };
  "billing.deliveries.runs.list": { input: BillingDeliveriesRunsList; output: BillingDeliveriesRunsListOutput };
  "budgets.create": { input: BudgetCreate; output: Budget };
  "budgets.list": { input: BudgetsList; output: BudgetsListOutput };
  "budgets.update": { input: BudgetUpdate; output: Budget };
  "budgets.delete": { input: BudgetDelete; output: ShareLinkRevokeOutput };
  "tiles.warm.estimate": { input: TilesWarmEstimate; output: TilesWarmEstimateOutput };
  "tiles.warm.start": { input: TilesWarmStart; output: WarmUp };
  "tiles.warm.get": { input: TilesWarmGet; output: WarmUp };
  "tiles.warm.list": { input: TilesWarmList; output: TilesWarmListOutput };
  "tiles.warm.cancel": { input: TilesWarmCancel; output: WarmUp };
  "tiles.warm.resume": { input: TilesWarmResume; output: WarmUp };
}

/** The id of an operation that answers bytes. */
export type BytesOperationId = {
  [Id in OperationId]: (typeof OPERATIONS)[Id]["answer"] extends "bytes" ? Id : never;
}[OperationId];

/** Every operation that answers a list in pages. */
export const LISTS = {
  "share.items.list": {"rows":"items","by":"offset","next":"next_offset","limit":100},
  "share.link.list": {"rows":"links","by":"offset","next":"next_offset","limit":100},
  "api_keys.list": {"rows":"api_keys","by":"offset","next":"next_offset"},
  "projects.list": {"rows":"projects","by":"offset","next":"next_offset","limit":100},
  "projects.list_members": {"rows":"members","by":"offset","next":"next_offset","limit":100},
  "collections.list": {"rows":"collections","by":"offset","next":"next_offset"},
  "items.list": {"rows":"items","by":"offset","next":"next_offset","limit":100},
  "items.list_by_collection": {"rows":"items","by":"offset","next":"next_offset","limit":100},
  "items.search": {"rows":"features","by":"token","next":"next_token"},
  "items.search_org": {"rows":"features","by":"token","next":"next_token"},
  "items.list_assets": {"rows":"assets","by":"offset","next":"next_offset"},
  "stac.search": {"rows":"features","by":"token","next":"next_token"},
  "stac.collections.list": {"rows":"collections","by":"token","next":"next_token"},
  "visualization.profiles.list": {"rows":"profiles","by":"offset","next":"next_offset"},
  "uploads.list": {"rows":"uploads","by":"before","next":"next_before"},
  "usage.query": {"rows":"rows","by":"offset","next":"next_offset","limit":500},
  "audit.list": {"rows":"entries","by":"before","next":"next_before"},
  "security_log.list": {"rows":"events","by":"before","next":"next_before"},
  "billing.statements.get": {"rows":"lines","by":"offset","limit":100},
  "billing.statements.list": {"rows":"statements","by":"offset","limit":100},
  "billing.periods.preview": {"rows":"statements","by":"offset","limit":100},
  "billing.books.list": {"rows":"entries","by":"after","last":"entry"},
  "billing.credits.transactions": {"rows":"transactions","by":"offset","next":"next_offset","limit":50},
  "billing.invoices.list": {"rows":"invoices","by":"offset","next":"next_offset","limit":50},
  "billing.adjustments.list": {"rows":"adjustments","by":"offset","limit":100},
  "billing.accounts.list": {"rows":"accounts","by":"offset","next":"next_offset","limit":100},
  "billing.exports.list": {"rows":"exports","by":"offset","limit":100},
  "event_subscriptions.deliveries.list": {"rows":"deliveries","by":"offset","next":"next_offset","limit":100},
  "events.list": {"rows":"events","by":"after","last":"sequence"},
  "billing.deliveries.runs.list": {"rows":"runs","by":"offset","next":"next_offset","limit":100},
  "tiles.warm.list": {"rows":"warm_ups","by":"offset","limit":100},
} as const satisfies Record<string, Paging>;

/** A row of every such list. */
export interface ListedRows {
  "share.items.list": Readonly<Record<string, unknown>>;
  "share.link.list": ShareLinkGetOutput;
  "api_keys.list": { /** Its id (UUID). */
readonly id: string; /** The beginning of the key, to know it by. */
readonly prefix: string; /** Its name. */
readonly name: string; /** Scopes that the key has, such as share:write. */
readonly permissions: readonly string[]; /** Calls a minute that the key may make; null: the organization's limit. */
readonly rate_limit?: number | null | undefined; /** When it ends (RFC 3339); null: it does not. */
readonly expires_at?: string | null | undefined; /** When it was revoked (RFC 3339); null when it is not. */
readonly revoked_at?: string | null | undefined; /** When it was last used (RFC 3339), to the minute. */
readonly last_used_at?: string | null | undefined; /** When it was made (RFC 3339). */
readonly created_at: string; /** Id of the key that made this one; null where a person did. */
readonly parent_id?: string | null | undefined; /** Id of the person (UUID). */
readonly user_id?: string | null | undefined; };
  "projects.list": { /** Its id (UUID). */
readonly id: string; /** Id of the organization (UUID). */
readonly organization_id: string; /** Its name. */
readonly name: string; /** A longer text for people. */
readonly description?: string | null | undefined; /** Kept for clients of the public contract; not used here. */
readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | null | undefined; /** Kept for clients of the public contract; not used here. */
readonly gcs_bucket_name?: string | null | undefined; /** Whether it is archived; on input, only projects that are, or only those that are not. */
readonly is_archived: boolean; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
readonly tags?: Readonly<Record<string, string>> | undefined; /** When it was made (RFC 3339). */
readonly created_at: string; /** When it was last changed (RFC 3339). */
readonly updated_at: string; };
  "projects.list_members": { /** Id of the project (UUID). */
readonly project_id: string; /** Id of the person (UUID). */
readonly user_id: string; /** The role in the project: viewer, editor or admin. */
readonly role: "viewer" | "editor" | "admin"; /** When it was made (RFC 3339). */
readonly created_at: string; /** When it was last changed (RFC 3339). */
readonly updated_at: string; /** Its name. */
readonly name: string; /** The e-mail address. */
readonly email: string; readonly [field: string]: unknown; };
  "collections.list": CollectionResponse;
  "items.list": ItemResponse;
  "items.list_by_collection": ItemResponse;
  "items.search": unknown;
  "items.search_org": unknown;
  "items.list_assets": { /** Its id (UUID). */
readonly id: string; /** The key of the file within its item. */
readonly key: string; readonly [field: string]: unknown; };
  "stac.search": unknown;
  "stac.collections.list": Readonly<Record<string, unknown>>;
  "visualization.profiles.list": ProfileResponse;
  "uploads.list": UploadOutput;
  "usage.query": { /** The beginning of the window (RFC 3339). */
readonly start: string; /** The end of the window, which is not part of it (RFC 3339). */
readonly end: string; /** Id of the link (UUID). */
readonly link_id: string | null; /** Id of the item or collection (UUID). */
readonly target_id: string | null; /** Id of the project (UUID). */
readonly project_id: string | null; /** The tags that group_by names, as they are now; null where there is none. */
readonly tags?: Readonly<Record<string, string | null>> | undefined; /** Tiles that were answered and are billed. */
readonly tile_requests: number | string; /** Bytes of the tiles that were answered. */
readonly tile_bytes: number | string; /** Answers 304, which cost nothing. */
readonly not_modified: number | string; /** Openings of links. */
readonly link_accesses: number | string; /** Null without the scope billing:read. */
readonly currency: string | null; /** What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read. */
readonly amount: string | null; };
  "audit.list": { /** Its id (UUID). */
readonly id: string; /** When it happened (RFC 3339). */
readonly occurred_at: string; /** Whether it was a person, a key or the system. */
readonly principal_type: string; /** Id of the person or key. */
readonly principal_id: string | null; /** The operation, such as share.link.create. */
readonly operation_id: string; /** What it was done to: kind and id. */
readonly subject: Readonly<Record<string, string>>; /** What came of it: a status of HTTP, or accepted and refused. */
readonly outcome: number; /** The network address of the caller, shortened; null where it is not known. */
readonly client_address: string | null; /** Id of the request: name it to support. */
readonly request_id: string; };
  "security_log.list": { /** Its id (UUID). */
readonly id: string; /** When it happened (RFC 3339). */
readonly occurred_at: string; /** Its kind, for programs. */
readonly kind: string; /** What came of it: a status of HTTP, or accepted and refused. */
readonly outcome: string; /** Whether it was a person, a key or the system. */
readonly principal_type: string | null; /** Id of the person or key. */
readonly principal_id: string | null; /** What it was done to: kind and id. */
readonly subject: Readonly<Record<string, string>>; /** The network address of the caller, shortened; null where it is not known. */
readonly client_address: string | null; /** How often it happened within the minute. */
readonly count: number; };
  "billing.statements.get": { /** The number of the document, without gaps. */
readonly number: number; /** Its kind, for programs. */
readonly kind: "usage" | "correction" | "minimum" | "credit" | "debit" | "rounding"; /** Id of the organization that pays (UUID). */
readonly belongs_to: string; /** Id of the link (UUID). */
readonly link_id: string | null; /** The label of the link. */
readonly link_label: string | null; /** Id of the item or collection (UUID). */
readonly target_id: string | null; /** The name of the item or collection. */
readonly target_name: string | null; /** Id of the project (UUID). */
readonly project_id: string | null; /** The name of the project. */
readonly project_name: string | null; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
readonly tags: Readonly<Record<string, string>> | null; /** The tier of the rate card, from 1; null: a minimum. */
readonly tier: number | null; /** How many tiles. */
readonly quantity: number | null; /** The price of one tile, as a decimal text. */
readonly unit_price: string | null; /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
readonly amount: string; /** Id of the rate card (UUID). */
readonly rate_card_id: string | null; /** Id of the credit note (UUID). */
readonly credit_note_id: string | null; /** A longer text for people. */
readonly description: string; };
  "billing.statements.list": { /** Its id (UUID). */
readonly id: string; /** Id of the organization (UUID). */
readonly organization_id: string; /** The month as YYYY-MM, in UTC. */
readonly period: string; /** The currency as ISO 4217, such as EUR. */
readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
readonly total: string; /** How many tiles. */
readonly tiles: number; /** How many lines the statement has. */
readonly line_count: number; /** When it was made (RFC 3339). */
readonly created_at: string; };
  "billing.periods.preview": { /** Id of the organization (UUID). */
readonly organization_id: string; /** The currency as ISO 4217, such as EUR. */
readonly currency: string | null; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
readonly total: string | null; /** How many tiles. */
readonly tiles: number; /** The total of the month before. */
readonly last_total: string | null; /** What a close would report. */
readonly findings: readonly { /** Its kind, for programs. */
readonly kind: "fault" | "unpriced" | "change" | "negative" | "document"; /** A sentence for people. */
readonly message: string; }[]; };
  "billing.books.list": { /** The number of the entry in the books. */
readonly entry: number; /** The month as YYYY-MM, in UTC. */
readonly period: string; /** When the entry was made (RFC 3339). */
readonly made_at: string; /** SHA-256 of the entry before; null for the first one. */
readonly previous: string | null; /** SHA-256 in hexadecimal. */
readonly sha256: string; /** The document that the entry of the books is about. */
readonly document: string; };
  "billing.credits.transactions": BillingAdjustment;
  "billing.invoices.list": { /** Its id (UUID). */
readonly id: string; /** The number of the document, without gaps. */
readonly number: string; /** Its kind, for programs. */
readonly kind: "statement" | "invoice"; /** The month as YYYY-MM, in UTC. */
readonly period: string; /** The currency as ISO 4217, such as EUR. */
readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
readonly total: string; /** How many tiles. */
readonly tiles: number; /** The day of the issue, in UTC. */
readonly issued_on: string; /** The day by which it is to be paid; null where no days were set. */
readonly due_on: string | null; /** When it was made (RFC 3339). */
readonly created_at: string; };
  "billing.adjustments.list": BillingAdjustment;
  "billing.accounts.list": { /** Id of the organization (UUID). */
readonly organization_id: string; /** Its name. */
readonly name: string; /** When it was made (RFC 3339). */
readonly created_at: string; /** The name of the plan; null: prices of the organization's own. */
readonly plan: string; /** The last month that is billed, as YYYY-MM; null: no end is set. */
readonly last_period: string | null; /** Whether it sets prices and closes months for all organizations. */
readonly operates_billing: boolean; };
  "billing.exports.list": BillingExport;
  "event_subscriptions.deliveries.list": { /** Its id (UUID). */
readonly id: string; /** Id of the event (UUID). */
readonly event_id: string; /** The type of the event, such as share_link.opened_first. */
readonly event_type: string; /** What it is at; of a problem, the status of HTTP. */
readonly status: "pending" | "delivered" | "failed"; /** How often it has been tried. */
readonly attempts: number; /** When it is tried again (RFC 3339); null when it is not. */
readonly next_attempt_at: string | null; /** When it was last tried (RFC 3339). */
readonly last_attempt_at: string | null; /** The status that the endpoint answered; null where it answered none. */
readonly http_status: number | null; /** The first 500 characters of the answer. */
readonly response_excerpt: string | null; /** What went wrong at the last attempt; null when nothing did. */
readonly error: string | null; /** When it was made (RFC 3339). */
readonly created_at: string; /** When it ended, however it did (RFC 3339); null until then. */
readonly ended_at: string | null; };
  "events.list": { /** Its id (UUID). */
readonly id: string; /** The number of the event in its order. */
readonly sequence: number; /** Its type; of a problem, an address that names it. */
readonly type: string; /** When it happened (RFC 3339). */
readonly occurred_at: string; /** Id of the organization (UUID). */
readonly organization_id: string; /** What happened, by the type of the event. */
readonly data: Readonly<Record<string, unknown>>; };
  "billing.deliveries.runs.list": BillingDeliveryRun;
  "tiles.warm.list": WarmUp;
}
