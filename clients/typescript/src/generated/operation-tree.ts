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
import type { EachRow } from "../each-row.ts";
import type { CallOptions, Invoke } from "../invoke.ts";

/** A method for every operation, at the path that its id spells. */
export class OperationTree {
  readonly share: {
    /** TileJSON document that lets a map client show the shared target. Scope: `shares:read`. */
    tilejson(input: ShareTilejsonInput, options?: CallOptions): Promise<ShareTilejsonOutput>;
    /** What the colours of a link's tiles mean: values and colours, and a picture. It is no view. Scope: `shares:read`. */
    legend(input: ShareLegendInput, options?: CallOptions): Promise<Legend>;
    /** The values under a point of a link that gives values; priced as the tile they are read from. Scope: `shares:read`. */
    point(input: SharePointInput, options?: CallOptions): Promise<PointValues>;
    /** A picture of everything that a link shows, within its rights; no view, and priced as one tile. Scope: `shares:read`. */
    preview(input: SharePreviewInput, options?: CallOptions): Promise<BinaryAnswer>;
    readonly link: {
      /** Mint a password-protected, expiring link to one item or one collection. The token is returned only here. Scope: `shares:write`. */
      create(input: ShareLinkCreate, options?: CallOptions): Promise<ShareLinkCreateOutput>;
      /** Pause a link at once, until it is resumed. It opens nothing meanwhile; its password and its addresses work again afterwards. Scope: `shares:write`. */
      pause(input: ShareLinkPauseInput, options?: CallOptions): Promise<ShareLinkResponse>;
      /** Let a paused link open again, with the same address, password and addresses for map software. Scope: `shares:write`. */
      resume(input: ShareLinkResumeInput, options?: CallOptions): Promise<ShareLinkResponse>;
      /** Kill a link at once and for good. Caller must be editor or admin on the project that owns the target. Scope: `shares:write`. */
      revoke(input: ShareLinkRevokeInput, options?: CallOptions): Promise<ShareLinkRevokeOutput>;
      /** Redeem token + password; answers the shared target. Scope: `shares:read`. */
      validate(input: ShareLinkValidateInput, options?: CallOptions): Promise<ShareLinkValidateOutput>;
      /** What a link says of itself before its password: who shares it and until when, if its owner allows it. Scope: `shares:read`. */
      introduce(input: ShareLinkIntroduceInput, options?: CallOptions): Promise<ShareLinkIntroduction>;
      /** One link of the organization with its limits and what it has used of them; never its token or password. Scope: `shares:read`. */
      get(input: ShareLinkGetInput, options?: CallOptions): Promise<ShareLinkGetOutput>;
      /** The organization's links, newest first. A user sees the links of the projects that the user is a member of. Scope: `shares:read`. */
      list(input?: ShareLinkListInput, options?: CallOptions): Promise<ShareLinkListOutput>;
      /** Every row of `share.link.list`, page by page: for await (const row of …). */
      list_each(input?: ShareLinkListInput, options?: CallOptions): AsyncGenerator<ShareLinkGetOutput, void, undefined>;
      /** Change a link's expiry, password, label, limits, allowed origins or what it gives. With a new password, every map that was opened with the old one stops working. Scope: `shares:write`. */
      update(input: ShareLinkUpdateInput, options?: CallOptions): Promise<ShareLinkResponse>;
      /** Give a link a new token and keep its settings. The old token stops working at once, and so does every map that was opened with it. Scope: `shares:write`. */
      rotate(input: ShareLinkRotateInput, options?: CallOptions): Promise<ShareLinkRotateOutput>;
      /** The last days (UTC) of a link: views, tiles, bytes and unique clients. Clients are counted by a hash that changes every day. Scope: `shares:read`. */
      usage(input: ShareLinkUsageInput, options?: CallOptions): Promise<ShareLinkUsageOutput>;
    };
    readonly items: {
      /** The items that a link shares, page by page: the rest of what share.link.validate answers. It is no view. Scope: `shares:read`. */
      list(input: ShareItemsListInput, options?: CallOptions): Promise<ShareItemsListOutput>;
      /** Every row of `share.items.list`, page by page: for await (const row of …). */
      list_each(input: ShareItemsListInput, options?: CallOptions): AsyncGenerator<Readonly<Record<string, unknown>>, void, undefined>;
    };
    readonly tile: {
      /** Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes. Scope: `shares:read`. */
      render(input: ShareTileInput, options?: CallOptions): Promise<BinaryAnswer>;
    };
  };
  readonly api_keys: {
    /** Mint an organization API key; the secret is returned only here. Scope: `api_keys:write`. */
    create(input: ApiKeyCreateInput, options?: CallOptions): Promise<ApiKeyCreateOutput>;
    /** List the organization's keys, metadata only. Scope: `api_keys:read`. */
    list(input?: ApiKeyListInput, options?: CallOptions): Promise<ApiKeysListOutput>;
    /** Every row of `api_keys.list`, page by page: for await (const row of …). */
    list_each(input?: ApiKeyListInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
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
    readonly user_id?: string | null | undefined; }, void, undefined>;
    /** Revoke a key and every key made by it. A key revokes itself and what it made; administrators revoke any. Scope: `api_keys:write`. */
    revoke(input: ApiKeyRevokeInput, options?: CallOptions): Promise<ApiKeyRevokeOutput>;
  };
  readonly organizations: {
    /** Create an organization, with a first API key that holds every scope and is answered only here. For operators of the service. Scope: `organizations:write`. */
    create(input: OrganizationCreateInput, options?: CallOptions): Promise<OrganizationCreateOutput>;
    /** The caller's organization, and what it says of itself. Scope: `organizations:read`. */
    get(input?: OrganizationGetInput, options?: CallOptions): Promise<Organization>;
    /** Change the name of the organization, which pages of links show, and what it says of itself. For its administrators. Invoices follow billing.parties.set. Scope: `organizations:write`. */
    update(input: OrganizationUpdateInput, options?: CallOptions): Promise<Organization>;
    readonly rules: {
      /** The rules of the caller's organization for its links. Scope: `shares:read`. */
      get(input?: OrganizationRulesGetInput, options?: CallOptions): Promise<OrganizationRules>;
      /** Set rules of the organization for its links; null and an empty list take one away. Administrators of the organization only. Links made before follow when they are changed or rotated. Scope: `api_keys:write`. */
      update(input: OrganizationRulesUpdateInput, options?: CallOptions): Promise<OrganizationRules>;
    };
    readonly tags: {
      /** The cost-allocation tags that all usage of the caller's organization has. Scope: `usage:read`. */
      get(input?: OrganizationTagsGetInput, options?: CallOptions): Promise<OrganizationTags>;
      /** Set the cost-allocation tags that all usage of the organization has. For its administrators. Scope: `billing:write`. */
      update(input: OrganizationTagsUpdateInput, options?: CallOptions): Promise<OrganizationTags>;
    };
    readonly limits: {
      /** The limits that bind the caller's organization, and what it uses of those that count rows. Scope: `usage:read`. */
      get(input?: OrganizationLimitsInput, options?: CallOptions): Promise<OrganizationLimitsOutput>;
    };
  };
  readonly projects: {
    /** Create a project in the caller's organization. Scope: `projects:write`. */
    create(input: ProjectCreate, options?: CallOptions): Promise<ProjectResponse>;
    /** Get one project. Scope: `projects:read`. */
    get(input: ProjectGetInput, options?: CallOptions): Promise<ProjectResponse>;
    /** Change a project's name, description or tags, or whether it is archived. Scope: `projects:write`. */
    update(input: ProjectUpdateInput, options?: CallOptions): Promise<ProjectResponse>;
    /** Archive a project: it takes no new items, uploads or collections, while all that it holds and shares stays. Scope: `projects:write`. */
    archive(input: ProjectArchiveInput, options?: CallOptions): Promise<ProjectResponse>;
    /** Soft-delete a project with all that it holds; its links open nothing from then on. `preview` says what would go. Scope: `projects:write`. */
    delete(input: ProjectDeleteInput, options?: CallOptions): Promise<ProjectDeleteOutput>;
    /** The organization's projects by name. A user sees the projects that the user is a member of; an administrator sees all. Scope: `projects:read`. */
    list(input?: ProjectsListInput, options?: CallOptions): Promise<ProjectsListOutput>;
    /** Every row of `projects.list`, page by page: for await (const row of …). */
    list_each(input?: ProjectsListInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
    readonly id: string; /** Id of the organization (UUID). */
    readonly organization_id: string; /** Its name. */
    readonly name: string; /** A longer text for people. */
    readonly description?: string | null | undefined; /** Kept for clients of the public contract; not used here. */
    readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | null | undefined; /** Kept for clients of the public contract; not used here. */
    readonly gcs_bucket_name?: string | null | undefined; /** Whether it is archived; on input, only projects that are, or only those that are not. */
    readonly is_archived: boolean; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
    readonly tags?: Readonly<Record<string, string>> | undefined; /** When it was made (RFC 3339). */
    readonly created_at: string; /** When it was last changed (RFC 3339). */
    readonly updated_at: string; }, void, undefined>;
    /** The members of a project and their roles, by name. Scope: `projects:read`. */
    list_members(input: ListMembersInput, options?: CallOptions): Promise<ListMembersOutput>;
    /** Every row of `projects.list_members`, page by page: for await (const row of …). */
    list_members_each(input: ListMembersInput, options?: CallOptions): AsyncGenerator<{ /** Id of the project (UUID). */
    readonly project_id: string; /** Id of the person (UUID). */
    readonly user_id: string; /** The role in the project: viewer, editor or admin. */
    readonly role: "viewer" | "editor" | "admin"; /** When it was made (RFC 3339). */
    readonly created_at: string; /** When it was last changed (RFC 3339). */
    readonly updated_at: string; /** Its name. */
    readonly name: string; /** The e-mail address. */
    readonly email: string; readonly [field: string]: unknown; }, void, undefined>;
    /** Add a user to a project with a role (admin, editor, viewer). Scope: `projects:write`. */
    add_member(input: AddMemberInput, options?: CallOptions): Promise<MemberOutput>;
    /** Change a member's role. Scope: `projects:write`. */
    update_member(input: UpdateMemberInput, options?: CallOptions): Promise<MemberOutput>;
    /** Remove a member. Scope: `projects:write`. */
    remove_member(input: RemoveMemberInput, options?: CallOptions): Promise<RemoveMemberOutput>;
  };
  readonly collections: {
    /** Create a collection of items in a project. Scope: `collections:write`. */
    create(input: CollectionCreateInput, options?: CallOptions): Promise<CollectionResponse>;
    /** Get one collection. Scope: `collections:read`. */
    get(input: CollectionsGetInput, options?: CallOptions): Promise<CollectionResponse>;
    /** List a project's collections with item counts. Scope: `collections:read`. */
    list(input: CollectionsListInput, options?: CallOptions): Promise<CollectionsListOutput>;
    /** Every row of `collections.list`, page by page: for await (const row of …). */
    list_each(input: CollectionsListInput, options?: CallOptions): AsyncGenerator<CollectionResponse, void, undefined>;
    /** Change a collection's metadata and tags. Scope: `collections:write`. */
    update(input: CollectionUpdateInput, options?: CallOptions): Promise<CollectionResponse>;
    /** A picture of all items of a collection together; free, as all tiles of owners are. Scope: `items:read`. */
    thumbnail(input: CollectionThumbnailInput, options?: CallOptions): Promise<BinaryAnswer>;
    /** Soft-delete a collection; its items stay, unlinked, and its links open nothing from then on. `preview` says how many. Scope: `collections:write`. */
    delete(input: CollectionDeleteInput, options?: CallOptions): Promise<CollectionDeleteOutput>;
  };
  readonly items: {
    /** Create an item in a project. Scope: `items:write`. */
    create(input: ItemCreateInput, options?: CallOptions): Promise<ItemResponse>;
    /** Get one item. Scope: `items:read`. */
    get(input: ItemGetInput, options?: CallOptions): Promise<ItemGetOutput>;
    /** List a project's items. Scope: `items:read`. */
    list(input: ItemsListInput, options?: CallOptions): Promise<ItemsListOutput>;
    /** Every row of `items.list`, page by page: for await (const row of …). */
    list_each(input: ItemsListInput, options?: CallOptions): AsyncGenerator<ItemResponse, void, undefined>;
    /** List a collection's items. Scope: `items:read`. */
    list_by_collection(input: ItemsByCollectionInput, options?: CallOptions): Promise<ItemsListOutput>;
    /** Every row of `items.list_by_collection`, page by page: for await (const row of …). */
    list_by_collection_each(input: ItemsByCollectionInput, options?: CallOptions): AsyncGenerator<ItemResponse, void, undefined>;
    /** Find a project's items by place, time, collection, type and properties, as STAC features. Scope: `items:read`. */
    search(input: ProjectItemSearchInput, options?: CallOptions): Promise<FeatureCollectionOutput>;
    /** Every row of `items.search`, page by page: for await (const row of …). */
    search_each(input: ProjectItemSearchInput, options?: CallOptions): AsyncGenerator<unknown, void, undefined>;
    /** Find items in all projects that the caller sees, by place, time, collection, type and properties, as STAC features. Scope: `items:read`. */
    search_org(input?: OrgItemSearchInput, options?: CallOptions): Promise<FeatureCollectionOutput>;
    /** Every row of `items.search_org`, page by page: for await (const row of …). */
    search_org_each(input?: OrgItemSearchInput, options?: CallOptions): AsyncGenerator<unknown, void, undefined>;
    /** Change an item's mutable metadata. Scope: `items:write`. */
    update(input: ItemUpdateInput, options?: CallOptions): Promise<ItemResponse>;
    /** Soft-delete an item: its links open nothing from then on. `preview` says how many. Scope: `items:write`. */
    delete(input: ItemDeleteInput, options?: CallOptions): Promise<ItemDeleteOutput>;
    /** Move an item to another project of the organization, with its own links; it leaves its collection. `preview` says what would change. Scope: `items:write`. */
    move(input: ItemMoveInput, options?: CallOptions): Promise<ItemMoveOutput>;
    /** Make an item like another one, with its files and profiles, in its project or another one. Files count as stored once more; links stay with the item they share. Scope: `items:write`. */
    duplicate(input: ItemDuplicateInput, options?: CallOptions): Promise<ItemResponse>;
    /** The uploads and items that an item came of, and the items that came of it. Scope: `items:read`. */
    lineage(input: ItemLineageInput, options?: CallOptions): Promise<ItemsLineageOutput>;
    /** Items of the organization whose `expires_at` comes within some days or has passed, soonest first: up to 1,000 that are not marked as expired. Scope: `admin:read`. */
    list_expiring(input?: ExpiringInput, options?: CallOptions): Promise<ItemsListExpiringOutput>;
    /** Mark items of the organization whose `expires_at` has passed as expired, up to 1,000 a call. Nothing is deleted, and links go on showing them. Scope: `admin:write`. */
    expire_batch(input?: Empty, options?: CallOptions): Promise<ItemsExpireBatchOutput>;
    /** List an item's assets (files). Scope: `items:read`. */
    list_assets(input: ItemAssetsInput, options?: CallOptions): Promise<ItemsListAssetsOutput>;
    /** Every row of `items.list_assets`, page by page: for await (const row of …). */
    list_assets_each(input: ItemAssetsInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
    readonly id: string; /** The key of the file within its item. */
    readonly key: string; readonly [field: string]: unknown; }, void, undefined>;
    /** Put a file of the asset store in the place of one of an item's files: maps and links show it at once, under the same addresses. `preview` says what would change. Scope: `items:write`. */
    replace_asset(input: ReplaceAssetInput, options?: CallOptions): Promise<ReplaceAssetOutput>;
    /** Name the bands of a file, for profiles and expressions that name bands. The file itself is not changed; a name that is empty is taken away. Scope: `items:write`. */
    set_asset_band_names(input: SetBandNamesInput, options?: CallOptions): Promise<AssetOutput>;
    /** Suggest names for the bands of a file: those it has, those of its colours, or by how bright its bands are. Nothing is changed. Scope: `items:read`. */
    detect_asset_bands(input: DetectBandsInput, options?: CallOptions): Promise<DetectBandsOutput>;
    /** The item as a STAC 1.0.0 Feature. Scope: `items:read`. */
    get_stac(input: ItemStacInput, options?: CallOptions): Promise<ItemsGetStacOutput>;
    /** A picture of a whole item, at most as large as requested; free, as all tiles of owners are. Scope: `items:read`. */
    thumbnail(input: ItemThumbnailInput, options?: CallOptions): Promise<BinaryAnswer>;
    readonly ingest: {
      /** Cancel the preparation of an item's files; the originals stay. Scope: `items:write`. */
      cancel(input: ItemIngestCancelInput, options?: CallOptions): Promise<ItemIngestCancelOutput>;
      /** Prepare an item's files again after that failed or was cancelled. Scope: `items:write`. */
      retry(input: ItemIngestRetryInput, options?: CallOptions): Promise<ItemIngestRetryOutput>;
    };
    readonly asset: {
      /** Issue a short-lived signed download URL for an asset. Scope: `items:read`. */
      download(input: AssetDownloadInput, options?: CallOptions): Promise<ItemsAssetDownloadOutput>;
    };
    readonly tile: {
      /** Render one XYZ tile of an item the caller may read (owner side, same pipeline). Scope: `items:read`. */
      render(input: ItemTileRenderInput, options?: CallOptions): Promise<BinaryAnswer>;
      /** TileJSON for an item the caller may read. Scope: `items:read`. */
      tilejson(input: ItemTilejsonInput, options?: CallOptions): Promise<ItemsTileTilejsonOutput>;
      /** Statistics of an expression over a sample of an item: percentiles (p2/p98), mean, histogram. Scope: `items:read`. */
      statistics(input: ItemStatisticsInput, options?: CallOptions): Promise<ItemsTileStatisticsOutput>;
      /** What the colours of an item's tiles mean: values and colours, and a picture. Scope: `items:read`. */
      legend(input: ItemLegendInput, options?: CallOptions): Promise<Legend>;
      /** The values of an item under a point: its bands, or a calculation. Scope: `items:read`. */
      point(input: ItemPointInput, options?: CallOptions): Promise<PointValues>;
      /** OGC WMTS 1.0.0 GetCapabilities XML for an item. Scope: `items:read`. */
      wmts_capabilities(input: ItemWmtsCapabilitiesInput, options?: CallOptions): Promise<BinaryAnswer>;
      /** One tile of an item as WMTS names it (WebMercatorQuad), as PNG. Scope: `items:read`. */
      wmts_get_tile(input: ItemWmtsGetTileInput, options?: CallOptions): Promise<BinaryAnswer>;
    };
  };
  readonly assets: {
    /** Delete a file of an item, with the original that it was made of. The next file is drawn then, or nothing. `preview` says what would change. Scope: `items:write`. */
    delete(input: AssetDeleteInput, options?: CallOptions): Promise<AssetDeleteOutput>;
  };
  readonly stac: {
    /** The item search of the STAC API, over all projects that the caller sees. Scope: `items:read`. */
    search(input?: SearchInput, options?: CallOptions): Promise<StacSearchOutput>;
    /** Every row of `stac.search`, page by page: for await (const row of …). */
    search_each(input?: SearchInput, options?: CallOptions): AsyncGenerator<unknown, void, undefined>;
    readonly collections: {
      /** The collections of the STAC API: those of all projects that the caller sees. Scope: `items:read`. */
      list(input?: SrcOperationsStacReadsCollectionsListInput, options?: CallOptions): Promise<StacCollectionsListOutput>;
      /** Every row of `stac.collections.list`, page by page: for await (const row of …). */
      list_each(input?: SrcOperationsStacReadsCollectionsListInput, options?: CallOptions): AsyncGenerator<Readonly<Record<string, unknown>>, void, undefined>;
    };
  };
  readonly provenance: {
    /** What an item or an upload came of (`up`), what came of it (`down`), or both. Only what the caller sees. Scope: `provenance:read`. */
    get(input: LineageGetInput, options?: CallOptions): Promise<LineageGetOutput>;
  };
  readonly visualization: {
    /** The ways to draw a file of which the bands are known: composites, indices, heights, single bands. Scope: `tiles:read`. */
    list_for(input?: VisualizationListInput, options?: CallOptions): Promise<VisualizationListOutput>;
    readonly profile: {
      /** Create a render profile on an item. Scope: `items:write`. */
      create(input: ProfileCreateInput, options?: CallOptions): Promise<ProfileResponse>;
      /** Change a render profile. Scope: `items:write`. */
      update(input: ProfileUpdateInput, options?: CallOptions): Promise<ProfileResponse>;
      /** Delete a render profile. Scope: `items:write`. */
      delete(input: ProfileRef, options?: CallOptions): Promise<OkOutput>;
      /** Make a profile the item's default. Scope: `items:write`. */
      set_default(input: ProfileRef, options?: CallOptions): Promise<ProfileResponse>;
      /** Get one profile. Scope: `items:read`. */
      get(input: ProfileGetInput, options?: CallOptions): Promise<ProfileResponse>;
    };
    readonly profiles: {
      /** List an item's profiles by sort_order, created_at. Scope: `items:read`. */
      list(input: ProfilesListInput, options?: CallOptions): Promise<VisualizationProfilesListOutput>;
      /** Every row of `visualization.profiles.list`, page by page: for await (const row of …). */
      list_each(input: ProfilesListInput, options?: CallOptions): AsyncGenerator<ProfileResponse, void, undefined>;
    };
  };
  readonly band_formulas: {
    /** Give a calculation over bands a name, for profiles and tiles of all members. Scope: `band_formulas:write`. */
    create(input: BandFormulaCreateInput, options?: CallOptions): Promise<BandFormulaOutput>;
    /** Get a formula of the organization or of the service, by id or name. Scope: `band_formulas:read`. */
    get(input: BandFormulaGetInput, options?: CallOptions): Promise<BandFormulaOutput>;
    /** List the organization's formulas by name, then those of the service. Scope: `band_formulas:read`. */
    list(input?: BandFormulasListInput, options?: CallOptions): Promise<BandFormulasListOutput>;
    /** Change a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`. */
    update(input: BandFormulaUpdateInput, options?: CallOptions): Promise<BandFormulaOutput>;
    /** Delete a formula of the organization; profiles that used it keep what they were given. Scope: `band_formulas:write`. */
    delete(input: BandFormulaDeleteInput, options?: CallOptions): Promise<BandFormulaDeleteOutput>;
  };
  readonly cog: {
    /** The colour maps: any name of these, in any case, and reversed with _r. Scope: `tiles:read`. */
    colormaps(input?: CogEmptyInput, options?: CallOptions): Promise<CogColormapsOutput>;
    /** The formulas of the service: vegetation, water, fire, snow, soil and building indices. Scope: `tiles:read`. */
    formulas(input?: CogEmptyInput, options?: CallOptions): Promise<CogFormulasOutput>;
    /** A picture of a whole file, at most as large as requested. Scope: `tiles:read`. */
    thumbnail(input: CogThumbnailInput, options?: CallOptions): Promise<BinaryAnswer>;
    /** Statistics of each band of a file, or of a calculation, within a GeoJSON polygon. Scope: `tiles:read`. */
    statistics(input: CogStatsInput, options?: CallOptions): Promise<CogStatisticsOutput>;
    readonly tile: {
      /** Render one XYZ tile of a file of this service by its address, in bands, a calculation or an area. Scope: `tiles:read`. */
      render(input: CogTileInput, options?: CallOptions): Promise<BinaryAnswer>;
      /** Heights of a file's first band as a Mapbox Terrain-RGB tile (PNG), for raster-dem sources. Scope: `tiles:read`. */
      terrain(input: CogTerrainInput, options?: CallOptions): Promise<BinaryAnswer>;
    };
  };
  readonly uploads: {
    /** Open an upload session. Scope: `uploads:write`. */
    initiate(input: UploadInitiate, options?: CallOptions): Promise<UploadOutput>;
    /** Mint a signed PUT URL for one file of the session. Scope: `uploads:write`. */
    signed_url(input: SignedUrlInput, options?: CallOptions): Promise<SignedUrlOutput>;
    /** Addresses for the parts of a file that have not arrived: PUT each, and call again until none is left. An interrupted upload goes on in the same way, hours later. Scope: `uploads:write`. */
    part_urls(input: PartUrlsInput, options?: CallOptions): Promise<PartUrlsOutput>;
    /** An upload, and what has arrived of its files. Scope: `uploads:read`. */
    get(input: UploadGetInput, options?: CallOptions): Promise<UploadWithFiles>;
    /** Uploads of a project, or of all projects that the caller sees, newest first. Scope: `uploads:read`. */
    list(input?: UploadsListInput, options?: CallOptions): Promise<UploadsListOutput>;
    /** Every row of `uploads.list`, page by page: for await (const row of …). */
    list_each(input?: UploadsListInput, options?: CallOptions): AsyncGenerator<UploadOutput, void, undefined>;
    /** Report progress, or learn how far a completed upload is prepared. Scope: `uploads:write`. */
    progress(input: UploadProgressInput, options?: CallOptions): Promise<UploadOutput>;
    /** Finish the session; the file becomes an item asset. Scope: `uploads:write`. */
    complete(input?: UploadsCompleteInput, options?: CallOptions): Promise<UploadsCompleteOutput>;
    /** Mark the session failed. Scope: `uploads:write`. */
    fail(input: UploadFailInput, options?: CallOptions): Promise<UploadOutput>;
  };
  readonly usage: {
    /** Usage of the current billing period. Scope: `usage:read`. */
    current(input: UsageCurrentInput, options?: CallOptions): Promise<UsageCurrentOutput>;
    /** Usage of the past N months. Scope: `usage:read`. */
    history(input: UsageHistoryInput, options?: CallOptions): Promise<UsageHistoryOutput>;
    /** Usage and what it costs so far, by hour, day or month, and by link, target, project or tag. Scope: `usage:read`. */
    query(input: UsageQueryInput, options?: CallOptions): Promise<UsageQueryOutput>;
    /** Every row of `usage.query`, page by page: for await (const row of …). */
    query_each(input: UsageQueryInput, options?: CallOptions): AsyncGenerator<{ /** The beginning of the window (RFC 3339). */
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
    readonly amount: string | null; }, void, undefined>;
    /** Sum the bytes of an organization's files, and compare each with what lies in the store. Scope: `usage:write`. */
    recalculate_storage(input: RecalculateInput, options?: CallOptions): Promise<UsageRecalculateStorageOutput>;
  };
  readonly audit: {
    /** The audit log, newest entry first: every call except reads, and every refused opening of a link, with caller, time and address. Scope: `audit:read`. */
    list(input?: AuditListInput, options?: CallOptions): Promise<AuditListOutput>;
    /** Every row of `audit.list`, page by page: for await (const row of …). */
    list_each(input?: AuditListInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
    readonly id: string; /** When it happened (RFC 3339). */
    readonly occurred_at: string; /** Whether it was a person, a key or the system. */
    readonly principal_type: string; /** Id of the person or key. */
    readonly principal_id: string | null; /** The operation, such as share.link.create. */
    readonly operation_id: string; /** What it was done to: kind and id. */
    readonly subject: Readonly<Record<string, string>>; /** What came of it: a status of HTTP, or accepted and refused. */
    readonly outcome: number; /** The network address of the caller, shortened; null where it is not known. */
    readonly client_address: string | null; /** Id of the request: name it to support. */
    readonly request_id: string; }, void, undefined>;
  };
  readonly security_log: {
    /** The security log, newest first: log-ins, tokens, devices, keys and people. Equal events of a minute are one row. Scope: `audit:read`. */
    list(input?: SecurityLogInput, options?: CallOptions): Promise<SecurityLogOutput>;
    /** Every row of `security_log.list`, page by page: for await (const row of …). */
    list_each(input?: SecurityLogInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
    readonly id: string; /** When it happened (RFC 3339). */
    readonly occurred_at: string; /** Its kind, for programs. */
    readonly kind: string; /** What came of it: a status of HTTP, or accepted and refused. */
    readonly outcome: string; /** Whether it was a person, a key or the system. */
    readonly principal_type: string | null; /** Id of the person or key. */
    readonly principal_id: string | null; /** What it was done to: kind and id. */
    readonly subject: Readonly<Record<string, string>>; /** The network address of the caller, shortened; null where it is not known. */
    readonly client_address: string | null; /** How often it happened within the minute. */
    readonly count: number; }, void, undefined>;
  };
  readonly users: {
    /** The people of your organization, for administrators. Scope: `people:read`. */
    list(input?: UsersListInput, options?: CallOptions): Promise<UsersListOutput>;
    /** Disable a person: they cannot sign in, and their sessions and keys stop working. Scope: `people:write`. */
    disable(input: UserDisableInput, options?: CallOptions): Promise<UserOutput>;
    /** Enable a disabled person; ended sessions stay ended. Scope: `people:write`. */
    enable(input: UserEnableInput, options?: CallOptions): Promise<UserOutput>;
    /** Replace your own password; ends all your sessions, this one included. Scope: `people:write`. */
    change_password(input: ChangePasswordInput, options?: CallOptions): Promise<ChangePasswordOutput>;
  };
  readonly sessions: {
    /** Your log-ins that have not ended; administrators see those of all people of the organization. Scope: `people:read`. */
    list(input?: SessionsListInput, options?: CallOptions): Promise<SessionsListOutput>;
    /** End a log-in with all its tokens: your own, or any of the organization for administrators. Scope: `people:write`. */
    revoke(input: SessionRevokeInput, options?: CallOptions): Promise<SessionRevokeOutput>;
  };
  readonly billing: {
    readonly rates: {
      /** Set the prices of an organization or a plan from a month on. Prices for tiles that were already delivered at others need a reason, which the customer sees. Scope: `billing:write`. */
      set(input: BillingRatesSet, options?: CallOptions): Promise<SetRateCard>;
      /** List the rate cards that can price an organization; the operator may ask for all. Scope: `billing:read`. */
      list(input: BillingRatesList, options?: CallOptions): Promise<BillingRatesListOutput>;
      /** What a month would cost an organization with other prices: an open month by its statement, a closed one by the lines that billing.adjustments.rerate would book. Changes nothing. Scope: `billing:read`. */
      simulate(input: BillingRatesSimulate, options?: CallOptions): Promise<BillingSimulation>;
      /** End an organization's own prices: from a month on its plan's hold again. Scope: `billing:write`. */
      end(input: BillingRatesEnd, options?: CallOptions): Promise<SetRateCard>;
    };
    readonly plans: {
      /** Put an organization on a plan, for all months that are not closed. Scope: `billing:write`. */
      assign(input: BillingPlansAssign, options?: CallOptions): Promise<BillingPlansAssignOutput>;
      /** Plans with their prices: those that can price the caller's organization, all for the operator. Scope: `billing:read`. */
      list(input?: Empty, options?: CallOptions): Promise<BillingPlansListOutput>;
    };
    readonly statements: {
      /** The statement of a month: closed, or as closing the month now would make it. Scope: `billing:read`. */
      get(input: BillingStatementsGet, options?: CallOptions): Promise<BillingStatementsGetOutput>;
      /** Every row of `billing.statements.get`, page by page: for await (const row of …). */
      get_each(input: BillingStatementsGet, options?: CallOptions): AsyncGenerator<{ /** The number of the document, without gaps. */
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
      readonly description: string; }, void, undefined>;
      /** List closed statements, the latest month first; organization_id may be "all" for the operator. Scope: `billing:read`. */
      list(input: BillingStatementsList, options?: CallOptions): Promise<BillingStatementsListOutput>;
      /** Every row of `billing.statements.list`, page by page: for await (const row of …). */
      list_each(input: BillingStatementsList, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
      readonly id: string; /** Id of the organization (UUID). */
      readonly organization_id: string; /** The month as YYYY-MM, in UTC. */
      readonly period: string; /** The currency as ISO 4217, such as EUR. */
      readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
      readonly total: string; /** How many tiles. */
      readonly tiles: number; /** How many lines the statement has. */
      readonly line_count: number; /** When it was made (RFC 3339). */
      readonly created_at: string; }, void, undefined>;
      /** An issued statement as a document: a page (html), a PDF file, or Peppol BIS Billing 3.0 (ubl). The same bytes every time. Scope: `billing:read`. */
      document(input: BillingStatementsDocument, options?: CallOptions): Promise<BinaryAnswer>;
    };
    readonly periods: {
      /** What closing a month now would write, and what a person should look at first: faults, tiles without a price, large changes, credits beyond charges, incomplete e-invoices. Changes nothing. Scope: `billing:read`. */
      preview(input: BillingPeriodsPreview, options?: CallOptions): Promise<BillingPeriodPreview>;
      /** Every row of `billing.periods.preview`, page by page: for await (const row of …). */
      preview_each(input: BillingPeriodsPreview, options?: CallOptions): AsyncGenerator<{ /** Id of the organization (UUID). */
      readonly organization_id: string; /** The currency as ISO 4217, such as EUR. */
      readonly currency: string | null; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
      readonly total: string | null; /** How many tiles. */
      readonly tiles: number; /** The total of the month before. */
      readonly last_total: string | null; /** What a close would report. */
      readonly findings: readonly { /** Its kind, for programs. */
      readonly kind: "fault" | "unpriced" | "change" | "negative" | "document"; /** A sentence for people. */
      readonly message: string; }[]; }, void, undefined>;
      /** Close a month that is over, for good: its statements become final. Repeating it answers the same. Scope: `billing:write`. */
      close(input: BillingPeriodsClose, options?: CallOptions): Promise<BillingPeriod>;
      /** List the months that are closed. Scope: `billing:read`. */
      list(input?: BillingPeriodsList, options?: CallOptions): Promise<BillingPeriodsListOutput>;
      /** Make a month that is over a draft: no usage is booked in it any more, its statements can be looked at and corrected until billing.periods.close issues them. Scope: `billing:write`. */
      draft(input: BillingPeriodsDraft, options?: CallOptions): Promise<BillingPeriod>;
      /** Approve the draft of a month that another person made. A correction in the draft takes the approval back. Scope: `billing:write`. */
      approve(input: BillingPeriodsApprove, options?: CallOptions): Promise<BillingPeriod>;
    };
    readonly settings: {
      /** How months become final (the days that they are a draft, whether a second person approves them), the accounts of journals, and what documents say of their issuer. Scope: `billing:read`. */
      get(input?: BillingSettingsGet, options?: CallOptions): Promise<BillingSettings>;
      /** Change how months become final, for months that become drafts from then on; the accounts of journals; and what documents say of their issuer. Scope: `billing:write`. */
      update(input?: BillingSettingsUpdate, options?: CallOptions): Promise<BillingSettings>;
    };
    readonly books: {
      /** The chain of closed months: each entry holds the SHA-256 of what its month was closed with and of the entry before. Anyone can check it: docs/billing-proof.md. Scope: `billing:read`. */
      list(input?: BillingBooksList, options?: CallOptions): Promise<BillingBooksListOutput>;
      /** Every row of `billing.books.list`, page by page: for await (const row of …). */
      list_each(input?: BillingBooksList, options?: CallOptions): AsyncGenerator<{ /** The number of the entry in the books. */
      readonly entry: number; /** The month as YYYY-MM, in UTC. */
      readonly period: string; /** When the entry was made (RFC 3339). */
      readonly made_at: string; /** SHA-256 of the entry before; null for the first one. */
      readonly previous: string | null; /** SHA-256 in hexadecimal. */
      readonly sha256: string; /** The document that the entry of the books is about. */
      readonly document: string; }, void, undefined>;
      /** The SHA-256 of the lines of each statement of a closed month, as the ndjson export writes them; organization_id may be "all" for the operator. Scope: `billing:read`. */
      statements(input: BillingBooksStatements, options?: CallOptions): Promise<BillingBooksStatementsOutput>;
    };
    readonly credits: {
      /** Give money back: a credit note about a month, shown on the statement of the open month. Scope: `billing:write`. */
      create(input: BillingCreditsCreate, options?: CallOptions): Promise<CreditNote>;
      /** What the next statements give back: notes that are on none yet, by currency. Scope: `billing:read`. */
      balance(input?: Empty, options?: CallOptions): Promise<BillingCreditsBalanceOutput>;
      /** The organization's credit and debit notes, the latest first, with all or a part of their reason. Scope: `billing:read`. */
      transactions(input?: TransactionsInput, options?: CallOptions): Promise<BillingCreditsTransactionsOutput>;
      /** Every row of `billing.credits.transactions`, page by page: for await (const row of …). */
      transactions_each(input?: TransactionsInput, options?: CallOptions): AsyncGenerator<BillingAdjustment, void, undefined>;
    };
    readonly status: {
      /** Where an organization's billing stands: plan, prices, the month so far, the last statements. Scope: `billing:read`. */
      get(input: OrgStatusInput, options?: CallOptions): Promise<BillingStatusGetOutput>;
    };
    readonly invoices: {
      /** The organization's statements as documents, the latest first; billing.statements.document prints them. Scope: `billing:read`. */
      list(input?: InvoicesInput, options?: CallOptions): Promise<BillingInvoicesListOutput>;
      /** Every row of `billing.invoices.list`, page by page: for await (const row of …). */
      list_each(input?: InvoicesInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
      readonly id: string; /** The number of the document, without gaps. */
      readonly number: string; /** Its kind, for programs. */
      readonly kind: "statement" | "invoice"; /** The month as YYYY-MM, in UTC. */
      readonly period: string; /** The currency as ISO 4217, such as EUR. */
      readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
      readonly total: string; /** How many tiles. */
      readonly tiles: number; /** The day of the issue, in UTC. */
      readonly issued_on: string; /** The day by which it is to be paid; null where no days were set. */
      readonly due_on: string | null; /** When it was made (RFC 3339). */
      readonly created_at: string; }, void, undefined>;
    };
    readonly reconciliation: {
      /** Compare an organization's usage of open months in events, hours, days and months, and keep the result. Scope: `admin:write`. */
      run(input: RunInput, options?: CallOptions): Promise<BillingReconciliationRunOutput>;
      /** Compare the usage of open months of every organization that has any, and keep the results. Scope: `admin:write`. */
      run_all(input?: RunAllInput, options?: CallOptions): Promise<BillingReconciliationRunAllOutput>;
      /** Comparisons of usage that were kept, the latest first; each for 90 days. Scope: `admin:read`. */
      list_runs(input?: RunsInput, options?: CallOptions): Promise<BillingReconciliationListRunsOutput>;
      /** Compare an organization's usage of open months, name the days that differ, and keep nothing. Scope: `admin:read`. */
      detect_drift(input: DriftInput, options?: CallOptions): Promise<BillingReconciliationDetectDriftOutput>;
    };
    readonly adjustments: {
      /** Charge or give back an amount: a numbered debit note (above 0) or credit note (below 0) about a month, shown on the statement of the open month. Scope: `billing:write`. */
      create(input: BillingAdjustmentsCreate, options?: CallOptions): Promise<BillingAdjustment>;
      /** List credit and debit notes, the latest first; organization_id may be "all" for the operator. Scope: `billing:read`. */
      list(input: BillingAdjustmentsList, options?: CallOptions): Promise<BillingAdjustmentsListOutput>;
      /** Every row of `billing.adjustments.list`, page by page: for await (const row of …). */
      list_each(input: BillingAdjustmentsList, options?: CallOptions): AsyncGenerator<BillingAdjustment, void, undefined>;
      /** Undo a credit or debit note by a note of the opposite amount; both stay on their statements. Scope: `billing:write`. */
      void(input: BillingAdjustmentsVoid, options?: CallOptions): Promise<BillingAdjustment>;
      /** Price a closed month anew: a credit or debit note with the difference for each link and tier, on the statement of the open month. billing.rates.simulate shows it first. Scope: `billing:write`. */
      rerate(input: BillingAdjustmentsRerate, options?: CallOptions): Promise<BillingAdjustment>;
      /** A credit or debit note as a document, in the formats of billing.statements.document. The statement of its month settles it. Scope: `billing:read`. */
      document(input: BillingAdjustmentsDocument, options?: CallOptions): Promise<BinaryAnswer>;
    };
    readonly parties: {
      /** What documents say of a customer: legal name, address, tax ids, references. Its name alone where nothing is set. Scope: `billing:read`. */
      get(input: BillingPartiesGet, options?: CallOptions): Promise<BillingPartiesGetOutput>;
      /** Set what documents that are issued from now on say of a customer. Customers set their own; taxes and payment days are set by the operator. Scope: `billing:write`. */
      set(input: BillingPartiesSet, options?: CallOptions): Promise<BillingPartiesSetOutput>;
    };
    readonly accounts: {
      /** All organizations by name, each with its plan and the end of its account, if one is set. Scope: `billing:read`. */
      list(input?: BillingAccountsList, options?: CallOptions): Promise<BillingAccounts>;
      /** Every row of `billing.accounts.list`, page by page: for await (const row of …). */
      list_each(input?: BillingAccountsList, options?: CallOptions): AsyncGenerator<{ /** Id of the organization (UUID). */
      readonly organization_id: string; /** Its name. */
      readonly name: string; /** When it was made (RFC 3339). */
      readonly created_at: string; /** The name of the plan; null: prices of the organization's own. */
      readonly plan: string; /** The last month that is billed, as YYYY-MM; null: no end is set. */
      readonly last_period: string | null; /** Whether it sets prices and closes months for all organizations. */
      readonly operates_billing: boolean; }, void, undefined>;
      /** End an organization's account after a month: later months have no minimum. Tiles, if there are any, are charged as before. Scope: `billing:write`. */
      end(input: BillingAccountsEnd, options?: CallOptions): Promise<BillingAccountsEndOutput>;
    };
    readonly exports: {
      /** Export a month as files, in the background; organization_id may be "all" for the operator. An open month needs provisional. Scope: `billing:read`. */
      create(input: BillingExportsCreate, options?: CallOptions): Promise<BillingExport>;
      /** How far an export is, and the files that are whole. Scope: `billing:read`. */
      get(input: BillingExportsGet, options?: CallOptions): Promise<BillingExportsGetOutput>;
      /** List the exports that the organization asked for, the latest first. Scope: `billing:read`. */
      list(input?: BillingExportsList, options?: CallOptions): Promise<BillingExportsListOutput>;
      /** Every row of `billing.exports.list`, page by page: for await (const row of …). */
      list_each(input?: BillingExportsList, options?: CallOptions): AsyncGenerator<BillingExport, void, undefined>;
      /** A file of a completed export, by the name its manifest gives; without a name the manifest itself. Scope: `billing:read`. */
      download(input: BillingExportsDownload, options?: CallOptions): Promise<BinaryAnswer>;
    };
    readonly deliveries: {
      /** Have an export brought to your bucket every day; organization_id may be "all" for the operator. The secret is never answered. Scope: `billing:write`. */
      create(input: BillingDeliveriesCreate, options?: CallOptions): Promise<BillingDelivery>;
      /** The deliveries of exports that your organization has, the oldest first. Scope: `billing:read`. */
      list(input?: BillingDeliveriesList, options?: CallOptions): Promise<BillingDeliveriesListOutput>;
      /** One delivery of exports. Scope: `billing:read`. */
      get(input: BillingDeliveriesGet, options?: CallOptions): Promise<BillingDelivery>;
      /** Change a delivery's name, hour, key or state. For another place or layout make another one. Scope: `billing:write`. */
      update(input: BillingDeliveriesUpdate, options?: CallOptions): Promise<BillingDelivery>;
      /** Delete a delivery and the record of its runs. What it wrote to the bucket stays there. Scope: `billing:write`. */
      delete(input: BillingDeliveriesDelete, options?: CallOptions): Promise<BillingDeliveriesDeleteOutput>;
      /** Bring a month to the bucket now: an open one as it is, a closed one as final, also once more. Scope: `billing:write`. */
      run(input: BillingDeliveriesRun, options?: CallOptions): Promise<BillingDeliveryRun>;
      /** Write a small object to the bucket of a delivery and delete it again; answers what came of it. Scope: `billing:write`. */
      test(input: BillingDeliveriesTest, options?: CallOptions): Promise<BillingDeliveriesTestOutput>;
      readonly runs: {
        /** What a delivery brought or could not bring to its bucket, the latest first. Scope: `billing:read`. */
        list(input: BillingDeliveriesRunsList, options?: CallOptions): Promise<BillingDeliveriesRunsListOutput>;
        /** Every row of `billing.deliveries.runs.list`, page by page: for await (const row of …). */
        list_each(input: BillingDeliveriesRunsList, options?: CallOptions): AsyncGenerator<BillingDeliveryRun, void, undefined>;
      };
    };
  };
  readonly event_subscriptions: {
    /** Have events of your organization posted to an endpoint. The secret is shown this once. Scope: `event_subscriptions:write`. */
    create(input: CreateSubscriptionInput, options?: CallOptions): Promise<SubscriptionOutput>;
    /** One event subscription. Scope: `event_subscriptions:read`. */
    get(input: GetSubscriptionInput, options?: CallOptions): Promise<EventSubscriptionsGetOutput>;
    /** The event subscriptions of your organization, the latest first. Scope: `event_subscriptions:read`. */
    list(input?: ListSubscriptionsInput, options?: CallOptions): Promise<EventSubscriptionsListOutput>;
    /** Change an event subscription; `active: true` also takes it back from failure. Scope: `event_subscriptions:write`. */
    update(input: UpdateSubscriptionInput, options?: CallOptions): Promise<SubscriptionOutput>;
    /** Delete an event subscription with its deliveries. Scope: `event_subscriptions:write`. */
    delete(input: DeleteSubscriptionInput, options?: CallOptions): Promise<DeleteSubscriptionOutput>;
    /** Give a subscription a new secret, shown this once; until the former one ends, both sign. Scope: `event_subscriptions:write`. */
    rotate_secret(input: RotateSubscriptionSecretInput, options?: CallOptions): Promise<SubscriptionOutput>;
    /** Send a test event to a subscription's endpoint, and answer what came of the first attempt. Scope: `event_subscriptions:write`. */
    test(input: TestSubscriptionInput, options?: CallOptions): Promise<TestSubscriptionOutput>;
    readonly deliveries: {
      /** What was sent to a subscription's endpoint, the latest first, and what it answered. Scope: `event_subscriptions:read`. */
      list(input: ListDeliveriesInput, options?: CallOptions): Promise<EventSubscriptionsDeliveriesListOutput>;
      /** Every row of `event_subscriptions.deliveries.list`, page by page: for await (const row of …). */
      list_each(input: ListDeliveriesInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
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
      readonly ended_at: string | null; }, void, undefined>;
      /** Send again what has ended: one delivery, or all that failed since a time. The event ids stay. Scope: `event_subscriptions:write`. */
      replay(input: ReplayDeliveriesInput, options?: CallOptions): Promise<ReplayDeliveriesOutput>;
    };
  };
  readonly events: {
    /** Events of your organization in their order, for programs that poll; kept for 90 days. Scope: `event_subscriptions:read`. */
    list(input?: ListEventsInput, options?: CallOptions): Promise<EventsListOutput>;
    /** Every row of `events.list`, page by page: for await (const row of …). */
    list_each(input?: ListEventsInput, options?: CallOptions): AsyncGenerator<{ /** Its id (UUID). */
    readonly id: string; /** The number of the event in its order. */
    readonly sequence: number; /** Its type; of a problem, an address that names it. */
    readonly type: string; /** When it happened (RFC 3339). */
    readonly occurred_at: string; /** Id of the organization (UUID). */
    readonly organization_id: string; /** What happened, by the type of the event. */
    readonly data: Readonly<Record<string, unknown>>; }, void, undefined>;
  };
  readonly budgets: {
    /** Have events published when a month's usage comes to shares of an amount, or is forecast to exceed it. Scope: `billing:write`. */
    create(input: BudgetCreate, options?: CallOptions): Promise<Budget>;
    /** The budgets of your organization, and what they have come to this month. Scope: `billing:read`. */
    list(input?: BudgetsList, options?: CallOptions): Promise<BudgetsListOutput>;
    /** Change a budget. What was published this month is not published again. Scope: `billing:write`. */
    update(input: BudgetUpdate, options?: CallOptions): Promise<Budget>;
    /** Delete a budget. Scope: `billing:write`. */
    delete(input: BudgetDelete, options?: CallOptions): Promise<ShareLinkRevokeOutput>;
  };
  readonly tiles: {
    readonly warm: {
      /** How many tiles a warm-up would draw, and what they take of the store; nothing is drawn. Scope: `items:read`. */
      estimate(input: TilesWarmEstimate, options?: CallOptions): Promise<TilesWarmEstimateOutput>;
      /** Draw tiles before they are looked at, in the background: no viewer waits for them, and they are not billed. Scope: `items:write`. */
      start(input: TilesWarmStart, options?: CallOptions): Promise<WarmUp>;
      /** One warm-up, and how far it is. Scope: `items:read`. */
      get(input: TilesWarmGet, options?: CallOptions): Promise<WarmUp>;
      /** The warm-ups of a project, the latest first; ended ones for 90 days. Scope: `items:read`. */
      list(input: TilesWarmList, options?: CallOptions): Promise<TilesWarmListOutput>;
      /** Every row of `tiles.warm.list`, page by page: for await (const row of …). */
      list_each(input: TilesWarmList, options?: CallOptions): AsyncGenerator<WarmUp, void, undefined>;
      /** End a warm-up; the tiles that it has drawn stay, and it can be resumed. Scope: `items:write`. */
      cancel(input: TilesWarmCancel, options?: CallOptions): Promise<WarmUp>;
      /** Go on with a warm-up that was cancelled or failed, where it was. Scope: `items:write`. */
      resume(input: TilesWarmResume, options?: CallOptions): Promise<WarmUp>;
    };
  };

