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
  AssetDownloadInput,
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
  BillingCreditsCreate,
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
  BillingRatesEnd,
  BillingRatesList,
  BillingRatesListOutput,
  BillingRatesSet,
  BillingRatesSimulate,
  BillingSettings,
  BillingSettingsGet,
  BillingSettingsUpdate,
  BillingSimulation,
  BillingStatementsDocument,
  BillingStatementsGet,
  BillingStatementsGetOutput,
  BillingStatementsList,
  BillingStatementsListOutput,
  Budget,
  BudgetCreate,
  BudgetDelete,
  BudgetUpdate,
  BudgetsList,
  BudgetsListOutput,
  ChangePasswordInput,
  ChangePasswordOutput,
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
  EventSubscriptionsDeliveriesListOutput,
  EventSubscriptionsGetOutput,
  EventSubscriptionsListOutput,
  EventsListOutput,
  GetSubscriptionInput,
  ItemAssetsInput,
  ItemCreateInput,
  ItemDeleteInput,
  ItemDeleteOutput,
  ItemGetInput,
  ItemGetOutput,
  ItemIngestCancelInput,
  ItemIngestCancelOutput,
  ItemIngestRetryInput,
  ItemIngestRetryOutput,
  ItemLegendInput,
  ItemPointInput,
  ItemResponse,
  ItemStacInput,
  ItemStatisticsInput,
  ItemThumbnailInput,
  ItemTileRenderInput,
  ItemTilejsonInput,
  ItemUpdateInput,
  ItemWmtsCapabilitiesInput,
  ItemsAssetDownloadOutput,
  ItemsByCollectionInput,
  ItemsGetStacOutput,
  ItemsListAssetsOutput,
  ItemsListInput,
  ItemsListOutput,
  ItemsTileStatisticsOutput,
  ItemsTileTilejsonOutput,
  Legend,
  ListDeliveriesInput,
  ListEventsInput,
  ListMembersInput,
  ListMembersOutput,
  ListSubscriptionsInput,
  MemberOutput,
  OkOutput,
  OrganizationLimitsInput,
  OrganizationLimitsOutput,
  OrganizationRules,
  OrganizationRulesGetInput,
  OrganizationRulesUpdateInput,
  OrganizationTags,
  OrganizationTagsGetInput,
  OrganizationTagsUpdateInput,
  PartUrlsInput,
  PartUrlsOutput,
  PointValues,
  ProfileCreateInput,
  ProfileGetInput,
  ProfileRef,
  ProfileResponse,
  ProfileUpdateInput,
  ProfilesListInput,
  ProjectCreate,
  ProjectResponse,
  ProjectUpdate,
  ProjectsListInput,
  ProjectsListOutput,
  RemoveMemberInput,
  RemoveMemberOutput,
  ReplayDeliveriesInput,
  ReplayDeliveriesOutput,
  RotateSubscriptionSecretInput,
  SecurityLogInput,
  SecurityLogOutput,
  SessionRevokeInput,
  SessionRevokeOutput,
  SessionsListInput,
  SessionsListOutput,
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
  UsageCurrentInput,
  UsageCurrentOutput,
  UsageHistoryInput,
  UsageHistoryOutput,
  UsageQueryInput,
  UsageQueryOutput,
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