  constructor(invoke: Invoke, each: EachRow) {
    this.share = {
      tilejson: (input, options) => invoke("share.tilejson", input, options),
      legend: (input, options) => invoke("share.legend", input, options),
      point: (input, options) => invoke("share.point", input, options),
      preview: (input, options) => invoke("share.preview", input, options),
      link: {
        create: (input, options) => invoke("share.link.create", input, options),
        pause: (input, options) => invoke("share.link.pause", input, options),
        resume: (input, options) => invoke("share.link.resume", input, options),
        revoke: (input, options) => invoke("share.link.revoke", input, options),
        validate: (input, options) => invoke("share.link.validate", input, options),
        introduce: (input, options) => invoke("share.link.introduce", input, options),
        get: (input, options) => invoke("share.link.get", input, options),
        list: (input = {}, options) => invoke("share.link.list", input, options),
        list_each: (input = {}, options) => each("share.link.list", input, options),
        update: (input, options) => invoke("share.link.update", input, options),
        rotate: (input, options) => invoke("share.link.rotate", input, options),
        usage: (input, options) => invoke("share.link.usage", input, options),
      },
      items: {
        list: (input, options) => invoke("share.items.list", input, options),
        list_each: (input, options) => each("share.items.list", input, options),
      },
      tile: {
        render: (input, options) => invoke("share.tile.render", input, options),
      },
    };
    this.api_keys = {
      create: (input, options) => invoke("api_keys.create", input, options),
      list: (input = {}, options) => invoke("api_keys.list", input, options),
      list_each: (input = {}, options) => each("api_keys.list", input, options),
      revoke: (input, options) => invoke("api_keys.revoke", input, options),
    };
    this.organizations = {
      create: (input, options) => invoke("organizations.create", input, options),
      get: (input = {}, options) => invoke("organizations.get", input, options),
      update: (input, options) => invoke("organizations.update", input, options),
      rules: {
        get: (input = {}, options) => invoke("organizations.rules.get", input, options),
        update: (input, options) => invoke("organizations.rules.update", input, options),
      },
      tags: {
        get: (input = {}, options) => invoke("organizations.tags.get", input, options),
        update: (input, options) => invoke("organizations.tags.update", input, options),
      },
      limits: {
        get: (input = {}, options) => invoke("organizations.limits.get", input, options),
      },
    };
    this.projects = {
      create: (input, options) => invoke("projects.create", input, options),
      get: (input, options) => invoke("projects.get", input, options),
      update: (input, options) => invoke("projects.update", input, options),
      archive: (input, options) => invoke("projects.archive", input, options),
      delete: (input, options) => invoke("projects.delete", input, options),
      list: (input = {}, options) => invoke("projects.list", input, options),
      list_each: (input = {}, options) => each("projects.list", input, options),
      list_members: (input, options) => invoke("projects.list_members", input, options),
      list_members_each: (input, options) => each("projects.list_members", input, options),
      add_member: (input, options) => invoke("projects.add_member", input, options),
      update_member: (input, options) => invoke("projects.update_member", input, options),
      remove_member: (input, options) => invoke("projects.remove_member", input, options),
    };
    this.collections = {
      create: (input, options) => invoke("collections.create", input, options),
      get: (input, options) => invoke("collections.get", input, options),
      list: (input, options) => invoke("collections.list", input, options),
      list_each: (input, options) => each("collections.list", input, options),
      update: (input, options) => invoke("collections.update", input, options),
      thumbnail: (input, options) => invoke("collections.thumbnail", input, options),
      delete: (input, options) => invoke("collections.delete", input, options),
    };
    this.items = {
      create: (input, options) => invoke("items.create", input, options),
      get: (input, options) => invoke("items.get", input, options),
      list: (input, options) => invoke("items.list", input, options),
      list_each: (input, options) => each("items.list", input, options),
      list_by_collection: (input, options) => invoke("items.list_by_collection", input, options),
      list_by_collection_each: (input, options) => each("items.list_by_collection", input, options),
      search: (input, options) => invoke("items.search", input, options),
      search_each: (input, options) => each("items.search", input, options),
      search_org: (input = {}, options) => invoke("items.search_org", input, options),
      search_org_each: (input = {}, options) => each("items.search_org", input, options),
      update: (input, options) => invoke("items.update", input, options),
      delete: (input, options) => invoke("items.delete", input, options),
      move: (input, options) => invoke("items.move", input, options),
      duplicate: (input, options) => invoke("items.duplicate", input, options),
      lineage: (input, options) => invoke("items.lineage", input, options),
      list_expiring: (input = {}, options) => invoke("items.list_expiring", input, options),
      expire_batch: (input = {}, options) => invoke("items.expire_batch", input, options),
      list_assets: (input, options) => invoke("items.list_assets", input, options),
      list_assets_each: (input, options) => each("items.list_assets", input, options),
      replace_asset: (input, options) => invoke("items.replace_asset", input, options),
      set_asset_band_names: (input, options) => invoke("items.set_asset_band_names", input, options),
      detect_asset_bands: (input, options) => invoke("items.detect_asset_bands", input, options),
      get_stac: (input, options) => invoke("items.get_stac", input, options),
      thumbnail: (input, options) => invoke("items.thumbnail", input, options),
      ingest: {
        cancel: (input, options) => invoke("items.ingest.cancel", input, options),
        retry: (input, options) => invoke("items.ingest.retry", input, options),
      },
      asset: {
        download: (input, options) => invoke("items.asset.download", input, options),
      },
      tile: {
        render: (input, options) => invoke("items.tile.render", input, options),
        tilejson: (input, options) => invoke("items.tile.tilejson", input, options),
        statistics: (input, options) => invoke("items.tile.statistics", input, options),
        legend: (input, options) => invoke("items.tile.legend", input, options),
        point: (input, options) => invoke("items.tile.point", input, options),
        wmts_capabilities: (input, options) => invoke("items.tile.wmts_capabilities", input, options),
        wmts_get_tile: (input, options) => invoke("items.tile.wmts_get_tile", input, options),
      },
    };
    this.assets = {
      delete: (input, options) => invoke("assets.delete", input, options),
    };
    this.stac = {
      search: (input = {}, options) => invoke("stac.search", input, options),
      search_each: (input = {}, options) => each("stac.search", input, options),
      collections: {
        list: (input = {}, options) => invoke("stac.collections.list", input, options),
        list_each: (input = {}, options) => each("stac.collections.list", input, options),
      },
    };
    this.provenance = {
      get: (input, options) => invoke("provenance.get", input, options),
    };
    this.visualization = {
      list_for: (input = {}, options) => invoke("visualization.list_for", input, options),
      profile: {
        create: (input, options) => invoke("visualization.profile.create", input, options),
        update: (input, options) => invoke("visualization.profile.update", input, options),
        delete: (input, options) => invoke("visualization.profile.delete", input, options),
        set_default: (input, options) => invoke("visualization.profile.set_default", input, options),
        get: (input, options) => invoke("visualization.profile.get", input, options),
      },
      profiles: {
        list: (input, options) => invoke("visualization.profiles.list", input, options),
        list_each: (input, options) => each("visualization.profiles.list", input, options),
      },
    };
    this.band_formulas = {
      create: (input, options) => invoke("band_formulas.create", input, options),
      get: (input, options) => invoke("band_formulas.get", input, options),
      list: (input = {}, options) => invoke("band_formulas.list", input, options),
      update: (input, options) => invoke("band_formulas.update", input, options),
      delete: (input, options) => invoke("band_formulas.delete", input, options),
    };
    this.cog = {
      colormaps: (input = {}, options) => invoke("cog.colormaps", input, options),
      formulas: (input = {}, options) => invoke("cog.formulas", input, options),
      thumbnail: (input, options) => invoke("cog.thumbnail", input, options),
      statistics: (input, options) => invoke("cog.statistics", input, options),
      tile: {
        render: (input, options) => invoke("cog.tile.render", input, options),
        terrain: (input, options) => invoke("cog.tile.terrain", input, options),
      },
    };
    this.uploads = {
      initiate: (input, options) => invoke("uploads.initiate", input, options),
      signed_url: (input, options) => invoke("uploads.signed_url", input, options),
      part_urls: (input, options) => invoke("uploads.part_urls", input, options),
      get: (input, options) => invoke("uploads.get", input, options),
      list: (input = {}, options) => invoke("uploads.list", input, options),
      list_each: (input = {}, options) => each("uploads.list", input, options),
      progress: (input, options) => invoke("uploads.progress", input, options),
      complete: (input = {}, options) => invoke("uploads.complete", input, options),
      fail: (input, options) => invoke("uploads.fail", input, options),
    };
    this.usage = {
      current: (input, options) => invoke("usage.current", input, options),
      history: (input, options) => invoke("usage.history", input, options),
      query: (input, options) => invoke("usage.query", input, options),
      query_each: (input, options) => each("usage.query", input, options),
      recalculate_storage: (input, options) => invoke("usage.recalculate_storage", input, options),
    };
    this.audit = {
      list: (input = {}, options) => invoke("audit.list", input, options),
      list_each: (input = {}, options) => each("audit.list", input, options),
    };
    this.security_log = {
      list: (input = {}, options) => invoke("security_log.list", input, options),
      list_each: (input = {}, options) => each("security_log.list", input, options),
    };
    this.users = {
      list: (input = {}, options) => invoke("users.list", input, options),
      disable: (input, options) => invoke("users.disable", input, options),
      enable: (input, options) => invoke("users.enable", input, options),
      change_password: (input, options) => invoke("users.change_password", input, options),
    };
    this.sessions = {
      list: (input = {}, options) => invoke("sessions.list", input, options),
      revoke: (input, options) => invoke("sessions.revoke", input, options),
    };
    this.billing = {
      rates: {
        set: (input, options) => invoke("billing.rates.set", input, options),
        list: (input, options) => invoke("billing.rates.list", input, options),
        simulate: (input, options) => invoke("billing.rates.simulate", input, options),
        end: (input, options) => invoke("billing.rates.end", input, options),
      },
      plans: {
        assign: (input, options) => invoke("billing.plans.assign", input, options),
        list: (input = {}, options) => invoke("billing.plans.list", input, options),
      },
      statements: {
        get: (input, options) => invoke("billing.statements.get", input, options),
        get_each: (input, options) => each("billing.statements.get", input, options),
        list: (input, options) => invoke("billing.statements.list", input, options),
        list_each: (input, options) => each("billing.statements.list", input, options),
        document: (input, options) => invoke("billing.statements.document", input, options),
      },
      periods: {
        preview: (input, options) => invoke("billing.periods.preview", input, options),
        preview_each: (input, options) => each("billing.periods.preview", input, options),
        close: (input, options) => invoke("billing.periods.close", input, options),
        list: (input = {}, options) => invoke("billing.periods.list", input, options),
        draft: (input, options) => invoke("billing.periods.draft", input, options),
        approve: (input, options) => invoke("billing.periods.approve", input, options),
      },
      settings: {
        get: (input = {}, options) => invoke("billing.settings.get", input, options),
        update: (input = {}, options) => invoke("billing.settings.update", input, options),
      },
      books: {
        list: (input = {}, options) => invoke("billing.books.list", input, options),
        list_each: (input = {}, options) => each("billing.books.list", input, options),
        statements: (input, options) => invoke("billing.books.statements", input, options),
      },
      credits: {
        create: (input, options) => invoke("billing.credits.create", input, options),
        balance: (input = {}, options) => invoke("billing.credits.balance", input, options),
        transactions: (input = {}, options) => invoke("billing.credits.transactions", input, options),
        transactions_each: (input = {}, options) => each("billing.credits.transactions", input, options),
      },
      status: {
        get: (input, options) => invoke("billing.status.get", input, options),
      },
      invoices: {
        list: (input = {}, options) => invoke("billing.invoices.list", input, options),
        list_each: (input = {}, options) => each("billing.invoices.list", input, options),
      },
      reconciliation: {
        run: (input, options) => invoke("billing.reconciliation.run", input, options),
        run_all: (input = {}, options) => invoke("billing.reconciliation.run_all", input, options),
        list_runs: (input = {}, options) => invoke("billing.reconciliation.list_runs", input, options),
        detect_drift: (input, options) => invoke("billing.reconciliation.detect_drift", input, options),
      },
      adjustments: {
        create: (input, options) => invoke("billing.adjustments.create", input, options),
        list: (input, options) => invoke("billing.adjustments.list", input, options),
        list_each: (input, options) => each("billing.adjustments.list", input, options),
        void: (input, options) => invoke("billing.adjustments.void", input, options),
        rerate: (input, options) => invoke("billing.adjustments.rerate", input, options),
        document: (input, options) => invoke("billing.adjustments.document", input, options),
      },
      parties: {
        get: (input, options) => invoke("billing.parties.get", input, options),
        set: (input, options) => invoke("billing.parties.set", input, options),
      },
      accounts: {
        list: (input = {}, options) => invoke("billing.accounts.list", input, options),
        list_each: (input = {}, options) => each("billing.accounts.list", input, options),
        end: (input, options) => invoke("billing.accounts.end", input, options),
      },
      exports: {
        create: (input, options) => invoke("billing.exports.create", input, options),
        get: (input, options) => invoke("billing.exports.get", input, options),
        list: (input = {}, options) => invoke("billing.exports.list", input, options),
        list_each: (input = {}, options) => each("billing.exports.list", input, options),
        download: (input, options) => invoke("billing.exports.download", input, options),
      },
      deliveries: {
        create: (input, options) => invoke("billing.deliveries.create", input, options),
        list: (input = {}, options) => invoke("billing.deliveries.list", input, options),
        get: (input, options) => invoke("billing.deliveries.get", input, options),
        update: (input, options) => invoke("billing.deliveries.update", input, options),
        delete: (input, options) => invoke("billing.deliveries.delete", input, options),
        run: (input, options) => invoke("billing.deliveries.run", input, options),
        test: (input, options) => invoke("billing.deliveries.test", input, options),
        runs: {
          list: (input, options) => invoke("billing.deliveries.runs.list", input, options),
          list_each: (input, options) => each("billing.deliveries.runs.list", input, options),
        },
      },
    };
    this.event_subscriptions = {
      create: (input, options) => invoke("event_subscriptions.create", input, options),
      get: (input, options) => invoke("event_subscriptions.get", input, options),
      list: (input = {}, options) => invoke("event_subscriptions.list", input, options),
      update: (input, options) => invoke("event_subscriptions.update", input, options),
      delete: (input, options) => invoke("event_subscriptions.delete", input, options),
      rotate_secret: (input, options) => invoke("event_subscriptions.rotate_secret", input, options),
      test: (input, options) => invoke("event_subscriptions.test", input, options),
      deliveries: {
        list: (input, options) => invoke("event_subscriptions.deliveries.list", input, options),
        list_each: (input, options) => each("event_subscriptions.deliveries.list", input, options),
        replay: (input, options) => invoke("event_subscriptions.deliveries.replay", input, options),
      },
    };
    this.events = {
      list: (input = {}, options) => invoke("events.list", input, options),
      list_each: (input = {}, options) => each("events.list", input, options),
    };
    this.budgets = {
      create: (input, options) => invoke("budgets.create", input, options),
      list: (input = {}, options) => invoke("budgets.list", input, options),
      update: (input, options) => invoke("budgets.update", input, options),
      delete: (input, options) => invoke("budgets.delete", input, options),
    };
    this.tiles = {
      warm: {
        estimate: (input, options) => invoke("tiles.warm.estimate", input, options),
        start: (input, options) => invoke("tiles.warm.start", input, options),
        get: (input, options) => invoke("tiles.warm.get", input, options),
        list: (input, options) => invoke("tiles.warm.list", input, options),
        list_each: (input, options) => each("tiles.warm.list", input, options),
        cancel: (input, options) => invoke("tiles.warm.cancel", input, options),
        resume: (input, options) => invoke("tiles.warm.resume", input, options),
      },
    };
  }
}