/** Every operation: where it lies and how it answers. */
export const OPERATIONS = {
  "share.link.create": { path: "/v1/op/share.link.create", answer: "json", idempotent: true },
  "share.link.pause": { path: "/v1/op/share.link.pause", answer: "json", idempotent: false },
  "share.link.resume": { path: "/v1/op/share.link.resume", answer: "json", idempotent: false },
  "share.link.revoke": { path: "/v1/op/share.link.revoke", answer: "json", idempotent: false },
  "share.link.validate": { path: "/v1/op/share.link.validate", answer: "json", idempotent: false },
  "share.items.list": { path: "/v1/op/share.items.list", answer: "json", idempotent: false },
  "share.link.introduce": { path: "/v1/op/share.link.introduce", answer: "json", idempotent: false },
  "share.tile.render": { path: "/v1/op/share.tile.render", answer: "bytes", idempotent: false },
  "share.tilejson": { path: "/v1/op/share.tilejson", answer: "json", idempotent: false },
  "share.legend": { path: "/v1/op/share.legend", answer: "json", idempotent: false },
  "share.point": { path: "/v1/op/share.point", answer: "json", idempotent: false },
  "share.preview": { path: "/v1/op/share.preview", answer: "bytes", idempotent: false },
  "share.link.get": { path: "/v1/op/share.link.get", answer: "json", idempotent: false },
  "share.link.list": { path: "/v1/op/share.link.list", answer: "json", idempotent: false },
  "share.link.update": { path: "/v1/op/share.link.update", answer: "json", idempotent: false },
  "share.link.rotate": { path: "/v1/op/share.link.rotate", answer: "json", idempotent: true },
  "share.link.usage": { path: "/v1/op/share.link.usage", answer: "json", idempotent: false },
  "api_keys.create": { path: "/v1/op/api_keys.create", answer: "json", idempotent: true },
  "api_keys.list": { path: "/v1/op/api_keys.list", answer: "json", idempotent: false },
  "api_keys.revoke": { path: "/v1/op/api_keys.revoke", answer: "json", idempotent: false },
  "organizations.rules.get": { path: "/v1/op/organizations.rules.get", answer: "json", idempotent: false },
  "organizations.tags.get": { path: "/v1/op/organizations.tags.get", answer: "json", idempotent: false },
  "organizations.tags.update": { path: "/v1/op/organizations.tags.update", answer: "json", idempotent: false },
  "organizations.rules.update": { path: "/v1/op/organizations.rules.update", answer: "json", idempotent: false },
  "projects.create": { path: "/v1/op/projects.create", answer: "json", idempotent: true },
  "projects.update": { path: "/v1/op/projects.update", answer: "json", idempotent: false },
  "projects.list": { path: "/v1/op/projects.list", answer: "json", idempotent: false },
  "projects.list_members": { path: "/v1/op/projects.list_members", answer: "json", idempotent: false },
  "projects.add_member": { path: "/v1/op/projects.add_member", answer: "json", idempotent: false },
  "projects.update_member": { path: "/v1/op/projects.update_member", answer: "json", idempotent: false },
  "projects.remove_member": { path: "/v1/op/projects.remove_member", answer: "json", idempotent: false },
  "collections.create": { path: "/v1/op/collections.create", answer: "json", idempotent: true },
  "collections.get": { path: "/v1/op/collections.get", answer: "json", idempotent: false },
  "collections.list": { path: "/v1/op/collections.list", answer: "json", idempotent: false },
  "collections.update": { path: "/v1/op/collections.update", answer: "json", idempotent: false },
  "collections.thumbnail": { path: "/v1/op/collections.thumbnail", answer: "bytes", idempotent: false },
  "collections.delete": { path: "/v1/op/collections.delete", answer: "json", idempotent: false },
  "items.create": { path: "/v1/op/items.create", answer: "json", idempotent: true },
  "items.get": { path: "/v1/op/items.get", answer: "json", idempotent: false },
  "items.list": { path: "/v1/op/items.list", answer: "json", idempotent: false },
  "items.list_by_collection": { path: "/v1/op/items.list_by_collection", answer: "json", idempotent: false },
  "items.update": { path: "/v1/op/items.update", answer: "json", idempotent: false },
  "items.delete": { path: "/v1/op/items.delete", answer: "json", idempotent: false },
  "items.list_assets": { path: "/v1/op/items.list_assets", answer: "json", idempotent: false },
  "items.ingest.cancel": { path: "/v1/op/items.ingest.cancel", answer: "json", idempotent: false },
  "items.ingest.retry": { path: "/v1/op/items.ingest.retry", answer: "json", idempotent: false },
  "items.asset.download": { path: "/v1/op/items.asset.download", answer: "json", idempotent: false },
  "items.get_stac": { path: "/v1/op/items.get_stac", answer: "json", idempotent: false },
  "items.tile.render": { path: "/v1/op/items.tile.render", answer: "bytes", idempotent: false },
  "items.tile.tilejson": { path: "/v1/op/items.tile.tilejson", answer: "json", idempotent: false },
  "items.tile.statistics": { path: "/v1/op/items.tile.statistics", answer: "json", idempotent: false },
  "items.tile.legend": { path: "/v1/op/items.tile.legend", answer: "json", idempotent: false },
  "items.tile.point": { path: "/v1/op/items.tile.point", answer: "json", idempotent: false },
  "items.thumbnail": { path: "/v1/op/items.thumbnail", answer: "bytes", idempotent: false },
  "items.tile.wmts_capabilities": { path: "/v1/op/items.tile.wmts_capabilities", answer: "bytes", idempotent: false },
  "visualization.profile.create": { path: "/v1/op/visualization.profile.create", answer: "json", idempotent: true },
  "visualization.profile.update": { path: "/v1/op/visualization.profile.update", answer: "json", idempotent: false },
  "visualization.profile.delete": { path: "/v1/op/visualization.profile.delete", answer: "json", idempotent: false },
  "visualization.profile.set_default": { path: "/v1/op/visualization.profile.set_default", answer: "json", idempotent: false },
  "visualization.profile.get": { path: "/v1/op/visualization.profile.get", answer: "json", idempotent: false },
  "visualization.profiles.list": { path: "/v1/op/visualization.profiles.list", answer: "json", idempotent: false },
  "visualization.list_for": { path: "/v1/op/visualization.list_for", answer: "json", idempotent: false },
  "band_formulas.create": { path: "/v1/op/band_formulas.create", answer: "json", idempotent: true },
  "band_formulas.get": { path: "/v1/op/band_formulas.get", answer: "json", idempotent: false },
  "band_formulas.list": { path: "/v1/op/band_formulas.list", answer: "json", idempotent: false },
  "band_formulas.update": { path: "/v1/op/band_formulas.update", answer: "json", idempotent: false },
  "band_formulas.delete": { path: "/v1/op/band_formulas.delete", answer: "json", idempotent: false },
  "uploads.initiate": { path: "/v1/op/uploads.initiate", answer: "json", idempotent: true },
  "uploads.signed_url": { path: "/v1/op/uploads.signed_url", answer: "json", idempotent: false },
  "uploads.part_urls": { path: "/v1/op/uploads.part_urls", answer: "json", idempotent: false },
  "uploads.get": { path: "/v1/op/uploads.get", answer: "json", idempotent: false },
  "uploads.progress": { path: "/v1/op/uploads.progress", answer: "json", idempotent: false },
  "uploads.complete": { path: "/v1/op/uploads.complete", answer: "json", idempotent: false },
  "uploads.fail": { path: "/v1/op/uploads.fail", answer: "json", idempotent: false },
  "usage.current": { path: "/v1/op/usage.current", answer: "json", idempotent: false },
  "usage.history": { path: "/v1/op/usage.history", answer: "json", idempotent: false },
  "usage.query": { path: "/v1/op/usage.query", answer: "json", idempotent: false },
  "organizations.limits.get": { path: "/v1/op/organizations.limits.get", answer: "json", idempotent: false },
  "audit.list": { path: "/v1/op/audit.list", answer: "json", idempotent: false },
  "security_log.list": { path: "/v1/op/security_log.list", answer: "json", idempotent: false },
  "users.list": { path: "/v1/op/users.list", answer: "json", idempotent: false },
  "users.disable": { path: "/v1/op/users.disable", answer: "json", idempotent: false },
  "users.enable": { path: "/v1/op/users.enable", answer: "json", idempotent: false },
  "users.change_password": { path: "/v1/op/users.change_password", answer: "json", idempotent: false },
  "sessions.list": { path: "/v1/op/sessions.list", answer: "json", idempotent: false },
  "sessions.revoke": { path: "/v1/op/sessions.revoke", answer: "json", idempotent: false },
  "billing.rates.set": { path: "/v1/op/billing.rates.set", answer: "json", idempotent: false },
  "billing.rates.list": { path: "/v1/op/billing.rates.list", answer: "json", idempotent: false },
  "billing.plans.assign": { path: "/v1/op/billing.plans.assign", answer: "json", idempotent: false },
  "billing.statements.get": { path: "/v1/op/billing.statements.get", answer: "json", idempotent: false },
  "billing.statements.list": { path: "/v1/op/billing.statements.list", answer: "json", idempotent: false },
  "billing.statements.document": { path: "/v1/op/billing.statements.document", answer: "bytes", idempotent: false },
  "billing.periods.preview": { path: "/v1/op/billing.periods.preview", answer: "json", idempotent: false },
  "billing.periods.close": { path: "/v1/op/billing.periods.close", answer: "json", idempotent: false },
  "billing.periods.list": { path: "/v1/op/billing.periods.list", answer: "json", idempotent: false },
  "billing.periods.draft": { path: "/v1/op/billing.periods.draft", answer: "json", idempotent: false },
  "billing.periods.approve": { path: "/v1/op/billing.periods.approve", answer: "json", idempotent: false },
  "billing.settings.get": { path: "/v1/op/billing.settings.get", answer: "json", idempotent: false },
  "billing.settings.update": { path: "/v1/op/billing.settings.update", answer: "json", idempotent: false },
  "billing.books.list": { path: "/v1/op/billing.books.list", answer: "json", idempotent: false },
  "billing.books.statements": { path: "/v1/op/billing.books.statements", answer: "json", idempotent: false },
  "billing.credits.create": { path: "/v1/op/billing.credits.create", answer: "json", idempotent: true },
  "billing.rates.simulate": { path: "/v1/op/billing.rates.simulate", answer: "json", idempotent: false },
  "billing.rates.end": { path: "/v1/op/billing.rates.end", answer: "json", idempotent: false },
  "billing.adjustments.create": { path: "/v1/op/billing.adjustments.create", answer: "json", idempotent: true },
  "billing.adjustments.list": { path: "/v1/op/billing.adjustments.list", answer: "json", idempotent: false },
  "billing.adjustments.void": { path: "/v1/op/billing.adjustments.void", answer: "json", idempotent: true },
  "billing.adjustments.rerate": { path: "/v1/op/billing.adjustments.rerate", answer: "json", idempotent: true },
  "billing.adjustments.document": { path: "/v1/op/billing.adjustments.document", answer: "bytes", idempotent: false },
  "billing.parties.get": { path: "/v1/op/billing.parties.get", answer: "json", idempotent: false },
  "billing.parties.set": { path: "/v1/op/billing.parties.set", answer: "json", idempotent: false },
  "billing.accounts.list": { path: "/v1/op/billing.accounts.list", answer: "json", idempotent: false },
  "billing.accounts.end": { path: "/v1/op/billing.accounts.end", answer: "json", idempotent: false },
  "billing.exports.create": { path: "/v1/op/billing.exports.create", answer: "json", idempotent: true },
  "billing.exports.get": { path: "/v1/op/billing.exports.get", answer: "json", idempotent: false },
  "billing.exports.list": { path: "/v1/op/billing.exports.list", answer: "json", idempotent: false },
  "billing.exports.download": { path: "/v1/op/billing.exports.download", answer: "bytes", idempotent: false },
  "event_subscriptions.create": { path: "/v1/op/event_subscriptions.create", answer: "json", idempotent: true },
  "event_subscriptions.get": { path: "/v1/op/event_subscriptions.get", answer: "json", idempotent: false },
  "event_subscriptions.list": { path: "/v1/op/event_subscriptions.list", answer: "json", idempotent: false },
  "event_subscriptions.update": { path: "/v1/op/event_subscriptions.update", answer: "json", idempotent: false },
  "event_subscriptions.delete": { path: "/v1/op/event_subscriptions.delete", answer: "json", idempotent: false },
  "event_subscriptions.rotate_secret": { path: "/v1/op/event_subscriptions.rotate_secret", answer: "json", idempotent: false },
  "event_subscriptions.test": { path: "/v1/op/event_subscriptions.test", answer: "json", idempotent: false },
  "event_subscriptions.deliveries.list": { path: "/v1/op/event_subscriptions.deliveries.list", answer: "json", idempotent: false },
  "event_subscriptions.deliveries.replay": { path: "/v1/op/event_subscriptions.deliveries.replay", answer: "json", idempotent: false },
  "events.list": { path: "/v1/op/events.list", answer: "json", idempotent: false },
  "billing.deliveries.create": { path: "/v1/op/billing.deliveries.create", answer: "json", idempotent: true },
  "billing.deliveries.list": { path: "/v1/op/billing.deliveries.list", answer: "json", idempotent: false },
  "billing.deliveries.get": { path: "/v1/op/billing.deliveries.get", answer: "json", idempotent: false },
  "billing.deliveries.update": { path: "/v1/op/billing.deliveries.update", answer: "json", idempotent: false },
  "billing.deliveries.delete": { path: "/v1/op/billing.deliveries.delete", answer: "json", idempotent: false },
  "billing.deliveries.run": { path: "/v1/op/billing.deliveries.run", answer: "json", idempotent: false },
  "billing.deliveries.test": { path: "/v1/op/billing.deliveries.test", answer: "json", idempotent: false },
  "billing.deliveries.runs.list": { path: "/v1/op/billing.deliveries.runs.list", answer: "json", idempotent: false },
  "budgets.create": { path: "/v1/op/budgets.create", answer: "json", idempotent: true },
  "budgets.list": { path: "/v1/op/budgets.list", answer: "json", idempotent: false },
  "budgets.update": { path: "/v1/op/budgets.update", answer: "json", idempotent: false },
  "budgets.delete": { path: "/v1/op/budgets.delete", answer: "json", idempotent: false },
  "tiles.warm.estimate": { path: "/v1/op/tiles.warm.estimate", answer: "json", idempotent: false },
  "tiles.warm.start": { path: "/v1/op/tiles.warm.start", answer: "json", idempotent: true },
  "tiles.warm.get": { path: "/v1/op/tiles.warm.get", answer: "json", idempotent: false },
  "tiles.warm.list": { path: "/v1/op/tiles.warm.list", answer: "json", idempotent: false },
  "tiles.warm.cancel": { path: "/v1/op/tiles.warm.cancel", answer: "json", idempotent: false },
  "tiles.warm.resume": { path: "/v1/op/tiles.warm.resume", answer: "json", idempotent: false },
} as const satisfies Record<string, OperationFacts>;

/** What a call needs to know about an operation. */
export interface OperationFacts {
  readonly path: string;
  readonly answer: "json" | "bytes";
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
  "projects.create": { input: ProjectCreate; output: ProjectResponse };
  "projects.update": { input: ProjectUpdate; output: ProjectResponse };
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
  "items.update": { input: ItemUpdateInput; output: ItemResponse };
  "items.delete": { input: ItemDeleteInput; output: ItemDeleteOutput };
  "items.list_assets": { input: ItemAssetsInput; output: ItemsListAssetsOutput };
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
  "uploads.initiate": { input: UploadInitiate; output: UploadOutput };
  "uploads.signed_url": { input: SignedUrlInput; output: SignedUrlOutput };
  "uploads.part_urls": { input: PartUrlsInput; output: PartUrlsOutput };
  "uploads.get": { input: UploadGetInput; output: UploadWithFiles };
  "uploads.progress": { input: UploadProgressInput; output: UploadOutput };
  "uploads.complete": { input: UploadsCompleteInput; output: UploadsCompleteOutput };
  "uploads.fail": { input: UploadFailInput; output: UploadOutput };
  "usage.current": { input: UsageCurrentInput; output: UsageCurrentOutput };
  "usage.history": { input: UsageHistoryInput; output: UsageHistoryOutput };
  "usage.query": { input: UsageQueryInput; output: UsageQueryOutput };
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
