# Generated from docs/openapi.json by `npm run clients`; changes here are lost.
"""Inputs and outputs of operations."""

from typing import Any, Literal, NotRequired, TypedDict

__all__ = [
    "ProfileConfigRgbSigmoidal",
    "ProfileConfigRgb",
    "ProfileConfigSinglebandColormap",
    "ProfileConfigSinglebandColormap_",
    "ProfileConfigSinglebandColormap__",
    "ProfileConfigSinglebandAlgorithm",
    "ProfileConfigSinglebandAlgorithm_",
    "ProfileConfigSinglebandAlgorithm__",
    "ProfileConfigSinglebandAlgorithm___",
    "ProfileConfigSinglebandAlgorithm____",
    "ProfileConfigSinglebandAlgorithm_____",
    "ProfileConfigSinglebandSigmoidal",
    "ProfileConfigSingleband",
    "ProfileConfigMultibandSigmoidal",
    "ProfileConfigMultiband",
    "ProfileConfigExpressionColormap",
    "ProfileConfigExpressionColormap_",
    "ProfileConfigExpressionColormap__",
    "ProfileConfigExpressionSigmoidal",
    "ProfileConfigExpression",
    "ShareLinkCreate",
    "ShareLinkCreateOutput",
    "ShareLinkPauseInput",
    "ShareLinkResponse",
    "ShareLinkResumeInput",
    "ShareLinkRevokeInput",
    "ShareLinkRevokeOutput",
    "ShareLinkValidateInput",
    "ShareLinkValidateOutputBeingPrepared",
    "ShareLinkValidateOutputAssetsItem",
    "ShareLinkValidateOutput",
    "ShareItemsListInput",
    "ShareItemsListOutputAssetsItem",
    "ShareItemsListOutput",
    "ShareLinkIntroduceInput",
    "ShareLinkIntroduction",
    "ShareTileInput",
    "ShareTilejsonInput",
    "ShareLegendInput",
    "LegendStopsItem",
    "LegendBandsItem",
    "Legend",
    "SharePointInput",
    "PointValuesValuesItemDistribution",
    "PointValuesValuesItem",
    "PointValues",
    "SharePreviewInput",
    "ShareLinkGetInput",
    "ShareLinkGetOutput",
    "ShareLinkListInput",
    "ShareLinkListOutput",
    "ShareLinkUpdateInput",
    "ShareLinkRotateInput",
    "ShareLinkRotateOutput",
    "ShareLinkUsageInput",
    "ShareLinkUsageOutputDaysItem",
    "ShareLinkUsageOutput",
    "ApiKeyCreateInput",
    "ApiKeyCreateOutput",
    "ApiKeyListInput",
    "ApiKeyRevokeInput",
    "ApiKeyRevokeOutput",
    "OrganizationRulesGetInput",
    "OrganizationRules",
    "OrganizationTagsGetInput",
    "OrganizationTags",
    "OrganizationTagsUpdateInput",
    "OrganizationRulesUpdateInput",
    "OrganizationCreateInput",
    "OrganizationCreateOutput",
    "OrganizationGetInput",
    "Organization",
    "OrganizationUpdateInput",
    "ProjectCreate",
    "ProjectResponse",
    "ProjectGetInput",
    "ProjectUpdateInput",
    "ProjectArchiveInput",
    "ProjectDeleteInput",
    "ProjectDeleteOutput",
    "ProjectsListInput",
    "ProjectsListOutputProjectsItem",
    "ProjectsListOutput",
    "ListMembersInput",
    "ListMembersOutputMembersItem",
    "ListMembersOutput",
    "AddMemberInput",
    "MemberOutput",
    "UpdateMemberInput",
    "RemoveMemberInput",
    "RemoveMemberOutput",
    "CollectionCreateInput",
    "CollectionResponse",
    "CollectionsGetInput",
    "CollectionsListInput",
    "CollectionUpdateInput",
    "CollectionThumbnailInput",
    "CollectionDeleteInput",
    "CollectionDeleteOutput",
    "ItemCreateInputAssetsValue",
    "ItemCreateInput",
    "ItemResponseWarningsItem",
    "ItemResponse",
    "ItemGetInput",
    "ItemGetOutputItemWarningsItem",
    "ItemGetOutputItemIngest",
    "ItemGetOutputItem",
    "ItemGetOutput",
    "ItemsListInput",
    "ItemsByCollectionInput",
    "ProjectItemSearchInput",
    "FeatureCollectionOutput",
    "OrgItemSearchInput",
    "ItemUpdateInput",
    "ItemDeleteInput",
    "ItemDeleteOutput",
    "ItemMoveInput",
    "ItemMoveOutputItemWarningsItem",
    "ItemMoveOutputItem",
    "ItemMoveOutput",
    "ItemDuplicateInput",
    "ItemLineageInput",
    "ExpiringInput",
    "Empty",
    "ItemAssetsInput",
    "ReplaceAssetInput",
    "ReplaceAssetOutputAsset",
    "ReplaceAssetOutputIngest",
    "ReplaceAssetOutput",
    "AssetDeleteInput",
    "AssetDeleteOutput",
    "SetBandNamesInput",
    "AssetOutput",
    "DetectBandsInput",
    "DetectBandsOutput",
    "ItemIngestCancelInput",
    "ItemIngestCancelOutputIngest",
    "ItemIngestCancelOutput",
    "ItemIngestRetryInput",
    "ItemIngestRetryOutputIngest",
    "ItemIngestRetryOutput",
    "AssetDownloadInput",
    "ItemStacInput",
    "ItemTileRenderInput",
    "ItemTilejsonInput",
    "ItemStatisticsInput",
    "ItemLegendInput",
    "ItemPointInput",
    "ItemThumbnailInput",
    "ItemWmtsCapabilitiesInput",
    "ItemWmtsGetTileInput",
    "SearchInputSortbyItem",
    "SearchInput",
    "SrcOperationsStacReadsCollectionsListInput",
    "LineageGetInput",
    "LineageGetOutputEdgesItem",
    "LineageGetOutputNodesItem",
    "LineageGetOutput",
    "ProfileCreateInput",
    "ProfileResponse",
    "ProfileUpdateInput",
    "ProfileRef",
    "OkOutput",
    "ProfileGetInput",
    "ProfilesListInput",
    "VisualizationListInputRenderParams",
    "VisualizationListInput",
    "VisualizationListOutputVisualizationsItem",
    "VisualizationListOutput",
    "BandFormulaCreateInput",
    "BandFormulaOutput",
    "BandFormulaGetInput",
    "BandFormulasListInput",
    "BandFormulaUpdateInput",
    "BandFormulaDeleteInput",
    "BandFormulaDeleteOutput",
    "CogEmptyInput",
    "CogThumbnailInput",
    "CogStatsInput",
    "CogTileInput",
    "CogTerrainInput",
    "UploadInitiate",
    "UploadOutputIngest",
    "UploadOutput",
    "SignedUrlInput",
    "SignedUrlOutput",
    "PartUrlsInput",
    "PartUrlsOutputPartsItem",
    "PartUrlsOutput",
    "UploadGetInput",
    "UploadWithFilesIngest",
    "UploadWithFilesFilesItem",
    "UploadWithFiles",
    "UploadsListInput",
    "UploadsListOutput",
    "UploadProgressInput",
    "UploadFailInput",
    "UsageCurrentInput",
    "UsageHistoryInput",
    "UsageQueryInput",
    "RecalculateInput",
    "OrganizationLimitsInput",
    "OrganizationLimitsOutputLimitsItem",
    "OrganizationLimitsOutput",
    "AuditListInput",
    "AuditListOutputEntriesItem",
    "AuditListOutput",
    "SecurityLogInput",
    "SecurityLogOutputEventsItem",
    "SecurityLogOutput",
    "UsersListInput",
    "UserOutput",
    "UsersListOutput",
    "UserDisableInput",
    "UserEnableInput",
    "ChangePasswordInput",
    "ChangePasswordOutput",
    "SessionsListInput",
    "SessionsListOutputSessionsItem",
    "SessionsListOutput",
    "SessionRevokeInput",
    "SessionRevokeOutput",
    "BillingRatesSetTiersItem",
    "BillingRatesSet",
    "SetRateCardTiersItem",
    "SetRateCardReplacesTiersItem",
    "SetRateCardReplaces",
    "SetRateCard",
    "BillingRatesList",
    "BillingPlansAssign",
    "BillingStatementsGet",
    "BillingStatementsList",
    "BillingStatementsDocument",
    "BillingPeriodsPreview",
    "BillingPeriodPreviewStatementsItemFindingsItem",
    "BillingPeriodPreviewStatementsItem",
    "BillingPeriodPreview",
    "BillingPeriodsClose",
    "BillingPeriodOpenAccountsItem",
    "BillingPeriodBooks",
    "BillingPeriod",
    "BillingPeriodsList",
    "BillingPeriodsDraft",
    "BillingPeriodsApprove",
    "BillingSettingsGet",
    "BillingSettingsJournalAccounts",
    "BillingSettingsSellerAddress",
    "BillingSettingsSellerEndpoint",
    "BillingSettingsSellerTaxesItem",
    "BillingSettingsSeller",
    "BillingSettings",
    "BillingSettingsUpdateSellerAddress",
    "BillingSettingsUpdateSellerEndpoint",
    "BillingSettingsUpdateSellerTaxesItem",
    "BillingSettingsUpdateSeller",
    "BillingSettingsUpdate",
    "BillingBooksList",
    "BillingBooksStatements",
    "BillingCreditsCreate",
    "CreditNote",
    "TransactionsInput",
    "OrgStatusInput",
    "InvoicesInput",
    "RunInput",
    "RunAllInput",
    "RunsInput",
    "DriftInput",
    "BillingRatesSimulateTiersItem",
    "BillingRatesSimulate",
    "BillingSimulationLinesItem",
    "BillingSimulation",
    "BillingRatesEnd",
    "BillingAdjustmentsCreate",
    "BillingAdjustment",
    "BillingAdjustmentsList",
    "BillingAdjustmentsVoid",
    "BillingAdjustmentsRerateTiersItem",
    "BillingAdjustmentsRerate",
    "BillingAdjustmentsDocument",
    "BillingPartiesGet",
    "BillingPartiesSetPartyAddress",
    "BillingPartiesSetPartyEndpoint",
    "BillingPartiesSetPartyTaxesItem",
    "BillingPartiesSetParty",
    "BillingPartiesSet",
    "BillingAccountsList",
    "BillingAccountsAccountsItem",
    "BillingAccounts",
    "BillingAccountsEnd",
    "BillingExportsCreate",
    "BillingExport",
    "BillingExportsGet",
    "BillingExportsList",
    "BillingExportsDownload",
    "CreateSubscriptionInput",
    "SubscriptionOutput",
    "GetSubscriptionInput",
    "ListSubscriptionsInput",
    "UpdateSubscriptionInput",
    "DeleteSubscriptionInput",
    "DeleteSubscriptionOutput",
    "RotateSubscriptionSecretInput",
    "TestSubscriptionInput",
    "TestSubscriptionOutput",
    "ListDeliveriesInput",
    "ReplayDeliveriesInput",
    "ReplayDeliveriesOutput",
    "ListEventsInput",
    "BillingDeliveriesCreate",
    "BillingDelivery",
    "BillingDeliveriesList",
    "BillingDeliveriesGet",
    "BillingDeliveriesUpdate",
    "BillingDeliveriesDelete",
    "BillingDeliveriesRun",
    "BillingDeliveryRun",
    "BillingDeliveriesTest",
    "BillingDeliveriesRunsList",
    "BudgetCreate",
    "Budget",
    "BudgetsList",
    "BudgetUpdate",
    "BudgetDelete",
    "TilesWarmEstimate",
    "TilesWarmEstimateOutputLevelsItem",
    "TilesWarmEstimateOutput",
    "TilesWarmStart",
    "WarmUp",
    "TilesWarmGet",
    "TilesWarmList",
    "TilesWarmCancel",
    "TilesWarmResume",
    "TileJson",
    "Problem",
    "InputFaultsDetailItem",
    "InputFaults",
    "ShareTilejsonOutputBeingPrepared",
    "ShareTilejsonOutput",
    "ApiKeysListOutputApiKeysItem",
    "ApiKeysListOutput",
    "CollectionsListOutput",
    "ItemsListOutput",
    "ItemsLineageOutputAncestorsItem",
    "ItemsLineageOutputDescendantsItem",
    "ItemsLineageOutputEdgesItem",
    "ItemsLineageOutput",
    "ItemsListExpiringOutput",
    "ItemsExpireBatchOutput",
    "ItemsListAssetsOutputAssetsItem",
    "ItemsListAssetsOutput",
    "ItemsAssetDownloadOutput",
    "ItemsGetStacOutput",
    "ItemsTileTilejsonOutput",
    "ItemsTileStatisticsOutputHistogram",
    "ItemsTileStatisticsOutput",
    "StacSearchOutput",
    "StacCollectionsListOutput",
    "VisualizationProfilesListOutput",
    "BandFormulasListOutput",
    "CogColormapsOutputColormapsItem",
    "CogColormapsOutput",
    "CogFormulasOutputFormulasItem",
    "CogFormulasOutput",
    "CogStatisticsOutputStatisticsItemHistogram",
    "CogStatisticsOutputStatisticsItem",
    "CogStatisticsOutput",
    "UploadsCompleteInput",
    "UploadsCompleteOutputIngest",
    "UploadsCompleteOutputAssetsItem",
    "UploadsCompleteOutputEffects",
    "UploadsCompleteOutput",
    "UsageCurrentOutput",
    "UsageHistoryOutputMonthsItem",
    "UsageHistoryOutput",
    "UsageQueryOutputTotalsItem",
    "UsageQueryOutputRowsItem",
    "UsageQueryOutput",
    "UsageRecalculateStorageOutputDifferencesItem",
    "UsageRecalculateStorageOutput",
    "BillingRatesListOutputRateCardsItemTiersItem",
    "BillingRatesListOutputRateCardsItem",
    "BillingRatesListOutput",
    "BillingPlansAssignOutput",
    "BillingStatementsGetOutputLinesItem",
    "BillingStatementsGetOutput",
    "BillingStatementsListOutputStatementsItem",
    "BillingStatementsListOutput",
    "BillingPeriodsListOutput",
    "BillingBooksListOutputEntriesItem",
    "BillingBooksListOutput",
    "BillingBooksStatementsOutputStatementsItem",
    "BillingBooksStatementsOutput",
    "BillingCreditsBalanceOutputBalancesItem",
    "BillingCreditsBalanceOutput",
    "BillingCreditsTransactionsOutput",
    "BillingStatusGetOutputRateCardTiersItem",
    "BillingStatusGetOutputRateCard",
    "BillingStatusGetOutputMonthToDateItem",
    "BillingStatusGetOutputLastStatementsItem",
    "BillingStatusGetOutput",
    "BillingPlansListOutputPlansItemRateCardTiersItem",
    "BillingPlansListOutputPlansItemRateCard",
    "BillingPlansListOutputPlansItemLaterItemTiersItem",
    "BillingPlansListOutputPlansItemLaterItem",
    "BillingPlansListOutputPlansItem",
    "BillingPlansListOutput",
    "BillingInvoicesListOutputInvoicesItem",
    "BillingInvoicesListOutput",
    "BillingReconciliationRunOutputLayersEvents",
    "BillingReconciliationRunOutputLayersHours",
    "BillingReconciliationRunOutputLayersDays",
    "BillingReconciliationRunOutputLayersMonths",
    "BillingReconciliationRunOutputLayers",
    "BillingReconciliationRunOutput",
    "BillingReconciliationRunAllOutput",
    "BillingReconciliationListRunsOutput",
    "BillingReconciliationDetectDriftOutputLayersEvents",
    "BillingReconciliationDetectDriftOutputLayersHours",
    "BillingReconciliationDetectDriftOutputLayersDays",
    "BillingReconciliationDetectDriftOutputLayersMonths",
    "BillingReconciliationDetectDriftOutputLayers",
    "BillingReconciliationDetectDriftOutputDriftingDaysItemEvents",
    "BillingReconciliationDetectDriftOutputDriftingDaysItemHours",
    "BillingReconciliationDetectDriftOutputDriftingDaysItemDays",
    "BillingReconciliationDetectDriftOutputDriftingDaysItem",
    "BillingReconciliationDetectDriftOutput",
    "BillingAdjustmentsListOutput",
    "BillingPartiesGetOutputPartyAddress",
    "BillingPartiesGetOutputPartyEndpoint",
    "BillingPartiesGetOutputPartyTaxesItem",
    "BillingPartiesGetOutputParty",
    "BillingPartiesGetOutput",
    "BillingPartiesSetOutputPartyAddress",
    "BillingPartiesSetOutputPartyEndpoint",
    "BillingPartiesSetOutputPartyTaxesItem",
    "BillingPartiesSetOutputParty",
    "BillingPartiesSetOutputReplacesAddress",
    "BillingPartiesSetOutputReplacesEndpoint",
    "BillingPartiesSetOutputReplacesTaxesItem",
    "BillingPartiesSetOutputReplaces",
    "BillingPartiesSetOutput",
    "BillingAccountsEndOutput",
    "BillingExportsGetOutputFilesItem",
    "BillingExportsGetOutput",
    "BillingExportsListOutput",
    "EventSubscriptionsGetOutput",
    "EventSubscriptionsListOutputSubscriptionsItem",
    "EventSubscriptionsListOutput",
    "EventSubscriptionsDeliveriesListOutputDeliveriesItem",
    "EventSubscriptionsDeliveriesListOutput",
    "EventsListOutputEventsItem",
    "EventsListOutput",
    "BillingDeliveriesListOutput",
    "BillingDeliveriesDeleteOutput",
    "BillingDeliveriesTestOutput",
    "BillingDeliveriesRunsListOutput",
    "BudgetsListOutput",
    "TilesWarmListOutput",
]


class ProfileConfigRgbSigmoidal(TypedDict):
    contrast: float
    """Contrast of the picture; 1 changes nothing."""
    middle: NotRequired[float]
    """The value in the middle of the stretch. Default: 0.5."""


class ProfileConfigRgb(TypedDict):
    bands: NotRequired[list[int | str]]
    """Bands, from 1; for a picture red, green and blue."""
    rescale: NotRequired[Literal["auto"] | list[float] | list[Literal["auto"] | list[float]]]
    """Values that become black and white, or `auto`."""
    gamma: NotRequired[float]
    """Gamma of the picture; 1 changes nothing."""
    sigmoidal: NotRequired[ProfileConfigRgbSigmoidal]
    """A sigmoidal stretch: its contrast and its middle."""
    saturation: NotRequired[float]
    """Saturation of the picture; 1 changes nothing."""
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    """How pixels between those of the file are made: nearest, bilinear, cubic or mode."""
    nodata: NotRequired[float | Literal["nan"]]
    """The value of pixels without data; null: none."""
    background: NotRequired[str]
    """Colour behind transparent pixels in formats without transparency, as #rrggbb."""
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigSinglebandColormap(TypedDict):
    stops: list[list[float | str]]
    """Colours at values; between them they blend."""


class ProfileConfigSinglebandColormap_(TypedDict):
    intervals: list[list[float | str]]
    """Colours by ranges of values."""


class ProfileConfigSinglebandColormap__(TypedDict):
    classes: dict[str, str]
    """Names and colours by value."""


class ProfileConfigSinglebandAlgorithm(TypedDict):
    name: Literal["hillshade"]
    """Its name."""
    azimuth: NotRequired[float]
    """Direction of the light for hillshade, in degrees clockwise from north. Default: 315."""
    altitude: NotRequired[float]
    """Height of the light for hillshade, in degrees above the horizon. Default: 45."""
    z_factor: NotRequired[float]
    """By what elevations are multiplied before light and slope are calculated. Default: 1."""


class ProfileConfigSinglebandAlgorithm_(TypedDict):
    name: Literal["relief"]
    """Its name."""
    azimuth: NotRequired[float]
    """Direction of the light for hillshade, in degrees clockwise from north. Default: 315."""
    altitude: NotRequired[float]
    """Height of the light for hillshade, in degrees above the horizon. Default: 45."""
    z_factor: NotRequired[float]
    """By what elevations are multiplied before light and slope are calculated. Default: 1."""


class ProfileConfigSinglebandAlgorithm__(TypedDict):
    name: Literal["slope"]
    """Its name."""


class ProfileConfigSinglebandAlgorithm___(TypedDict):
    name: Literal["contours"]
    """Its name."""
    interval: float
    """The distance between contour lines, in the unit of the data."""
    color: NotRequired[str]
    """A colour as #rrggbb. Default: "#5b4636"."""


class ProfileConfigSinglebandAlgorithm____(TypedDict):
    name: Literal["terrarium"]
    """Its name."""
    invert: NotRequired[bool]
    """Whether values are depths, which become heights below 0."""
    nodata_height: NotRequired[float]
    """The height of pixels without data, which are then opaque; transparent when left out."""


class ProfileConfigSinglebandAlgorithm_____(TypedDict):
    name: Literal["terrain-rgb"]
    """Its name."""
    invert: NotRequired[bool]
    """Whether values are depths, which become heights below 0."""
    nodata_height: NotRequired[float]
    """The height of pixels without data, which are then opaque; transparent when left out."""


class ProfileConfigSinglebandSigmoidal(TypedDict):
    contrast: float
    """Contrast of the picture; 1 changes nothing."""
    middle: NotRequired[float]
    """The value in the middle of the stretch. Default: 0.5."""


class ProfileConfigSingleband(TypedDict):
    band: NotRequired[int | str]
    """The band that is drawn, from 1. Default: 1."""
    rescale: NotRequired[Literal["auto"] | list[float]]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | ProfileConfigSinglebandColormap | ProfileConfigSinglebandColormap_ | ProfileConfigSinglebandColormap__]
    """A named colour map, such as viridis, or colours by value."""
    algorithm: NotRequired[ProfileConfigSinglebandAlgorithm | ProfileConfigSinglebandAlgorithm_ | ProfileConfigSinglebandAlgorithm__ | ProfileConfigSinglebandAlgorithm___ | ProfileConfigSinglebandAlgorithm____ | ProfileConfigSinglebandAlgorithm_____]
    """What is calculated of elevations: hillshade, relief, slope, contours, terrarium or terrain-rgb."""
    gamma: NotRequired[float]
    """Gamma of the picture; 1 changes nothing."""
    sigmoidal: NotRequired[ProfileConfigSinglebandSigmoidal]
    """A sigmoidal stretch: its contrast and its middle."""
    saturation: NotRequired[float]
    """Saturation of the picture; 1 changes nothing."""
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    """How pixels between those of the file are made: nearest, bilinear, cubic or mode."""
    nodata: NotRequired[float | Literal["nan"]]
    """The value of pixels without data; null: none."""
    background: NotRequired[str]
    """Colour behind transparent pixels in formats without transparency, as #rrggbb."""
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigMultibandSigmoidal(TypedDict):
    contrast: float
    """Contrast of the picture; 1 changes nothing."""
    middle: NotRequired[float]
    """The value in the middle of the stretch. Default: 0.5."""


class ProfileConfigMultiband(TypedDict):
    expressions: list[str]
    """Calculations for red, green and blue."""
    rescale: NotRequired[Literal["auto"] | list[float] | list[Literal["auto"] | list[float]]]
    """Values that become black and white, or `auto`."""
    gamma: NotRequired[float]
    """Gamma of the picture; 1 changes nothing."""
    sigmoidal: NotRequired[ProfileConfigMultibandSigmoidal]
    """A sigmoidal stretch: its contrast and its middle."""
    saturation: NotRequired[float]
    """Saturation of the picture; 1 changes nothing."""
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    """How pixels between those of the file are made: nearest, bilinear, cubic or mode."""
    nodata: NotRequired[float | Literal["nan"]]
    """The value of pixels without data; null: none."""
    background: NotRequired[str]
    """Colour behind transparent pixels in formats without transparency, as #rrggbb."""
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigExpressionColormap(TypedDict):
    stops: list[list[float | str]]
    """Colours at values; between them they blend."""


class ProfileConfigExpressionColormap_(TypedDict):
    intervals: list[list[float | str]]
    """Colours by ranges of values."""


class ProfileConfigExpressionColormap__(TypedDict):
    classes: dict[str, str]
    """Names and colours by value."""


class ProfileConfigExpressionSigmoidal(TypedDict):
    contrast: float
    """Contrast of the picture; 1 changes nothing."""
    middle: NotRequired[float]
    """The value in the middle of the stretch. Default: 0.5."""


class ProfileConfigExpression(TypedDict):
    expression: str
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    rescale: NotRequired[Literal["auto"] | list[float]]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | ProfileConfigExpressionColormap | ProfileConfigExpressionColormap_ | ProfileConfigExpressionColormap__]
    """A named colour map, such as viridis, or colours by value."""
    gamma: NotRequired[float]
    """Gamma of the picture; 1 changes nothing."""
    sigmoidal: NotRequired[ProfileConfigExpressionSigmoidal]
    """A sigmoidal stretch: its contrast and its middle."""
    saturation: NotRequired[float]
    """Saturation of the picture; 1 changes nothing."""
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    """How pixels between those of the file are made: nearest, bilinear, cubic or mode."""
    nodata: NotRequired[float | Literal["nan"]]
    """The value of pixels without data; null: none."""
    background: NotRequired[str]
    """Colour behind transparent pixels in formats without transparency, as #rrggbb."""
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ShareLinkCreate(TypedDict):
    target_type: Literal["item", "collection"]
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    permission: NotRequired[Literal["view", "download"]]
    """What visitors may do: `view`, or `download` for the files as well. Default: "view"."""
    password: str
    """The password that opens the link: at least 8 characters, at most 72 bytes in UTF-8."""
    expires_at: str
    """May be left out where the organization has a rule for the lifetime of links."""
    label: NotRequired[str | None]
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    max_views: NotRequired[int | None]
    """Openings after which the link ends; null: no limit."""
    max_tiles: NotRequired[int | None]
    """Tiles after which the link ends; null: no limit."""
    spend_limit: NotRequired[int | None]
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    allowed_origins: NotRequired[list[str]]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: NotRequired[bool]
    """Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false."""
    profiles: NotRequired[Literal["all"] | list[str]]
    """Names or ids of profiles that the holder may choose besides each item's default, or "all". Default: none."""
    properties: NotRequired[Literal["all"] | list[str]]
    """Keys of the items' properties that the holder sees, or "all". Default: none."""
    min_zoom: NotRequired[int | None]
    """Tiles of lower zoom levels are not served."""
    max_zoom: NotRequired[int | None]
    """Tiles of higher zoom levels are not served."""
    bounds: NotRequired[list[float] | None]
    """[west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole."""
    introduction: NotRequired[Literal["none", "sender", "label"]]
    """What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too."""
    address_life: NotRequired[Literal["hour", "day", "link"]]
    """How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before."""
    preview_card: NotRequired[Literal["none", "name", "picture"]]
    """What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile."""


class ShareLinkCreateOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    target_type: str
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    permission: str
    """What visitors may do: `view`, or `download` for the files as well."""
    organization_id: str
    """Id of the organization (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    """When the link was last opened (RFC 3339)."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    label: str | None
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: dict[str, str]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    allowed_origins: list[str]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: bool
    """Whether visitors may read values of pixels."""
    profiles: Literal["all"] | list[str]
    """Names of the profiles that visitors may choose; `all`: every one."""
    properties: Literal["all"] | list[str]
    """Properties of the item as STAC describes them, and others."""
    min_zoom: int | None
    """The first zoom that the link shows; null: 0."""
    max_zoom: int | None
    """The deepest zoom that the link shows; null: as deep as the data."""
    bounds: list[float] | None
    """The area that the link shows: west, south, east, north in degrees; null: all of it."""
    introduction: Literal["none", "sender", "label"]
    """What the page says before the password: `none`, `sender`, or `label` for the label as well."""
    address_life: Literal["hour", "day", "link"]
    """How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link."""
    preview_card: Literal["none", "name", "picture"]
    """What messengers show of the link: `none`, `name` or `picture`."""
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    """Openings after which the link ends; null: no limit."""
    max_tiles: int | None
    """Tiles after which the link ends; null: no limit."""
    spend_limit: int | None
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    """The currency of the spending limit."""
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    """Limits of the link that are reached; empty when it is usable."""
    paused_at: str | None
    """Since when the link is paused (RFC 3339); null when it is not."""
    status: Literal["live", "revoked", "expired", "paused"]
    """What it is at; of a problem, the status of HTTP."""
    token: str
    """The token of the link: it is answered once."""
    page_url: str
    """The address of the page to send, which asks for the password."""


class ShareLinkPauseInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""


class ShareLinkResponse(TypedDict):
    id: str
    """Its id (UUID)."""
    target_type: str
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    permission: str
    """What visitors may do: `view`, or `download` for the files as well."""
    organization_id: str
    """Id of the organization (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    """When the link was last opened (RFC 3339)."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    label: str | None
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: dict[str, str]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    allowed_origins: list[str]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: bool
    """Whether visitors may read values of pixels."""
    profiles: Literal["all"] | list[str]
    """Names of the profiles that visitors may choose; `all`: every one."""
    properties: Literal["all"] | list[str]
    """Properties of the item as STAC describes them, and others."""
    min_zoom: int | None
    """The first zoom that the link shows; null: 0."""
    max_zoom: int | None
    """The deepest zoom that the link shows; null: as deep as the data."""
    bounds: list[float] | None
    """The area that the link shows: west, south, east, north in degrees; null: all of it."""
    introduction: Literal["none", "sender", "label"]
    """What the page says before the password: `none`, `sender`, or `label` for the label as well."""
    address_life: Literal["hour", "day", "link"]
    """How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link."""
    preview_card: Literal["none", "name", "picture"]
    """What messengers show of the link: `none`, `name` or `picture`."""
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    """Openings after which the link ends; null: no limit."""
    max_tiles: int | None
    """Tiles after which the link ends; null: no limit."""
    spend_limit: int | None
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    """The currency of the spending limit."""
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    """Limits of the link that are reached; empty when it is usable."""
    paused_at: str | None
    """Since when the link is paused (RFC 3339); null when it is not."""
    status: Literal["live", "revoked", "expired", "paused"]
    """What it is at; of a problem, the status of HTTP."""


class ShareLinkResumeInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""


class ShareLinkRevokeInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""


class ShareLinkRevokeOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class ShareLinkValidateInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""


class ShareLinkValidateOutputBeingPrepared(TypedDict):
    percent: int
    """How much is done, from 0 to 100."""
    step: str
    """The step of the preparation."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    files: int
    """How many files are being prepared."""


class ShareLinkValidateOutputAssetsItem(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    key: str
    """The key of the file within its item."""
    media_type: str
    """The media type, such as image/tiff."""
    bytes: int
    """Length in bytes."""
    url: str
    """Where the bytes are, for a limited time."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""


class ShareLinkValidateOutput(TypedDict):
    permission: str
    """What visitors may do: `view`, or `download` for the files as well."""
    gives_values: bool
    """Whether tiles as npy and tif are given, besides pictures."""
    target_type: str
    """`item` or `collection`."""
    target: dict[str, Any]
    """What the link shares."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""
    addresses_end_with_link: bool
    """Whether addresses for map software live as long as the link; its owner chooses."""
    tilejson_url: str | None
    """The TileJSON of what the link shares; null while nothing can be drawn."""
    being_prepared: NotRequired[ShareLinkValidateOutputBeingPrepared]
    """The preparation that is in the way of the first picture; null when nothing is."""
    assets: NotRequired[list[ShareLinkValidateOutputAssetsItem]]
    """The item's files."""


class ShareItemsListInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ShareItemsListOutputAssetsItem(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    key: str
    """The key of the file within its item."""
    media_type: str
    """The media type, such as image/tiff."""
    bytes: int
    """Length in bytes."""
    url: str
    """Where the bytes are, for a limited time."""
    expires_at: str
    """When it ends (RFC 3339); null: it does not."""


class ShareItemsListOutput(TypedDict):
    items: list[dict[str, Any]]
    """Items of this page."""
    assets: NotRequired[list[ShareItemsListOutputAssetsItem]]
    """The item's files."""
    total: int
    """How many there are in all."""
    limit: int
    """How many are answered at most."""
    offset: int
    """How many entries are left out from the beginning of the list."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ShareLinkIntroduceInput(TypedDict):
    token: str
    """The token of the link."""


class ShareLinkIntroduction(TypedDict):
    organization: str | None
    """The organization that shares; null for a link that does not say so, or is not known."""
    label: str | None
    """A name for people who manage it; visitors see it only where the owner allows that."""
    expires_at: str | None
    """When the link ends (RFC 3339, with an offset such as Z)."""


class ShareTileInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    z: int
    """The zoom of the tile."""
    x: int
    """The column of the tile, from the west (Web Mercator)."""
    y: int
    """The row of the tile, from the north (Web Mercator)."""
    format: NotRequired[Literal["png", "jpg", "webp", "avif", "auto", "npy", "tif", "jpeg", "tiff"] | str]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "png"."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class ShareTilejsonInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    renews: NotRequired[str | None]
    """An address of a tile or document that this link gave before, also one that has ended: then this is no further view."""


class ShareLegendInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class LegendStopsItem(TypedDict):
    value: float
    """The value, as in the file with scale and offset applied."""
    to: NotRequired[float]
    """The value at the end of the class."""
    color: str
    """A colour as #rrggbb."""
    label: NotRequired[str]
    """The name of a class, where the file has one."""


class LegendBandsItem(TypedDict):
    channel: Literal["red", "green", "blue"]
    """The part of the picture that a colour scale belongs to: red, green, blue, or all."""
    name: str
    """Its name."""
    low: float
    """The value at the lower end of the colour scale."""
    high: float
    """The value at the upper end of the colour scale."""


class Legend(TypedDict):
    kind: Literal["ramp", "classes", "rgb", "none"]
    """ramp: colours between the stops are mixed. classes: one colour for a value or a range. rgb: three bands in colour. none: the colours have no key."""
    title: str
    """A short text for people."""
    unit: str | None
    """The unit of the values, such as m."""
    stops: list[LegendStopsItem]
    """Of a ramp or of classes, by value; colours are #rrggbb or #rrggbbaa."""
    bands: list[LegendBandsItem]
    """Bands, from 1; for a picture red, green and blue."""
    varies: bool
    """Whether the scale differs from tile to tile."""
    svg: str
    """The legend as a picture, 260 pixels wide."""
    png: str
    """The same as PNG, in base64."""


class SharePointInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    lon: float
    """Longitude in degrees (EPSG:4326)."""
    lat: float
    """Latitude in degrees (EPSG:4326)."""
    items: NotRequired[list[str] | None]
    """Only these items of a collection."""
    hidden_items: NotRequired[list[str] | None]
    """All items of a collection but these."""
    datetime: NotRequired[str | None]
    """Only items of a collection of this instant or interval, as in STAC: start/end."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class PointValuesValuesItemDistribution(TypedDict):
    range: list[float]
    """The ends of the histogram."""
    counts: list[int]
    """Pixels in each of the histogram's steps."""


class PointValuesValuesItem(TypedDict):
    name: str
    """Its name."""
    value: float | None
    """The value, as in the file with scale and offset applied."""
    unit: str | None
    """The unit of the values, such as m."""
    scale: float
    """By what the values of the file are multiplied."""
    offset: float
    """What has been added to each stored value."""
    distribution: NotRequired[PointValuesValuesItemDistribution | None]
    """How often values of the band occur in the whole file, in bins of equal width; null where that is not known."""


class PointValues(TypedDict):
    lon: float
    """Longitude in degrees (EPSG:4326)."""
    lat: float
    """Latitude in degrees (EPSG:4326)."""
    has_data: bool
    """Whether the pixel has a value."""
    values: list[PointValuesValuesItem]
    """Values of the bands."""


class SharePreviewInput(TypedDict):
    token: str
    """The token of the link."""
    password: NotRequired[str]
    """The password. Default: ""."""
    width: NotRequired[int]
    """Width in pixels. Default: 512."""
    height: NotRequired[int]
    """Height in pixels. Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "webp"."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class ShareLinkGetInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""


class ShareLinkGetOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    target_type: str
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    permission: str
    """What visitors may do: `view`, or `download` for the files as well."""
    organization_id: str
    """Id of the organization (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    """When the link was last opened (RFC 3339)."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    label: str | None
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: dict[str, str]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    allowed_origins: list[str]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: bool
    """Whether visitors may read values of pixels."""
    profiles: Literal["all"] | list[str]
    """Names of the profiles that visitors may choose; `all`: every one."""
    properties: Literal["all"] | list[str]
    """Properties of the item as STAC describes them, and others."""
    min_zoom: int | None
    """The first zoom that the link shows; null: 0."""
    max_zoom: int | None
    """The deepest zoom that the link shows; null: as deep as the data."""
    bounds: list[float] | None
    """The area that the link shows: west, south, east, north in degrees; null: all of it."""
    introduction: Literal["none", "sender", "label"]
    """What the page says before the password: `none`, `sender`, or `label` for the label as well."""
    address_life: Literal["hour", "day", "link"]
    """How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link."""
    preview_card: Literal["none", "name", "picture"]
    """What messengers show of the link: `none`, `name` or `picture`."""
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    """Openings after which the link ends; null: no limit."""
    max_tiles: int | None
    """Tiles after which the link ends; null: no limit."""
    spend_limit: int | None
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    """The currency of the spending limit."""
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    """Limits of the link that are reached; empty when it is usable."""
    paused_at: str | None
    """Since when the link is paused (RFC 3339); null when it is not."""
    status: Literal["live", "revoked", "expired", "paused"]
    """What it is at; of a problem, the status of HTTP."""
    target_name: str | None
    """Null when the target is deleted for good."""


class ShareLinkListInput(TypedDict):
    project_id: NotRequired[str | None]
    """Id of the project (UUID)."""
    target_id: NotRequired[str | None]
    """Id of the item or collection (UUID)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ShareLinkListOutput(TypedDict):
    links: list[ShareLinkGetOutput]
    """Links of this page."""
    total: int
    """How many there are in all."""
    limit: int
    """How many are answered at most."""
    offset: int
    """How many entries are left out from the beginning of the list."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ShareLinkUpdateInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""
    expires_at: NotRequired[str]
    """When the link ends (RFC 3339, with an offset such as Z)."""
    password: NotRequired[str]
    """A new password; visitors are asked again."""
    label: NotRequired[str | None]
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    max_views: NotRequired[int | None]
    """Openings after which the link ends; null: no limit."""
    max_tiles: NotRequired[int | None]
    """Tiles after which the link ends; null: no limit."""
    spend_limit: NotRequired[int | None]
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    allowed_origins: NotRequired[list[str]]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: NotRequired[bool]
    """Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false."""
    profiles: NotRequired[Literal["all"] | list[str]]
    """Names or ids of profiles that the holder may choose besides each item's default, or "all". Default: none."""
    properties: NotRequired[Literal["all"] | list[str]]
    """Keys of the items' properties that the holder sees, or "all". Default: none."""
    min_zoom: NotRequired[int | None]
    """Tiles of lower zoom levels are not served."""
    max_zoom: NotRequired[int | None]
    """Tiles of higher zoom levels are not served."""
    bounds: NotRequired[list[float] | None]
    """[west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole."""
    introduction: NotRequired[Literal["none", "sender", "label"]]
    """What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too."""
    address_life: NotRequired[Literal["hour", "day", "link"]]
    """How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before."""
    preview_card: NotRequired[Literal["none", "name", "picture"]]
    """What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile."""


class ShareLinkRotateInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""


class ShareLinkRotateOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    target_type: str
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    permission: str
    """What visitors may do: `view`, or `download` for the files as well."""
    organization_id: str
    """Id of the organization (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    expires_at: str
    """When the link ends (RFC 3339, with an offset such as Z)."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    """When the link was last opened (RFC 3339)."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    label: str | None
    """A name for people who manage it; visitors see it only where the owner allows that."""
    tags: dict[str, str]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    allowed_origins: list[str]
    """Origins of web pages that may use the link, such as https://example.org; empty: all."""
    allow_values: bool
    """Whether visitors may read values of pixels."""
    profiles: Literal["all"] | list[str]
    """Names of the profiles that visitors may choose; `all`: every one."""
    properties: Literal["all"] | list[str]
    """Properties of the item as STAC describes them, and others."""
    min_zoom: int | None
    """The first zoom that the link shows; null: 0."""
    max_zoom: int | None
    """The deepest zoom that the link shows; null: as deep as the data."""
    bounds: list[float] | None
    """The area that the link shows: west, south, east, north in degrees; null: all of it."""
    introduction: Literal["none", "sender", "label"]
    """What the page says before the password: `none`, `sender`, or `label` for the label as well."""
    address_life: Literal["hour", "day", "link"]
    """How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link."""
    preview_card: Literal["none", "name", "picture"]
    """What messengers show of the link: `none`, `name` or `picture`."""
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    """Openings after which the link ends; null: no limit."""
    max_tiles: int | None
    """Tiles after which the link ends; null: no limit."""
    spend_limit: int | None
    """Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."""
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    """The currency of the spending limit."""
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    """Limits of the link that are reached; empty when it is usable."""
    paused_at: str | None
    """Since when the link is paused (RFC 3339); null when it is not."""
    status: Literal["live", "revoked", "expired", "paused"]
    """What it is at; of a problem, the status of HTTP."""
    token: str
    """The token of the link."""
    page_url: str
    """The address of the page to send."""


class ShareLinkUsageInput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""
    days: NotRequired[int]
    """Days, newest last; on input how many of them. Default: 30."""


class ShareLinkUsageOutputDaysItem(TypedDict):
    date: str
    """The day as YYYY-MM-DD, in UTC."""
    views: int
    """Calls of share.link.validate that opened the link."""
    tiles: int
    """How many tiles."""
    bytes: int
    """Length in bytes."""
    unique_clients: int
    """Different visitors of the day, counted by salted hashes."""


class ShareLinkUsageOutput(TypedDict):
    link_id: str
    """Id of the link (UUID)."""
    days: list[ShareLinkUsageOutputDaysItem]
    """Days, newest last; on input how many of them."""


class ApiKeyCreateInput(TypedDict):
    name: str
    """Its name."""
    permissions: NotRequired[list[Literal["shares:read", "shares:write", "items:read", "items:write", "collections:read", "collections:write", "projects:read", "projects:write", "uploads:read", "uploads:write", "api_keys:read", "api_keys:write", "tiles:read", "band_formulas:read", "band_formulas:write", "usage:read", "usage:write", "billing:read", "billing:write", "audit:read", "people:read", "people:write", "event_subscriptions:read", "event_subscriptions:write", "organizations:read", "organizations:write", "provenance:read", "admin:read", "admin:write"] | str]]
    """Scopes that the key has, such as share:write."""
    rate_limit: NotRequired[int | None]
    """Calls a minute that the key may make; null: the organization's limit."""
    expires_in_days: NotRequired[int | None]
    """Days until the key ends; null: it does not."""


class ApiKeyCreateOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    prefix: str
    """The beginning of the key, to know it by."""
    name: str
    """Its name."""
    permissions: list[str]
    """Scopes that the key has, such as share:write."""
    rate_limit: NotRequired[int | None]
    """Calls a minute that the key may make; null: the organization's limit."""
    expires_at: NotRequired[str | None]
    """When it ends (RFC 3339); null: it does not."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    last_used_at: NotRequired[str | None]
    """When it was last used (RFC 3339), to the minute."""
    created_at: str
    """When it was made (RFC 3339)."""
    parent_id: NotRequired[str | None]
    """Id of the key that made this one; null where a person did."""
    user_id: NotRequired[str | None]
    """Id of the person (UUID)."""
    key: NotRequired[str | None]
    """The key itself: it is answered once, keep it."""


class ApiKeyListInput(TypedDict):
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ApiKeyRevokeInput(TypedDict):
    key_id: str
    """Id of the API key (UUID)."""


class ApiKeyRevokeOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class OrganizationRulesGetInput(TypedDict):
    """No fields."""


class OrganizationRules(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    link_lifetime_max_days: int | None
    """Days that a link may live at most; null: no limit."""
    link_lifetime_default_days: int | None
    """Days that a link lives when its end is left out."""
    link_password_min_length: int | None
    """Characters that a password of a link must have."""
    link_allowed_origins: list[str]
    """Origins that new links are limited to; empty: all."""


class OrganizationTagsGetInput(TypedDict):
    """No fields."""


class OrganizationTags(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    tags: dict[str, str]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""


class OrganizationTagsUpdateInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    tags: dict[str, str]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""


class OrganizationRulesUpdateInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    link_lifetime_max_days: NotRequired[int | None]
    """A link ends within so many days from when it is made or changed."""
    link_lifetime_default_days: NotRequired[int | None]
    """The lifetime of links that are created without expires_at."""
    link_password_min_length: NotRequired[int | None]
    """The fewest characters of a link's password. The service asks for 8."""
    link_allowed_origins: NotRequired[list[str]]
    """The only origins that links may allow; links created without a list get this one."""


class OrganizationCreateInput(TypedDict):
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    website: NotRequired[str | None]
    """The address of its web site."""
    industry: NotRequired[str | None]
    """The field that the organization works in."""
    size: NotRequired[str | None]
    """How large the organization is."""
    country: NotRequired[str | None]
    """The country it is in."""
    abn: NotRequired[str | None]
    """The Australian Business Number."""
    tax_number: NotRequired[str | None]
    """The tax number; invoices have that of billing.parties.set."""
    billing_email: NotRequired[str | None]
    """The address for questions about money; invoices have that of billing.parties.set."""
    billing_address: NotRequired[dict[str, Any] | None]
    """The postal address for invoices, as an object; documents have that of billing.parties.set."""
    billing_admin_id: NotRequired[str | None]
    """Not taken: a new organization has no people yet."""
    enterprise_billing: NotRequired[bool]
    """Always false: billing.plans.assign sets the plan. Default: False."""


class OrganizationCreateOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    name: str
    """Its name."""
    slug: str
    """A name for addresses, made of the name and the id."""
    enterprise_billing: bool
    """Always false: billing.plans.assign sets the plan."""
    description: str | None
    """A longer text for people."""
    website: str | None
    """The address of its web site."""
    industry: str | None
    """The field that the organization works in."""
    size: str | None
    """How large the organization is."""
    country: str | None
    """The country it is in."""
    abn: str | None
    """The Australian Business Number."""
    tax_number: str | None
    """The tax number; invoices have that of billing.parties.set."""
    billing_email: str | None
    """The address for questions about money; invoices have that of billing.parties.set."""
    billing_address: dict[str, Any] | None
    """The postal address for invoices, as an object; documents have that of billing.parties.set."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    api_key: str
    """The organization's first API key, with every scope: it is answered once, keep it."""


class OrganizationGetInput(TypedDict):
    organization_id: NotRequired[str | None]
    """Id of the organization (UUID)."""


class Organization(TypedDict):
    id: str
    """Its id (UUID)."""
    name: str
    """Its name."""
    slug: str
    """A name for addresses, made of the name and the id."""
    enterprise_billing: bool
    """Always false: billing.plans.assign sets the plan."""
    description: str | None
    """A longer text for people."""
    website: str | None
    """The address of its web site."""
    industry: str | None
    """The field that the organization works in."""
    size: str | None
    """How large the organization is."""
    country: str | None
    """The country it is in."""
    abn: str | None
    """The Australian Business Number."""
    tax_number: str | None
    """The tax number; invoices have that of billing.parties.set."""
    billing_email: str | None
    """The address for questions about money; invoices have that of billing.parties.set."""
    billing_address: dict[str, Any] | None
    """The postal address for invoices, as an object; documents have that of billing.parties.set."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class OrganizationUpdateInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    name: NotRequired[str | None]
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    website: NotRequired[str | None]
    """The address of its web site."""
    industry: NotRequired[str | None]
    """The field that the organization works in."""
    size: NotRequired[str | None]
    """How large the organization is."""
    country: NotRequired[str | None]
    """The country it is in."""
    abn: NotRequired[str | None]
    """The Australian Business Number."""
    tax_number: NotRequired[str | None]
    """The tax number; invoices have that of billing.parties.set."""
    billing_email: NotRequired[str | None]
    """The address for questions about money; invoices have that of billing.parties.set."""
    billing_address: NotRequired[dict[str, Any] | None]
    """The postal address for invoices, as an object; documents have that of billing.parties.set."""


class ProjectCreate(TypedDict):
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    gcs_region: NotRequired[Literal["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"]]
    """Kept for clients of the public contract; not used here. Default: "australia-southeast1"."""


class ProjectResponse(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    gcs_region: NotRequired[Literal["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"] | None]
    """Kept for clients of the public contract; not used here."""
    gcs_bucket_name: NotRequired[str | None]
    """Kept for clients of the public contract; not used here."""
    is_archived: bool
    """Whether the project is archived; true when left out."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class ProjectGetInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""


class ProjectUpdateInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    name: NotRequired[str | None]
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    is_archived: NotRequired[bool | None]
    """Whether the project is archived."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""


class ProjectArchiveInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    name: NotRequired[str | None]
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    is_archived: NotRequired[bool | None]
    """Whether the project is archived; true when left out."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""


class ProjectDeleteInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class ProjectDeleteOutput(TypedDict):
    deleted: bool
    """Whether the project has been deleted; false for a preview."""
    project_id: str
    """Id of the project (UUID)."""
    storage_freed_bytes: int
    """Bytes of files that no longer count as stored."""
    items: int
    """How many items go with the project."""
    collections: int
    """How many collections go with the project."""
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""


class ProjectsListInput(TypedDict):
    name: NotRequired[str | None]
    """Its name."""
    is_archived: NotRequired[bool | None]
    """Whether it is archived; on input, only projects that are, or only those that are not."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ProjectsListOutputProjectsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    gcs_region: NotRequired[Literal["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"] | None]
    """Kept for clients of the public contract; not used here."""
    gcs_bucket_name: NotRequired[str | None]
    """Kept for clients of the public contract; not used here."""
    is_archived: bool
    """Whether it is archived; on input, only projects that are, or only those that are not."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class ProjectsListOutput(TypedDict):
    projects: list[ProjectsListOutputProjectsItem]
    """Projects that the caller can see."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ListMembersInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ListMembersOutputMembersItem(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    user_id: str
    """Id of the person (UUID)."""
    role: Literal["viewer", "editor", "admin"]
    """The role in the project: viewer, editor or admin."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    name: str
    """Its name."""
    email: str
    """The e-mail address."""


class ListMembersOutput(TypedDict):
    members: list[ListMembersOutputMembersItem]
    """People and their roles."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class AddMemberInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    user_id: str
    """Id of the person (UUID)."""
    role: NotRequired[str]
    """The role in the project: viewer, editor or admin. Default: "editor"."""


class MemberOutput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    user_id: str
    """Id of the person (UUID)."""
    role: Literal["viewer", "editor", "admin"]
    """The role in the project: viewer, editor or admin."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class UpdateMemberInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    user_id: str
    """Id of the person (UUID)."""
    role: str
    """The role in the project: viewer, editor or admin."""


class RemoveMemberInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    user_id: str
    """Id of the person (UUID)."""


class RemoveMemberOutput(TypedDict):
    ok: bool
    """True: it is done."""


class CollectionCreateInput(TypedDict):
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    color: NotRequired[str | None]
    """A colour as #rrggbb."""
    show_on_map: NotRequired[bool]
    """Whether the collection is drawn on maps of the project. Default: True."""
    layer_order: NotRequired[int]
    """Where the collection stands in lists; the smallest comes first. Default: 0."""
    mosaic_rule: NotRequired[Literal["first", "last", "highest", "lowest"]]
    """Which item is on top: last, first, highest or lowest. Default: "last"."""
    mosaic_property: NotRequired[str | None]
    """The property by which items lie on top of each other."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    project_id: str
    """Id of the project (UUID)."""


class CollectionResponse(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Credits that maps must show, as plain text."""
    color: NotRequired[str | None]
    """A colour as #rrggbb."""
    show_on_map: bool
    """Whether the collection is drawn on maps of the project."""
    layer_order: int
    """Where the collection stands in lists; the smallest comes first."""
    mosaic_rule: Literal["first", "last", "highest", "lowest"]
    """Which item is on top: last, first, highest or lowest."""
    mosaic_property: NotRequired[str | None]
    """The property by which items lie on top of each other."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    auto_created: bool
    """Whether it was made by the system rather than by a person."""
    source_type: NotRequired[str | None]
    """What it was made from."""
    source_id: NotRequired[str | None]
    """Id of what it was made from."""
    item_count: int
    """How many items the collection has."""
    items_omitted: NotRequired[int]
    """Items beyond the 1,000 that a mosaic shows, the topmost."""
    deleted_at: NotRequired[str | None]
    """When it was deleted (RFC 3339); null when it is not."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class CollectionsGetInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    collection_id: str
    """Id of the collection (UUID)."""


class CollectionsListInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class CollectionUpdateInput(TypedDict):
    name: NotRequired[str | None]
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    color: NotRequired[str | None]
    """A colour as #rrggbb."""
    show_on_map: NotRequired[bool | None]
    """Whether the collection is drawn on maps of the project."""
    layer_order: NotRequired[int | None]
    """Where the collection stands in lists; the smallest comes first."""
    mosaic_rule: NotRequired[Literal["first", "last", "highest", "lowest"] | None]
    """Which item is on top: last, first, highest or lowest."""
    mosaic_property: NotRequired[str | None]
    """The property by which items lie on top of each other."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    project_id: str
    """Id of the project (UUID)."""
    collection_id: str
    """Id of the collection (UUID)."""


class CollectionThumbnailInput(TypedDict):
    collection_id: str
    """Id of the collection (UUID)."""
    width: NotRequired[int]
    """Width in pixels. Default: 512."""
    height: NotRequired[int]
    """Height in pixels. Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "webp"."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class CollectionDeleteInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    collection_id: str
    """Id of the collection (UUID)."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class CollectionDeleteOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""
    deleted: bool
    """Whether the collection has been deleted; false for a preview."""
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""


class ItemCreateInputAssetsValue(TypedDict):
    href: str
    """Where the file is: a key of the object store, or an upload."""
    sidecars: NotRequired[list[str]]
    """Files that belong to the raster, such as .aux.xml."""


class ItemCreateInput(TypedDict):
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    stac_id: NotRequired[str | None]
    """The id within the project as STAC knows it."""
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    geometry: NotRequired[dict[str, Any] | None]
    """The footprint as GeoJSON in degrees (EPSG:4326)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees (EPSG:4326)."""
    datetime: NotRequired[str | None]
    """When the data was acquired (RFC 3339); null where only a range is known."""
    start_datetime: NotRequired[str | None]
    """The beginning of the acquisition (RFC 3339)."""
    end_datetime: NotRequired[str | None]
    """The end of the acquisition (RFC 3339)."""
    expires_at: NotRequired[str | None]
    """When items.expire_batch marks it as expired (RFC 3339); null: never."""
    cloud_cover: NotRequired[float | None]
    """Cloud cover in percent (STAC eo:cloud_cover)."""
    gsd: NotRequired[float | None]
    """Ground sample distance in metres (STAC)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    properties: NotRequired[dict[str, Any]]
    """Properties of the item as STAC describes them, and others."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    stac_extensions: NotRequired[list[str]]
    """STAC extensions, by their addresses."""
    order_id: NotRequired[str | None]
    """Kept for clients of the public contract."""
    upload_id: NotRequired[str | None]
    """Id of the upload (UUID)."""
    job_id: NotRequired[str | None]
    """Id of the job that made it, for clients of the public contract."""
    project_id: str
    """Id of the project (UUID)."""
    assets: NotRequired[dict[str, ItemCreateInputAssetsValue]]
    """The item's files by their key."""


class ItemResponseWarningsItem(TypedDict):
    code: str
    """A stable name of the kind, for programs."""
    asset: str
    """The key of the file that this is about."""
    text: str
    """A sentence for people."""
    remedy: str
    """What to do about it."""
    detail: NotRequired[str]
    """What is wrong or was found, in a sentence for people."""


class ItemResponse(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    stac_id: str
    """The id within the project as STAC knows it."""
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    geometry: NotRequired[dict[str, Any] | None]
    """The footprint as GeoJSON in degrees (EPSG:4326)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees (EPSG:4326)."""
    datetime: NotRequired[str | None]
    """When the data was acquired (RFC 3339); null where only a range is known."""
    start_datetime: NotRequired[str | None]
    """The beginning of the acquisition (RFC 3339)."""
    end_datetime: NotRequired[str | None]
    """The end of the acquisition (RFC 3339)."""
    cloud_cover: NotRequired[float | None]
    """Cloud cover in percent (STAC eo:cloud_cover)."""
    gsd: NotRequired[float | None]
    """Ground sample distance in metres (STAC)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Credits that maps must show, as plain text."""
    properties: NotRequired[dict[str, Any]]
    """Properties of the item as STAC describes them, and others."""
    stac_extensions: NotRequired[list[str]]
    """STAC extensions, by their addresses."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    lifecycle_state: Literal["active", "expiring", "archived", "expired", "deleted"]
    """Where the item stands in its life: active, expiring, archived, expired or deleted."""
    expires_at: NotRequired[str | None]
    """When items.expire_batch marks it as expired (RFC 3339); null: never."""
    archived_at: NotRequired[str | None]
    """When it was archived (RFC 3339); null when it is not."""
    previous_version_id: NotRequired[str | None]
    """Id of the item that this one replaces."""
    duplicated_from_id: NotRequired[str | None]
    """Id of the item that this one is a copy of."""
    order_id: NotRequired[str | None]
    """Kept for clients of the public contract."""
    upload_id: NotRequired[str | None]
    """Id of the upload (UUID)."""
    job_id: NotRequired[str | None]
    """Id of the job that made it, for clients of the public contract."""
    deleted_at: NotRequired[str | None]
    """When it was deleted (RFC 3339); null when it is not."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    warnings: NotRequired[list[ItemResponseWarningsItem]]
    """What was found in the file that is no reason to refuse it, with what to do about it."""


class ItemGetInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""


class ItemGetOutputItemWarningsItem(TypedDict):
    code: str
    """A stable name of the kind, for programs."""
    asset: str
    """The key of the file that this is about."""
    text: str
    """A sentence for people."""
    remedy: str
    """What to do about it."""
    detail: NotRequired[str]
    """What is wrong or was found, in a sentence for people."""


class ItemGetOutputItemIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class ItemGetOutputItem(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    stac_id: str
    """The id within the project as STAC knows it."""
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    geometry: NotRequired[dict[str, Any] | None]
    """The footprint as GeoJSON in degrees (EPSG:4326)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees (EPSG:4326)."""
    datetime: NotRequired[str | None]
    """When the data was acquired (RFC 3339); null where only a range is known."""
    start_datetime: NotRequired[str | None]
    """The beginning of the acquisition (RFC 3339)."""
    end_datetime: NotRequired[str | None]
    """The end of the acquisition (RFC 3339)."""
    cloud_cover: NotRequired[float | None]
    """Cloud cover in percent (STAC eo:cloud_cover)."""
    gsd: NotRequired[float | None]
    """Ground sample distance in metres (STAC)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Credits that maps must show, as plain text."""
    properties: NotRequired[dict[str, Any]]
    """Properties of the item as STAC describes them, and others."""
    stac_extensions: NotRequired[list[str]]
    """STAC extensions, by their addresses."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    lifecycle_state: Literal["active", "expiring", "archived", "expired", "deleted"]
    """Where the item stands in its life: active, expiring, archived, expired or deleted."""
    expires_at: NotRequired[str | None]
    """When items.expire_batch marks it as expired (RFC 3339); null: never."""
    archived_at: NotRequired[str | None]
    """When it was archived (RFC 3339); null when it is not."""
    previous_version_id: NotRequired[str | None]
    """Id of the item that this one replaces."""
    duplicated_from_id: NotRequired[str | None]
    """Id of the item that this one is a copy of."""
    order_id: NotRequired[str | None]
    """Kept for clients of the public contract."""
    upload_id: NotRequired[str | None]
    """Id of the upload (UUID)."""
    job_id: NotRequired[str | None]
    """Id of the job that made it, for clients of the public contract."""
    deleted_at: NotRequired[str | None]
    """When it was deleted (RFC 3339); null when it is not."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    warnings: NotRequired[list[ItemGetOutputItemWarningsItem]]
    """What was found in the file that is no reason to refuse it, with what to do about it."""
    ingest: NotRequired[ItemGetOutputItemIngest | None]
    """The preparation of the file for tiles; null where there is none."""


class ItemGetOutput(TypedDict):
    item: ItemGetOutputItem
    """The item."""


class ItemsListInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    uncollected: NotRequired[bool]
    """Answers only items that are in no collection. Default: False."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ItemsByCollectionInput(TypedDict):
    collection_id: str
    """Id of the collection (UUID)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ProjectItemSearchInput(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian."""
    datetime: NotRequired[str | None]
    """A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time."""
    collections: NotRequired[list[str] | None]
    """Only items of these collections; the id of a project stands for its items in no collection."""
    token: NotRequired[str | None]
    """The `next_token` of the page before, with the same conditions and order."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many items are left out from the beginning, up to 10,000; `token` reaches all. Default: 0."""
    type: NotRequired[Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"] | None]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    query: NotRequired[dict[str, Any] | None]
    """Conditions by property, as in STAC's query extension: {"eo:cloud_cover": {"lt": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains."""
    sortby: NotRequired[list[dict[str, str]] | None]
    """Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out."""
    format: NotRequired[str | None]
    """The format of the features: geojson."""
    base_url: NotRequired[str | None]
    """What addresses in the document begin with; this server's own when left out."""


class FeatureCollectionOutput(TypedDict):
    type: str
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    features: list[Any]
    """Items as STAC features (GeoJSON). `properties` has their `geopera:item_id`; addresses of files need the caller's key."""
    numberMatched: int
    """How many items fit in all, counted up to 10,000. The STAC search leaves it out where there are more."""
    numberReturned: int
    """How many items this page has."""
    next_token: str | None
    """The `token` of the next page; null on the last one."""


class OrgItemSearchInput(TypedDict):
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian."""
    datetime: NotRequired[str | None]
    """A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time."""
    collections: NotRequired[list[str] | None]
    """Only items of these collections; the id of a project stands for its items in no collection."""
    token: NotRequired[str | None]
    """The `next_token` of the page before, with the same conditions and order."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many items are left out from the beginning, up to 10,000; `token` reaches all. Default: 0."""
    type: NotRequired[Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"] | None]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    query: NotRequired[dict[str, Any] | None]
    """Conditions by property, as in STAC's query extension: {"eo:cloud_cover": {"lt": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains."""
    sortby: NotRequired[list[dict[str, str]] | None]
    """Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out."""
    format: NotRequired[str | None]
    """The format of the features: geojson."""
    base_url: NotRequired[str | None]
    """What addresses in the document begin with; this server's own when left out."""


class ItemUpdateInput(TypedDict):
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    name: NotRequired[str | None]
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    geometry: NotRequired[dict[str, Any] | None]
    """The footprint as GeoJSON in degrees (EPSG:4326)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees (EPSG:4326)."""
    datetime: NotRequired[str | None]
    """When the data was acquired (RFC 3339); null where only a range is known."""
    start_datetime: NotRequired[str | None]
    """The beginning of the acquisition (RFC 3339)."""
    end_datetime: NotRequired[str | None]
    """The end of the acquisition (RFC 3339)."""
    expires_at: NotRequired[str | None]
    """When items.expire_batch marks it as expired (RFC 3339); null: never."""
    cloud_cover: NotRequired[float | None]
    """Cloud cover in percent (STAC eo:cloud_cover)."""
    gsd: NotRequired[float | None]
    """Ground sample distance in metres (STAC)."""
    properties: NotRequired[dict[str, Any] | None]
    """Properties of the item as STAC describes them, and others."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    lifecycle_state: NotRequired[Literal["active", "expiring", "archived", "expired", "deleted"] | None]
    """Where the item stands in its life: active, expiring, archived, expired or deleted."""
    item_id: str
    """Id of the item (UUID)."""


class ItemDeleteInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class ItemDeleteOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""
    deleted: bool
    """Whether the item has been deleted; false for a preview."""
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""


class ItemMoveInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    target_project_id: str
    """Id of the project that it comes into (UUID)."""
    target_collection_id: NotRequired[str | None]
    """Id of a collection of the target project that it joins (UUID); null: none."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class ItemMoveOutputItemWarningsItem(TypedDict):
    code: str
    """A stable name of the kind, for programs."""
    asset: str
    """The key of the file that this is about."""
    text: str
    """A sentence for people."""
    remedy: str
    """What to do about it."""
    detail: NotRequired[str]
    """What is wrong or was found, in a sentence for people."""


class ItemMoveOutputItem(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    collection_id: NotRequired[str | None]
    """Id of the collection (UUID)."""
    stac_id: str
    """The id within the project as STAC knows it."""
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    geometry: NotRequired[dict[str, Any] | None]
    """The footprint as GeoJSON in degrees (EPSG:4326)."""
    bbox: NotRequired[list[float] | None]
    """West, south, east and north in degrees (EPSG:4326)."""
    datetime: NotRequired[str | None]
    """When the data was acquired (RFC 3339); null where only a range is known."""
    start_datetime: NotRequired[str | None]
    """The beginning of the acquisition (RFC 3339)."""
    end_datetime: NotRequired[str | None]
    """The end of the acquisition (RFC 3339)."""
    cloud_cover: NotRequired[float | None]
    """Cloud cover in percent (STAC eo:cloud_cover)."""
    gsd: NotRequired[float | None]
    """Ground sample distance in metres (STAC)."""
    name: str
    """Its name."""
    description: NotRequired[str | None]
    """A longer text for people."""
    attribution: NotRequired[str | None]
    """Credits that maps must show, as plain text."""
    properties: NotRequired[dict[str, Any]]
    """Properties of the item as STAC describes them, and others."""
    stac_extensions: NotRequired[list[str]]
    """STAC extensions, by their addresses."""
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    lifecycle_state: Literal["active", "expiring", "archived", "expired", "deleted"]
    """Where the item stands in its life: active, expiring, archived, expired or deleted."""
    expires_at: NotRequired[str | None]
    """When items.expire_batch marks it as expired (RFC 3339); null: never."""
    archived_at: NotRequired[str | None]
    """When it was archived (RFC 3339); null when it is not."""
    previous_version_id: NotRequired[str | None]
    """Id of the item that this one replaces."""
    duplicated_from_id: NotRequired[str | None]
    """Id of the item that this one is a copy of."""
    order_id: NotRequired[str | None]
    """Kept for clients of the public contract."""
    upload_id: NotRequired[str | None]
    """Id of the upload (UUID)."""
    job_id: NotRequired[str | None]
    """Id of the job that made it, for clients of the public contract."""
    deleted_at: NotRequired[str | None]
    """When it was deleted (RFC 3339); null when it is not."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    warnings: NotRequired[list[ItemMoveOutputItemWarningsItem]]
    """What was found in the file that is no reason to refuse it, with what to do about it."""


class ItemMoveOutput(TypedDict):
    moved: bool
    """Whether the item has been moved; false for a preview."""
    item: ItemMoveOutputItem
    """The item."""
    links_moved: int
    """Live links of the item, which go with it: members of the target project manage them from then on."""
    links_without_item: int
    """Live links of the collection that the item leaves: they no longer show it."""


class ItemDuplicateInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    new_name: NotRequired[str | None]
    """The name of the duplicate; that of the item with (copy) behind it when left out."""
    target_collection_id: NotRequired[str | None]
    """Id of a collection of the target project that it joins (UUID); null: none."""
    target_project_id: NotRequired[str | None]
    """Id of the project that it comes into (UUID)."""


class ItemLineageInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""


class ExpiringInput(TypedDict):
    days: NotRequired[int]
    """Within how many days from now. Default: 7."""


class Empty(TypedDict):
    """No fields."""


class ItemAssetsInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ReplaceAssetInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_id: NotRequired[str | None]
    """Id of the file (UUID)."""
    href: str
    """Where the file is: a key of the object store, or an upload."""
    sidecars: NotRequired[list[str]]
    """Files that belong to the raster, such as .aux.xml."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class ReplaceAssetOutputAsset(TypedDict):
    id: str
    """Its id (UUID)."""
    key: str
    """The key of the file within its item."""


class ReplaceAssetOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class ReplaceAssetOutput(TypedDict):
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""
    unfit_profiles: list[str]
    """Names of profiles that do not fit the files: maps in them are drawn automatically."""
    replaced: bool
    """Whether the file has been replaced; false for a preview."""
    asset: ReplaceAssetOutputAsset
    """The key of the file that this is about."""
    ingest: NotRequired[ReplaceAssetOutputIngest | None]
    """The preparation of the file for tiles; null where there is none."""


class AssetDeleteInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_id: str
    """Id of the file (UUID)."""
    preview: NotRequired[bool]
    """Whether nothing is done yet: the answer says what would happen. Default: False."""


class AssetDeleteOutput(TypedDict):
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""
    unfit_profiles: list[str]
    """Names of profiles that do not fit the files: maps in them are drawn automatically."""
    id: NotRequired[str | None]
    """Its id (UUID)."""
    deleted: bool
    """Whether the file has been deleted; false for a preview."""


class SetBandNamesInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_id: str
    """Id of the file (UUID)."""
    band_names: list[str]
    """A name for each band, in order; an empty one takes the name away."""


class AssetOutput(TypedDict):
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""
    unfit_profiles: list[str]
    """Names of profiles that do not fit the files: maps in them are drawn automatically."""
    id: str
    """Its id (UUID)."""


class DetectBandsInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_id: str
    """Id of the file (UUID)."""


class DetectBandsOutput(TypedDict):
    suggested_band_names: list[Any]
    """A name for each band, in order."""
    current_band_names: list[Any]
    """The name that each band has; null where it has none."""
    method: str
    """How the names were found: descriptions, color_interpretation or reflectance_ranking."""


class ItemIngestCancelInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""


class ItemIngestCancelOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class ItemIngestCancelOutput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    ingest: ItemIngestCancelOutputIngest | None
    """The preparation of the file for tiles; null where there is none."""


class ItemIngestRetryInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""


class ItemIngestRetryOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class ItemIngestRetryOutput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    ingest: ItemIngestRetryOutputIngest | None
    """The preparation of the file for tiles; null where there is none."""


class AssetDownloadInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_id: str
    """Id of the file (UUID)."""


class ItemStacInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    base_url: NotRequired[str | None]
    """What addresses in the document begin with; this server's own when left out."""


class ItemTileRenderInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    z: int
    """The zoom of the tile."""
    x: int
    """The column of the tile, from the west (Web Mercator)."""
    y: int
    """The row of the tile, from the north (Web Mercator)."""
    format: NotRequired[Literal["png", "jpg", "webp", "avif", "auto", "npy", "tif", "jpeg", "tiff"] | str]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "webp"."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    expression: NotRequired[str | None]
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    bands: NotRequired[str | None]
    """Bands, from 1; for a picture red, green and blue."""
    rescale: NotRequired[str | None]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""
    quality: NotRequired[int]
    """Quality of lossy formats, from 1 to 100. Default: 82."""


class ItemTilejsonInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    grant_seconds: NotRequired[int | None]
    """How long the addresses live, in seconds."""
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""


class ItemStatisticsInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    expression: str
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    bins: NotRequired[int | None]
    """How many bins the histogram has; there is none unless this is given."""
    range: NotRequired[list[float] | None]
    """What the bins cover: [low, high], or the smallest to the largest value."""


class ItemLegendInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""


class ItemPointInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    lon: float
    """Longitude in degrees (EPSG:4326)."""
    lat: float
    """Latitude in degrees (EPSG:4326)."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    expression: NotRequired[str | None]
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    bands: NotRequired[str | None]
    """Bands, from 1; for a picture red, green and blue."""


class ItemThumbnailInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    width: NotRequired[int]
    """Width in pixels. Default: 512."""
    height: NotRequired[int]
    """Height in pixels. Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "webp"."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    expression: NotRequired[str | None]
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    bands: NotRequired[str | None]
    """Bands, from 1; for a picture red, green and blue."""
    rescale: NotRequired[str | None]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""
    type: NotRequired[Literal["rgb", "singleband", "multiband", "expression"] | None]
    """With `config`: how a profile looks before it is saved."""
    config: NotRequired[ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression]
    """How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."""


class ItemWmtsCapabilitiesInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    base_url: str
    """What addresses in the document begin with; this server's own when left out."""
    key: NotRequired[str]
    """The key of the file within its item. Default: ""."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class ItemWmtsGetTileInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    z: int
    """The zoom of the tile."""
    x: int
    """The column of the tile, from the west (Web Mercator)."""
    y: int
    """The row of the tile, from the north (Web Mercator)."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""


class SearchInputSortbyItem(TypedDict):
    field: str
    """The field to sort by."""
    direction: NotRequired[str]
    """`asc` or `desc`. Default: "asc"."""


SearchInput = TypedDict("SearchInput", {
    "base_url": NotRequired[str],
    "bbox": NotRequired[list[float] | None],
    "datetime": NotRequired[str | None],
    "collections": NotRequired[list[str] | None],
    "token": NotRequired[str | None],
    "ids": NotRequired[list[str] | None],
    "sortby": NotRequired[list[SearchInputSortbyItem] | None],
    "limit": NotRequired[int],
    "page": NotRequired[int],
    "query": NotRequired[dict[str, Any] | None],
    "filter": NotRequired[dict[str, Any] | None],
    "filter-lang": NotRequired[str | None],
    "intersects": NotRequired[dict[str, Any] | None],
})


class SrcOperationsStacReadsCollectionsListInput(TypedDict):
    base_url: NotRequired[str]
    """What addresses in the document begin with; this server's own when left out. Default: ""."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    token: NotRequired[str | None]
    """The token of the page before, as its next link has it."""


class LineageGetInput(TypedDict):
    entity_type: Literal["item", "upload"] | str
    """What it is: item or upload."""
    entity_id: str
    """Its id (UUID)."""
    direction: NotRequired[str]
    """`up`: what it came of; `down`: what came of it; or `both`. Default: "up"."""
    max_depth: NotRequired[int]
    """How many steps are followed. Default: 20."""


class LineageGetOutputEdgesItem(TypedDict):
    depth: int
    """How many steps it is from the root."""
    src_type: NotRequired[str | None]
    """What the origin is: item or upload."""
    src_id: NotRequired[str | None]
    """Id of the origin (UUID)."""
    dst_type: NotRequired[str | None]
    """What came of it: item."""
    dst_id: NotRequired[str | None]
    """Id of what came of it (UUID)."""
    relation: NotRequired[str | None]
    """How: became (a file an item), duplicated_as or replaced_by."""
    invocation_id: NotRequired[str | None]
    """Always null: calls are found in the audit log."""


class LineageGetOutputNodesItem(TypedDict):
    entity_type: str
    """What it is: item or upload."""
    entity_id: str
    """Its id (UUID)."""
    depth: int
    """How many steps it is from the root."""


class LineageGetOutput(TypedDict):
    root: dict[str, str]
    """What was asked about: its entity_type and entity_id."""
    direction: str
    """`up`: what it came of; `down`: what came of it; or `both`."""
    edges: list[LineageGetOutputEdgesItem]
    """Which thing came of which, nearest first; at most 1,000."""
    nodes: list[LineageGetOutputNodesItem]
    """The things themselves, nearest first."""


class ProfileCreateInput(TypedDict):
    name: str
    """Its name."""
    layer: NotRequired[Literal["sensor", "auto", "user"]]
    """Where the profile comes from: `sensor`, `auto` (the system) or `user`. Default: "user"."""
    type: Literal["rgb", "singleband", "multiband", "expression"]
    """How the profile draws: rgb, singleband, multiband or expression."""
    is_default: NotRequired[bool]
    """Whether it is drawn where no profile is named. Default: False."""
    sort_order: NotRequired[int]
    """Where it stands in lists; the smallest comes first. Default: 0."""
    config: ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression
    """How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    item_id: str
    """Id of the item (UUID)."""


class ProfileResponse(TypedDict):
    id: str
    """Its id (UUID)."""
    item_id: str
    """Id of the item (UUID)."""
    name: str
    """Its name."""
    layer: Literal["sensor", "auto", "user"]
    """Where the profile comes from: `sensor`, `auto` (the system) or `user`."""
    type: Literal["rgb", "singleband", "multiband", "expression"]
    """How the profile draws: rgb, singleband, multiband or expression."""
    is_default: bool
    """Whether it is drawn where no profile is named."""
    sort_order: int
    """Where it stands in lists; the smallest comes first."""
    config: dict[str, Any]
    """How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    version: int
    """The version of the profile: it grows with every change."""
    created_by: NotRequired[str | None]
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class ProfileUpdateInput(TypedDict):
    name: NotRequired[str | None]
    """Its name."""
    type: NotRequired[Literal["rgb", "singleband", "multiband", "expression"] | None]
    """How the profile draws: rgb, singleband, multiband or expression."""
    is_default: NotRequired[bool | None]
    """Whether it is drawn where no profile is named."""
    sort_order: NotRequired[int | None]
    """Where it stands in lists; the smallest comes first."""
    config: NotRequired[ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression | None]
    """How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    item_id: str
    """Id of the item (UUID)."""
    profile_id: str
    """Id of the render profile (UUID)."""


class ProfileRef(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    profile_id: str
    """Id of the render profile (UUID)."""


class OkOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class ProfileGetInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    profile_id: str
    """Id of the render profile (UUID)."""


class ProfilesListInput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class VisualizationListInputRenderParams(TypedDict):
    rescale: NotRequired[str | None]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""


class VisualizationListInput(TypedDict):
    band_roles: NotRequired[dict[str, int]]
    """Bands, from 1, by what they see: `red`, `nir`, `swir16` … in any usual spelling."""
    data_type: NotRequired[str]
    """What the values are: `raster`, or `elevation` for heights. Default: "raster"."""
    render_params: NotRequired[VisualizationListInputRenderParams]
    """How the file is drawn now: its `rescale` (`low,high`) and `colormap` are used where nothing better is known."""
    asset: NotRequired[str | None]
    """The key of the file that this is about."""


class VisualizationListOutputVisualizationsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    label: str
    """A name for people, such as True colour."""
    kind: Literal["rgb", "index", "elevation", "raw"]
    """Its kind, for programs."""
    asset: NotRequired[str | None]
    """The key of the file that this is about."""
    bands: NotRequired[list[int] | None]
    """Bands, from 1; for a picture red, green and blue."""
    expression: NotRequired[str | None]
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""
    rescale: NotRequired[str | None]
    """Values that become black and white, or `auto`."""
    is_default: bool
    """Whether it is drawn where no profile is named."""
    category: NotRequired[str | None]
    """What it is about, such as composite, vegetation or band."""
    description: str
    """A longer text for people."""


class VisualizationListOutput(TypedDict):
    visualizations: NotRequired[list[VisualizationListOutputVisualizationsItem]]
    """Ways to draw the file, the default one first."""
    default_id: str
    """The `id` of the first visualization."""


class BandFormulaCreateInput(TypedDict):
    name: str
    """Its name."""
    formula: str
    """The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"""
    display_name: NotRequired[str | None]
    """A name for people, such as NDVI."""
    description: NotRequired[str | None]
    """A longer text for people."""
    colormap: NotRequired[str]
    """A named colour map, such as viridis, or colours by value. Default: "RdYlGn"."""
    value_range: NotRequired[list[float]]
    """The values that the colour map runs from and to: [low, high]."""
    category: NotRequired[str]
    """What it is about, such as vegetation, water or custom. Default: "custom"."""


class BandFormulaOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    display_name: NotRequired[str | None]
    """A name for people, such as NDVI."""
    formula: str
    """The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"""
    description: NotRequired[str | None]
    """A longer text for people."""
    required_bands: NotRequired[list[str]]
    """The bands that the formula names."""
    colormap: str
    """A named colour map, such as viridis, or colours by value."""
    value_range: list[float]
    """The values that the colour map runs from and to: [low, high]."""
    category: str
    """What it is about, such as vegetation, water or custom."""
    is_template: bool
    """Whether it is a formula of the service, which stays as it is."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class BandFormulaGetInput(TypedDict):
    formula_id: str
    """The id or the name of a formula."""


class BandFormulasListInput(TypedDict):
    category: NotRequired[str | None]
    """What it is about, such as vegetation, water or custom."""
    include_templates: NotRequired[bool]
    """Whether the formulas of the service are listed, too. Default: True."""


class BandFormulaUpdateInput(TypedDict):
    formula_id: str
    """The id or the name of a formula."""
    name: NotRequired[str | None]
    """Its name."""
    formula: NotRequired[str | None]
    """The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"""
    display_name: NotRequired[str | None]
    """A name for people, such as NDVI."""
    description: NotRequired[str | None]
    """A longer text for people."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""
    value_range: NotRequired[list[float] | None]
    """The values that the colour map runs from and to: [low, high]."""
    category: NotRequired[str | None]
    """What it is about, such as vegetation, water or custom."""


class BandFormulaDeleteInput(TypedDict):
    formula_id: str
    """The id or the name of a formula."""


class BandFormulaDeleteOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class CogEmptyInput(TypedDict):
    """No fields."""


class CogThumbnailInput(TypedDict):
    url: str
    """A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."""
    width: NotRequired[int]
    """Width in pixels. Default: 256."""
    height: NotRequired[int]
    """Height in pixels. Default: 256."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: "png"."""


class CogStatsInput(TypedDict):
    url: str
    """A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."""
    geometry: dict[str, Any]
    """The area: a GeoJSON Polygon, MultiPolygon, or a Feature of one, in degrees; at most 1,000 positions."""
    expression: NotRequired[str | None]
    """A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula."""
    bands: NotRequired[str | None]
    """Bands, from 1; for a picture red, green and blue."""
    percentiles: NotRequired[list[float]]
    """Two percentiles from 0 to 100; in an answer the values at each. Default: [2, 98]."""
    bins: NotRequired[int]
    """How many bins of equal width the histogram has. Default: 10."""


class CogTileInput(TypedDict):
    url: str
    """A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."""
    z: int
    """The zoom of the tile."""
    x: int
    """The column of the tile, from the west (Web Mercator)."""
    y: int
    """The row of the tile, from the north (Web Mercator)."""
    format: str
    """The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it."""
    bands: NotRequired[str | None]
    """Bands, from 1; for a picture red, green and blue."""
    expression: NotRequired[str | None]
    """A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula."""
    rescale: NotRequired[str | None]
    """Values that become black and white, or `auto`."""
    colormap: NotRequired[str | None]
    """A named colour map, such as viridis, or colours by value."""
    quality: NotRequired[int]
    """Quality of lossy formats, from 1 to 100. Default: 85."""
    aoi: NotRequired[str | None]
    """The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text."""


class CogTerrainInput(TypedDict):
    url: str
    """A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."""
    z: int
    """The zoom of the tile."""
    x: int
    """The column of the tile, from the west (Web Mercator)."""
    y: int
    """The row of the tile, from the north (Web Mercator)."""
    invert: NotRequired[bool]
    """Whether values are depths, which become heights below 0. Default: False."""
    aoi: NotRequired[str | None]
    """The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text."""
    size: NotRequired[Literal[256, 512]]
    """The edge of a tile in pixels: 256 or 512. Default: 256."""


class UploadInitiate(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    transfer_method: NotRequired[str]
    """How files arrive. Default: "browser"."""
    file_count: NotRequired[int]
    """How many files. Default: 1."""
    total_bytes: NotRequired[int]
    """Length of all files in bytes. Default: 0."""
    target_collection_id: NotRequired[str | None]
    """Id of the collection that the uploaded item joins."""
    target_item_id: NotRequired[str | None]
    """Id of the item whose file is replaced."""
    replaces_item_id: NotRequired[str | None]
    """Id of the item whose drawn file this one replaces (UUID): maps and links show it as soon as the upload is completed."""
    asset_key: NotRequired[str | None]
    """The key of one of the item's files; the first one when left out."""
    is_categorical: NotRequired[bool]
    """Whether values are classes, which are never averaged. Default: False."""


class UploadOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class UploadOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    status: str
    """What it is at; of a problem, the status of HTTP."""
    transfer_method: str
    """How files arrive."""
    file_count: int
    """How many files."""
    total_bytes: int
    """Length of all files in bytes."""
    bytes_uploaded: int
    """Bytes that have arrived."""
    target_collection_id: str | None
    """Id of the collection that the uploaded item joins."""
    target_item_id: str | None
    """Id of the item whose file is replaced."""
    asset_key: str | None
    """The key of one of the item's files; the first one when left out."""
    is_categorical: bool
    """Whether values are classes, which are never averaged."""
    item_id: str | None
    """Id of the item (UUID)."""
    error_message: str | None
    """What is wrong with the upload; null when nothing is."""
    error_step: str | None
    """The step that failed; null when none did."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    completed_at: str | None
    """When it was completed (RFC 3339); null until then."""
    ingest: NotRequired[UploadOutputIngest | None]
    """The preparation of the file for tiles; null where there is none."""


class SignedUrlInput(TypedDict):
    upload_id: str
    """Id of the upload (UUID)."""
    file_name: str
    """The name of the file."""
    content_type: NotRequired[str]
    """The media type of the file that will be sent. Default: "application/octet-stream"."""


class SignedUrlOutput(TypedDict):
    upload_url: str
    """Where to PUT the bytes, for a limited time."""
    object_path: str
    """The key of the object that the upload becomes."""
    expires_at: str
    """When it ends (RFC 3339); null: it does not."""


class PartUrlsInput(TypedDict):
    upload_id: str
    """Id of the upload (UUID)."""
    file_name: str
    """The name of the file."""
    total_bytes: int
    """Length of all files in bytes."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 20."""


class PartUrlsOutputPartsItem(TypedDict):
    part_number: int
    """The number of the part, from 1."""
    first_byte: int
    """Where the part begins in its file."""
    bytes: int
    """Length in bytes."""
    upload_url: str
    """Where to PUT the bytes, for a limited time."""


class PartUrlsOutput(TypedDict):
    part_bytes: int
    """Bytes of each part but the last."""
    part_count: int
    """How many parts the file has; null where it arrives whole."""
    parts_left: int
    """Parts that have yet to arrive."""
    bytes_uploaded: int
    """Bytes that have arrived."""
    parts: list[PartUrlsOutputPartsItem]
    """Addresses for the parts that have yet to be sent."""
    expires_at: str
    """When it ends (RFC 3339); null: it does not."""


class UploadGetInput(TypedDict):
    upload_id: str
    """Id of the upload (UUID)."""


class UploadWithFilesIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class UploadWithFilesFilesItem(TypedDict):
    name: str
    """Its name."""
    total_bytes: int | None
    """Length of all files in bytes."""
    bytes_uploaded: int
    """Bytes that have arrived."""
    part_count: int | None
    """How many parts the file has; null where it arrives whole."""
    parts_left: int | None
    """Parts that have yet to arrive."""


class UploadWithFiles(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    status: str
    """What it is at; of a problem, the status of HTTP."""
    transfer_method: str
    """How files arrive."""
    file_count: int
    """How many files."""
    total_bytes: int
    """Length of all files in bytes."""
    bytes_uploaded: int
    """Bytes that have arrived."""
    target_collection_id: str | None
    """Id of the collection that the uploaded item joins."""
    target_item_id: str | None
    """Id of the item whose file is replaced."""
    asset_key: str | None
    """The key of one of the item's files; the first one when left out."""
    is_categorical: bool
    """Whether values are classes, which are never averaged."""
    item_id: str | None
    """Id of the item (UUID)."""
    error_message: str | None
    """What is wrong with the upload; null when nothing is."""
    error_step: str | None
    """The step that failed; null when none did."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    completed_at: str | None
    """When it was completed (RFC 3339); null until then."""
    ingest: NotRequired[UploadWithFilesIngest | None]
    """The preparation of the file for tiles; null where there is none."""
    files: list[UploadWithFilesFilesItem]
    """How many files are being prepared."""


class UploadsListInput(TypedDict):
    project_id: NotRequired[str | None]
    """Id of the project (UUID)."""
    status: NotRequired[Literal["open", "uploading", "processing", "completed", "failed"] | None]
    """What it is at; of a problem, the status of HTTP."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    before: NotRequired[str | None]
    """Continues after this one: `next_before` of the page before."""


class UploadsListOutput(TypedDict):
    uploads: list[UploadOutput]
    """Uploads, newest first, without what has arrived of their files: uploads.get answers that."""
    next_before: str | None
    """What to send as `before` for the next page; null on the last one."""


class UploadProgressInput(TypedDict):
    upload_id: str
    """Id of the upload (UUID)."""
    status: NotRequired[Literal["open", "uploading", "processing"] | str | None]
    """What it is at; of a problem, the status of HTTP."""
    bytes_uploaded: NotRequired[int | None]
    """Bytes that have arrived."""


class UploadFailInput(TypedDict):
    upload_id: str
    """Id of the upload (UUID)."""
    error_message: str
    """What is wrong with the upload; null when nothing is."""
    error_step: NotRequired[str | None]
    """The step that failed; null when none did."""


class UsageCurrentInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""


class UsageHistoryInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    months: NotRequired[int]
    """Months, newest first; on input how many of them. Default: 3."""


UsageQueryInput = TypedDict("UsageQueryInput", {
    "organization_id": str,
    "from": NotRequired[str],
    "to": NotRequired[str],
    "window": NotRequired[Literal["hour", "day", "month"]],
    "group_by": NotRequired[list[str]],
    "link_id": NotRequired[str],
    "target_id": NotRequired[str],
    "project_id": NotRequired[str],
    "limit": NotRequired[int],
    "offset": NotRequired[int],
})


class RecalculateInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""


class OrganizationLimitsInput(TypedDict):
    """No fields."""


class OrganizationLimitsOutputLimitsItem(TypedDict):
    name: str
    """Its name."""
    limit: int
    """How many are answered at most."""
    kind: Literal["rate", "waiting", "amount"]
    """Its kind, for programs."""
    used: int | None
    """What is used of the limit."""
    description: str
    """A longer text for people."""
    remedy: str
    """What to do about it."""


class OrganizationLimitsOutput(TypedDict):
    limits: list[OrganizationLimitsOutputLimitsItem]
    """Limits of the organization, with what is used of them."""


class AuditListInput(TypedDict):
    operation_id: NotRequired[str | None]
    """The operation, such as share.link.create."""
    principal_id: NotRequired[str | None]
    """Id of the person or key."""
    since: NotRequired[str | None]
    """Answers what happened since then (RFC 3339)."""
    until: NotRequired[str | None]
    """Answers what happened until then (RFC 3339)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    before: NotRequired[str | None]
    """Continues after this one: `next_before` of the page before."""


class AuditListOutputEntriesItem(TypedDict):
    id: str
    """Its id (UUID)."""
    occurred_at: str
    """When it happened (RFC 3339)."""
    principal_type: str
    """Whether it was a person, a key or the system."""
    principal_id: str | None
    """Id of the person or key."""
    operation_id: str
    """The operation, such as share.link.create."""
    subject: dict[str, str]
    """What it was done to: kind and id."""
    outcome: int
    """What came of it: a status of HTTP, or accepted and refused."""
    client_address: str | None
    """The network address of the caller, shortened; null where it is not known."""
    request_id: str
    """Id of the request: name it to support."""


class AuditListOutput(TypedDict):
    entries: list[AuditListOutputEntriesItem]
    """Entries, in their order."""
    next_before: str | None
    """What to send as `before` for the next page; null on the last one."""


class SecurityLogInput(TypedDict):
    kind: NotRequired[Literal["log_in", "token", "device", "credential", "key_made", "key_revoked", "password_changed", "user_disabled", "user_enabled", "session_ended", "queue_board"] | None]
    """Its kind, for programs."""
    since: NotRequired[str | None]
    """Answers what happened since then (RFC 3339)."""
    until: NotRequired[str | None]
    """Answers what happened until then (RFC 3339)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    before: NotRequired[str | None]
    """Continues after this one: `next_before` of the page before."""


class SecurityLogOutputEventsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    occurred_at: str
    """When it happened (RFC 3339)."""
    kind: str
    """Its kind, for programs."""
    outcome: str
    """What came of it: a status of HTTP, or accepted and refused."""
    principal_type: str | None
    """Whether it was a person, a key or the system."""
    principal_id: str | None
    """Id of the person or key."""
    subject: dict[str, str]
    """What it was done to: kind and id."""
    client_address: str | None
    """The network address of the caller, shortened; null where it is not known."""
    count: int
    """How often it happened within the minute."""


class SecurityLogOutput(TypedDict):
    events: list[SecurityLogOutputEventsItem]
    """Events, in the order in which they happened."""
    next_before: str | None
    """What to send as `before` for the next page; null on the last one."""


class UsersListInput(TypedDict):
    """No fields."""


class UserOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    email: str
    """The e-mail address."""
    name: str
    """Its name."""
    is_organization_admin: bool
    """Whether the person administers the organization."""
    disabled_at: str | None
    """When the person was disabled (RFC 3339); null when active."""


class UsersListOutput(TypedDict):
    users: list[UserOutput]
    """People of the organization."""


class UserDisableInput(TypedDict):
    user_id: str
    """Id of the person (UUID)."""


class UserEnableInput(TypedDict):
    user_id: str
    """Id of the person (UUID)."""


class ChangePasswordInput(TypedDict):
    current_password: str
    """The password until now."""
    new_password: str
    """The password from now on."""


class ChangePasswordOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class SessionsListInput(TypedDict):
    user_id: NotRequired[str | None]
    """Id of the person (UUID)."""


class SessionsListOutputSessionsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    user_id: str
    """Id of the person (UUID)."""
    client_id: str
    """The program that the session was opened for."""
    scopes: list[str]
    """What the session may do."""
    created_at: str
    """When it was made (RFC 3339)."""
    last_used_at: str
    """When it was last used (RFC 3339), to the minute."""


class SessionsListOutput(TypedDict):
    sessions: list[SessionsListOutputSessionsItem]
    """Sessions that are open."""


class SessionRevokeInput(TypedDict):
    session_id: str
    """Id of the session."""


class SessionRevokeOutput(TypedDict):
    ok: bool
    """True: it is done."""
    id: str
    """Its id (UUID)."""


class BillingRatesSetTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingRatesSet(TypedDict):
    organization_id: NotRequired[str]
    """Id of the organization (UUID)."""
    plan: NotRequired[str]
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    """The currency as ISO 4217, such as EUR."""
    mode: NotRequired[Literal["graduated", "volume"]]
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Tiles a month that cost nothing. Default: 0."""
    minimum: NotRequired[str]
    """The amount that a month costs at least."""
    tiers: list[BillingRatesSetTiersItem]
    """Prices by quantity: the last tier has no end."""
    reason: NotRequired[str]
    """Why, in a sentence for people."""


class SetRateCardTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class SetRateCardReplacesTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class SetRateCardReplaces(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[SetRateCardReplacesTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""


class SetRateCard(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[SetRateCardTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""
    replaces: SetRateCardReplaces | None
    """What it replaces; null for the first one."""


class BillingRatesList(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    include_superseded: NotRequired[bool]
    """Answers cards that were replaced as well. Default: False."""


class BillingPlansAssign(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    plan: str
    """The name of the plan; null: prices of the organization's own."""


class BillingStatementsGet(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    """The currency as ISO 4217, such as EUR."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingStatementsList(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: NotRequired[str]
    """The month as YYYY-MM, in UTC."""
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    """The currency as ISO 4217, such as EUR."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingStatementsDocument(TypedDict):
    statement_id: str
    """Id of the statement (UUID)."""
    format: NotRequired[Literal["html", "pdf", "ubl"]]
    """csv, ndjson or parquet; of a document html, pdf or ubl. Default: "pdf"."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPeriodsPreview(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""
    change_ratio: NotRequired[float]
    """A change against the month before that is reported, as a ratio: 0.5 is half. Default: 0.5."""
    findings_only: NotRequired[bool]
    """Answers only organizations with findings. Default: False."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingPeriodPreviewStatementsItemFindingsItem(TypedDict):
    kind: Literal["fault", "unpriced", "change", "negative", "document"]
    """Its kind, for programs."""
    message: str
    """A sentence for people."""


class BillingPeriodPreviewStatementsItem(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    currency: str | None
    """The currency as ISO 4217, such as EUR."""
    total: str | None
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    tiles: int
    """How many tiles."""
    last_total: str | None
    """The total of the month before."""
    findings: list[BillingPeriodPreviewStatementsItemFindingsItem]
    """What a close would report."""


class BillingPeriodPreview(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""
    total: int
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    findings: int
    """What a close would report."""
    statements: list[BillingPeriodPreviewStatementsItem]
    """Statements."""


class BillingPeriodsClose(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""


class BillingPeriodOpenAccountsItem(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    fault: str
    """Why the month stays open for an organization."""


class BillingPeriodBooks(TypedDict):
    entry: int
    """The number of the entry in the books."""
    sha256: str
    """SHA-256 in hexadecimal."""


class BillingPeriod(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""
    status: Literal["sealed", "closed"]
    """What it is at; of a problem, the status of HTTP."""
    sealed_at: str
    """When the month was sealed (RFC 3339): its usage is final."""
    sealed_by: str | None
    """Who sealed the month; null where the system did."""
    draft_until: str | None
    """Until when statements are drafts (RFC 3339); null when they are issued."""
    needs_approval: bool
    """Whether a second person has to approve the statements of a month."""
    approved_at: str | None
    """When the month was approved (RFC 3339)."""
    approved_by: str | None
    """Who approved the month."""
    closed_at: str | None
    """When the month was closed (RFC 3339)."""
    closed_by: str | None
    """Who closed the month; null where the system did."""
    statements: int | None
    """Statements."""
    open_accounts: list[BillingPeriodOpenAccountsItem]
    """Organizations whose statement of the month stays open, with the reason."""
    books: BillingPeriodBooks | None
    """The entry of the books that seals the month."""


class BillingPeriodsList(TypedDict):
    """No fields."""


class BillingPeriodsDraft(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""


class BillingPeriodsApprove(TypedDict):
    period: str
    """The month as YYYY-MM, in UTC."""


class BillingSettingsGet(TypedDict):
    """No fields."""


class BillingSettingsJournalAccounts(TypedDict):
    receivable: str
    """The account of what customers owe."""
    usage: str
    """The account of revenue by usage."""
    minimum: str
    """The account of what was billed to reach a minimum."""
    debit: str
    """The account of debit notes."""
    credit: str
    """The account of credits."""
    rounding: str
    """The account of differences by rounding."""


class BillingSettingsSellerAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingSettingsSellerEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingSettingsSellerTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str | None
    """The currency as ISO 4217, such as EUR."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: str
    """The tax rate in percent, as a decimal text."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingSettingsSeller(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingSettingsSellerAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingSettingsSellerEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingSettingsSellerTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    title: NotRequired[Literal["statement", "invoice"]]
    """A short text for people."""
    number_prefix: NotRequired[str]
    """What numbers of documents begin with."""
    iban: NotRequired[str]
    """The account that invoices are paid to (IBAN)."""
    bic: NotRequired[str]
    """The bank identifier (BIC) of the account that invoices are paid to."""
    payment_terms: NotRequired[str]
    """The terms of payment, as they stand in documents."""
    notes: NotRequired[str]
    """A text at the end of documents."""


class BillingSettings(TypedDict):
    draft_days: int
    """Days between the close of a month and the issue of its statements."""
    needs_approval: bool
    """Whether a second person has to approve the statements of a month."""
    journal_accounts: BillingSettingsJournalAccounts
    """Accounts of the journal layout, by what is booked on them."""
    seller: BillingSettingsSeller | None
    """What documents say of the operator."""


class BillingSettingsUpdateSellerAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingSettingsUpdateSellerEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingSettingsUpdateSellerTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: NotRequired[str | None]
    """The currency as ISO 4217, such as EUR. Default: None."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: NotRequired[str]
    """The tax rate in percent, as a decimal text. Default: "0"."""
    reason: NotRequired[str | None]
    """Why, in a sentence for people. Default: None."""


class BillingSettingsUpdateSeller(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingSettingsUpdateSellerAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingSettingsUpdateSellerEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingSettingsUpdateSellerTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    title: NotRequired[Literal["statement", "invoice"]]
    """A short text for people."""
    number_prefix: NotRequired[str]
    """What numbers of documents begin with."""
    iban: NotRequired[str]
    """The account that invoices are paid to (IBAN)."""
    bic: NotRequired[str]
    """The bank identifier (BIC) of the account that invoices are paid to."""
    payment_terms: NotRequired[str]
    """The terms of payment, as they stand in documents."""
    notes: NotRequired[str]
    """A text at the end of documents."""


class BillingSettingsUpdate(TypedDict):
    draft_days: NotRequired[int]
    """Days between the close of a month and the issue of its statements."""
    needs_approval: NotRequired[bool]
    """Whether a second person has to approve the statements of a month."""
    journal_accounts: NotRequired[dict[str, str]]
    """Accounts of the journal layout, by what is booked on them."""
    seller: NotRequired[BillingSettingsUpdateSeller | None]
    """What documents say of the operator."""


class BillingBooksList(TypedDict):
    after: NotRequired[int]
    """Answers entries after this one. Default: 0."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""


class BillingBooksStatements(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""


class BillingCreditsCreate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    belongs_to: str
    """Id of the organization that pays (UUID)."""
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    """The currency as ISO 4217, such as EUR."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    reason: str
    """Why, in a sentence for people."""
    force: NotRequired[bool]
    """Also beyond what was billed. Default: False."""


class CreditNote(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    belongs_to: str
    """Id of the organization that pays (UUID)."""
    booked_in: str
    """The month in which it is billed, as YYYY-MM."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    reason: str
    """Why, in a sentence for people."""
    created_at: str
    """When it was made (RFC 3339)."""
    number: str
    """The number of the document, without gaps."""


class TransactionsInput(TypedDict):
    limit: NotRequired[int]
    """How many are answered at most. Default: 50."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""
    reason: NotRequired[str | None]
    """Only notes whose reason holds this text, in any case."""


class OrgStatusInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""


class InvoicesInput(TypedDict):
    limit: NotRequired[int]
    """How many are answered at most. Default: 50."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class RunInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    threshold_bytes: NotRequired[int]
    """Differences of more bytes than this are flagged; other counters may not differ at all. Default: 1048576."""


class RunAllInput(TypedDict):
    threshold_bytes: NotRequired[int]
    """Differences of more bytes than this are flagged; other counters may not differ at all. Default: 1048576."""


class RunsInput(TypedDict):
    organization_id: NotRequired[str | None]
    """Id of the organization (UUID)."""
    flagged_only: NotRequired[bool]
    """Whether only runs that were flagged are listed. Default: False."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 50."""


class DriftInput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""


class BillingRatesSimulateTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingRatesSimulate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    """The currency as ISO 4217, such as EUR."""
    mode: NotRequired[Literal["graduated", "volume"]]
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Tiles a month that cost nothing. Default: 0."""
    minimum: NotRequired[str]
    """The amount that a month costs at least."""
    tiers: list[BillingRatesSimulateTiersItem]
    """Prices by quantity: the last tier has no end."""


class BillingSimulationLinesItem(TypedDict):
    kind: Literal["correction", "minimum", "rounding"]
    """Its kind, for programs."""
    link_id: str | None
    """Id of the link (UUID)."""
    target_id: str | None
    """Id of the item or collection (UUID)."""
    tier: int | None
    """The tier of the rate card, from 1; null: a minimum."""
    quantity: str | None
    """How many tiles."""
    unit_price: str | None
    """The price of one tile, as a decimal text."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    description: str
    """A longer text for people."""


class BillingSimulation(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    status: Literal["closed", "open"]
    """What it is at; of a problem, the status of HTTP."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    current_total: str | None
    """The total as it was billed."""
    simulated_total: str | None
    """The total with the other card."""
    difference: str
    """The simulated total less the one that was billed."""
    lines: list[BillingSimulationLinesItem]
    """Lines of the statement."""


class BillingRatesEnd(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    reason: NotRequired[str]
    """Why, in a sentence for people."""


class BillingAdjustmentsCreate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    """The currency as ISO 4217, such as EUR."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    reason: str
    """Why, in a sentence for people."""
    belongs_to: NotRequired[str]
    """Id of the organization that pays (UUID)."""
    statement_id: NotRequired[str]
    """Id of the statement (UUID)."""
    line_number: NotRequired[int]
    """The line of the statement, from 1."""
    force: NotRequired[bool]
    """Also beyond what was billed. Default: False."""


class BillingAdjustment(TypedDict):
    id: str
    """Its id (UUID)."""
    number: str
    """The number of the document, without gaps."""
    kind: Literal["credit", "debit"]
    """Its kind, for programs."""
    organization_id: str
    """Id of the organization (UUID)."""
    belongs_to: str
    """Id of the organization that pays (UUID)."""
    booked_in: str
    """The month in which it is billed, as YYYY-MM."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    reason: str
    """Why, in a sentence for people."""
    statement_id: str | None
    """Id of the statement (UUID)."""
    line_number: int | None
    """The line of the statement, from 1."""
    voids: str | None
    """Id of the entry that this one takes back; null where it takes back none."""
    voided_by: str | None
    """Id of the entry that takes this one back; null where none does."""
    rate_card_id: str | None
    """Id of the rate card (UUID)."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""


class BillingAdjustmentsList(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: NotRequired[str]
    """The month as YYYY-MM, in UTC."""
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    """The currency as ISO 4217, such as EUR."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingAdjustmentsVoid(TypedDict):
    adjustment_id: str
    """Id of the adjustment (UUID)."""
    reason: str
    """Why, in a sentence for people."""


class BillingAdjustmentsRerateTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingAdjustmentsRerate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    """The currency as ISO 4217, such as EUR."""
    mode: NotRequired[Literal["graduated", "volume"]]
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Tiles a month that cost nothing. Default: 0."""
    minimum: NotRequired[str]
    """The amount that a month costs at least."""
    tiers: list[BillingAdjustmentsRerateTiersItem]
    """Prices by quantity: the last tier has no end."""
    reason: str
    """Why, in a sentence for people."""


class BillingAdjustmentsDocument(TypedDict):
    adjustment_id: str
    """Id of the adjustment (UUID)."""
    format: NotRequired[Literal["html", "pdf", "ubl"]]
    """csv, ndjson or parquet; of a document html, pdf or ubl. Default: "pdf"."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPartiesGet(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""


class BillingPartiesSetPartyAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingPartiesSetPartyEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingPartiesSetPartyTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: NotRequired[str | None]
    """The currency as ISO 4217, such as EUR. Default: None."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: NotRequired[str]
    """The tax rate in percent, as a decimal text. Default: "0"."""
    reason: NotRequired[str | None]
    """Why, in a sentence for people. Default: None."""


class BillingPartiesSetParty(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingPartiesSetPartyAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingPartiesSetPartyEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingPartiesSetPartyTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    purchase_order: NotRequired[str]
    """The customer's order number."""
    reference: NotRequired[str]
    """The customer's own reference."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPartiesSet(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    party: BillingPartiesSetParty
    """What documents say of the customer."""


class BillingAccountsList(TypedDict):
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingAccountsAccountsItem(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    created_at: str
    """When it was made (RFC 3339)."""
    plan: str
    """The name of the plan; null: prices of the organization's own."""
    last_period: str | None
    """The last month that is billed, as YYYY-MM; null: no end is set."""
    operates_billing: bool
    """Whether it sets prices and closes months for all organizations."""


class BillingAccounts(TypedDict):
    accounts: list[BillingAccountsAccountsItem]
    """Organizations by name."""
    total: int
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BillingAccountsEnd(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    last_period: str | None
    """The last month that is billed, as YYYY-MM; null: no end is set."""
    reason: str
    """Why, in a sentence for people."""


class BillingExportsCreate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    layout: NotRequired[Literal["statement", "usage", "focus", "focus-billing-period", "focus-invoice-detail", "prices", "journal"]]
    """The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. Default: "statement"."""
    format: NotRequired[Literal["csv", "ndjson", "parquet"]]
    """csv, ndjson or parquet; of a document html, pdf or ubl. Default: "csv"."""
    excel: NotRequired[bool]
    """Whether CSV begins with a byte order mark, as Excel expects. Default: False."""
    focus_version: NotRequired[Literal["1.3", "1.4"]]
    """The version of FOCUS; null in other layouts."""
    escape_formulas: NotRequired[bool]
    """Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."""
    charge_period: NotRequired[Literal["month", "day"]]
    """How finely rows are cut: `month` or `day`."""
    provisional: NotRequired[bool]
    """Export a month that is not closed as it is now. Of a closed month the export is final. Default: False."""


class BillingExport(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    layout: str
    """The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal."""
    format: str
    """csv, ndjson or parquet; of a document html, pdf or ubl."""
    excel: bool
    """Whether CSV begins with a byte order mark, as Excel expects."""
    focus_version: str | None
    """The version of FOCUS; null in other layouts."""
    escape_formulas: bool
    """Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."""
    charge_period: Literal["month", "day"]
    """How finely rows are cut: `month` or `day`."""
    final: bool
    """Whether the month is closed: the file will not change any more."""
    as_of: str | None
    """The time whose usage a provisional export shows (RFC 3339); null when it is final."""
    status: Literal["queued", "running", "completed", "failed"]
    """What it is at; of a problem, the status of HTTP."""
    rows_total: int | None
    """Rows that are to be written; null while it is not known."""
    rows_done: int
    """Rows that are written."""
    failure: str | None
    """Why it failed; null when it did not."""
    created_at: str
    """When it was made (RFC 3339)."""
    completed_at: str | None
    """When it was completed (RFC 3339); null until then."""


class BillingExportsGet(TypedDict):
    export_id: str
    """Id of the export (UUID)."""


class BillingExportsList(TypedDict):
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BillingExportsDownload(TypedDict):
    export_id: str
    """Id of the export (UUID)."""
    file: NotRequired[str]
    """The name of the file within the export. Default: "manifest.json"."""


class CreateSubscriptionInput(TypedDict):
    event_type: str
    """A type of events, or * for all: statement.issued, export.ready, export.delivered, export.delivery_failed, link.opened, link.limit_reached, link.expires_soon, budget.threshold_reached, subscription.disabled."""
    endpoint_url: str
    """Where events are posted to; https."""
    filter_config: NotRequired[dict[str, str | list[str]]]
    """Only events whose data has these values, such as {"project_id": "…"}; a list allows each of its values."""
    headers: NotRequired[dict[str, str]]
    """Further headers of each delivery. Values are encrypted and never answered."""
    description: NotRequired[str | None]
    """A longer text for people."""


class SubscriptionOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    event_type: str
    """The type of the event, such as share_link.opened_first."""
    endpoint_url: str
    """The HTTPS address that events are sent to."""
    filter_config: dict[str, Any]
    """Which events are sent: links, items or projects they concern; null: all."""
    header_names: list[str]
    """Names of the headers that are sent along; their values are kept sealed."""
    description: str | None
    """A longer text for people."""
    active: bool
    """Whether events are sent."""
    disabled_reason: str | None
    """Why events are no longer sent."""
    failing_since: str | None
    """Since when every attempt has failed (RFC 3339); null when the last one succeeded."""
    failures: int
    """Failed attempts since the last success."""
    former_secret_until: str | None
    """Until when signatures by the former secret are sent as well (RFC 3339)."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    secret: NotRequired[str]
    """Signs deliveries; shown this once."""


class GetSubscriptionInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""


class ListSubscriptionsInput(TypedDict):
    event_type: NotRequired[str | None]
    """The type of the event, such as share_link.opened_first."""
    active: NotRequired[bool | None]
    """Whether events are sent now; on input, only subscriptions that are."""


class UpdateSubscriptionInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""
    endpoint_url: NotRequired[str | None]
    """The HTTPS address that events are sent to."""
    filter_config: NotRequired[dict[str, str | list[str]] | None]
    """Which events are sent: links, items or projects they concern; null: all."""
    headers: NotRequired[dict[str, str] | None]
    """Headers that are sent along, by name."""
    active: NotRequired[bool | None]
    """Whether events are sent."""
    description: NotRequired[str | None]
    """A longer text for people."""


class DeleteSubscriptionInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""


class DeleteSubscriptionOutput(TypedDict):
    deleted: bool
    """True: it has been deleted."""


class RotateSubscriptionSecretInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""
    keep_hours: NotRequired[int]
    """How long the former secret signs as well; 0 ends it at once. Default: 24."""


class TestSubscriptionInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""


class TestSubscriptionOutput(TypedDict):
    status: str
    """delivered, failed, or pending while there was no attempt yet."""
    delivered: bool
    """Whether the endpoint accepted it."""
    http_status: NotRequired[int | None]
    """The status that the endpoint answered; null where it answered none."""
    error: NotRequired[str | None]
    """What went wrong at the last attempt; null when nothing did."""
    event_id: str
    """Id of the event (UUID)."""
    event_type: str
    """The type of the event, such as share_link.opened_first."""
    delivery_id: str
    """Id of the delivery (UUID)."""


class ListDeliveriesInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""
    status: NotRequired[Literal["pending", "delivered", "failed"]]
    """What it is at; of a problem, the status of HTTP."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class ReplayDeliveriesInput(TypedDict):
    subscription_id: str
    """Id of the subscription (UUID)."""
    delivery_id: NotRequired[str]
    """Id of the delivery (UUID)."""
    failed_since: NotRequired[str]
    """Repeats deliveries that have failed since then (RFC 3339)."""


class ReplayDeliveriesOutput(TypedDict):
    replayed: int
    """How many deliveries are sent again."""


class ListEventsInput(TypedDict):
    type: NotRequired[Literal["statement.issued", "export.ready", "export.delivered", "export.delivery_failed", "link.opened", "link.limit_reached", "link.expires_soon", "budget.threshold_reached", "subscription.disabled"]]
    """Its type; of a problem, an address that names it."""
    after: NotRequired[int]
    """The sequence of the last event that you know. Default: 0."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""


class BillingDeliveriesCreate(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    layout: NotRequired[Literal["statement", "usage", "focus", "focus-billing-period", "focus-invoice-detail", "prices", "journal"]]
    """The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. Default: "focus"."""
    format: NotRequired[Literal["csv", "ndjson", "parquet"]]
    """csv, ndjson or parquet; of a document html, pdf or ubl. Default: "parquet"."""
    excel: NotRequired[bool]
    """Whether CSV begins with a byte order mark, as Excel expects. Default: False."""
    focus_version: NotRequired[Literal["1.3", "1.4"]]
    """The version of FOCUS; null in other layouts."""
    escape_formulas: NotRequired[bool]
    """Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."""
    charge_period: NotRequired[Literal["month", "day"]]
    """How finely rows are cut: `month` or `day`."""
    provisional: NotRequired[bool]
    """Brings open months every day; false: months that are closed, once. Default: True."""
    hour: NotRequired[int]
    """Of the day, in UTC. Default: 3."""
    endpoint_url: NotRequired[str]
    """Of a server that speaks S3, without the bucket; absent for Amazon S3."""
    region: NotRequired[str]
    """The region of the bucket. Default: "us-east-1"."""
    bucket: str
    """The customer's S3 bucket."""
    prefix: NotRequired[str]
    """What names of objects begin with. Default: ""."""
    path_style: NotRequired[bool]
    """Whether the bucket stands in the path; by default for servers other than Amazon's."""
    access_key_id: str
    """The access key of the bucket's credentials. Its secret is kept sealed and never answered."""
    secret_access_key: str
    """Encrypted, and never answered."""


class BillingDelivery(TypedDict):
    id: str
    """Its id (UUID)."""
    name: str
    """Its name."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    layout: str
    """The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal."""
    format: str
    """csv, ndjson or parquet; of a document html, pdf or ubl."""
    excel: bool
    """Whether CSV begins with a byte order mark, as Excel expects."""
    focus_version: str | None
    """The version of FOCUS; null in other layouts."""
    escape_formulas: bool | None
    """Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."""
    charge_period: str | None
    """How finely rows are cut: `month` or `day`."""
    provisional: bool
    """Whether open months are delivered too, until they are final."""
    hour: int
    """The hour of the day at which it is delivered, in UTC."""
    endpoint_url: str | None
    """The address of the S3 service; Amazon's own when null."""
    region: str
    """The region of the bucket."""
    bucket: str
    """The customer's S3 bucket."""
    prefix: str
    """What names of objects begin with."""
    path_style: bool
    """Whether the bucket stands in the path of addresses rather than in the host's name."""
    access_key_id: str
    """The access key of the bucket's credentials. Its secret is kept sealed and never answered."""
    active: bool
    """Whether it is carried out by its schedule."""
    next_run_at: str
    """When it is next carried out (RFC 3339)."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class BillingDeliveriesList(TypedDict):
    """No fields."""


class BillingDeliveriesGet(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""


class BillingDeliveriesUpdate(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""
    name: NotRequired[str]
    """Its name."""
    provisional: NotRequired[bool]
    """Whether open months are delivered too, until they are final."""
    hour: NotRequired[int]
    """Of the day, in UTC."""
    access_key_id: NotRequired[str]
    """The access key of the bucket's credentials. Its secret is kept sealed and never answered."""
    secret_access_key: NotRequired[str]
    """Encrypted, and never answered."""
    active: NotRequired[bool]
    """Whether it is carried out by its schedule."""


class BillingDeliveriesDelete(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""


class BillingDeliveriesRun(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""
    period: NotRequired[str]
    """The month as YYYY-MM, in UTC."""


class BillingDeliveryRun(TypedDict):
    id: str
    """Its id (UUID)."""
    period: str | None
    """Null for a test of the bucket."""
    export_id: str | None
    """Id of the export (UUID)."""
    final: bool | None
    """Whether the month is closed: the file will not change any more."""
    status: Literal["pending", "delivered", "failed"]
    """What it is at; of a problem, the status of HTTP."""
    attempts: int
    """How often it has been tried."""
    next_attempt_at: str | None
    """When it is tried again (RFC 3339); null when it is not."""
    last_attempt_at: str | None
    """When it was last tried (RFC 3339)."""
    error: str | None
    """Of the last attempt, as the bucket's server says it."""
    objects: list[str]
    """Below the prefix; the manifest last."""
    bytes: int
    """Length in bytes."""
    created_at: str
    """When it was made (RFC 3339)."""
    ended_at: str | None
    """When it ended, however it did (RFC 3339); null until then."""


class BillingDeliveriesTest(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""


class BillingDeliveriesRunsList(TypedDict):
    delivery_id: str
    """Id of the delivery (UUID)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class BudgetCreate(TypedDict):
    name: str
    """Its name."""
    amount: str
    """The amount of the budget, in its currency, as a decimal text."""
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    """That of this month's prices if absent."""
    project_id: NotRequired[str]
    """Only usage of what lies in this project."""
    link_id: NotRequired[str]
    """Only usage of this link."""
    thresholds: NotRequired[list[int]]
    """Percents of the amount at which an event is written, each once a month. Default: [50, 80, 100]."""
    forecast: NotRequired[bool]
    """Whether the budget also reports that it will be passed at the present pace. Default: True."""


class Budget(TypedDict):
    id: str
    """Its id (UUID)."""
    name: str
    """Its name."""
    project_id: str | None
    """Id of the project (UUID)."""
    link_id: str | None
    """Id of the link (UUID)."""
    amount: str
    """The amount of the budget, in its currency, as a decimal text."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    thresholds: list[int]
    """Shares of the amount that are reported, in percent."""
    forecast: bool
    """Whether the budget also reports that it will be passed at the present pace."""
    created_at: str
    """When it was made (RFC 3339)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    spent: str | None
    """What the tiles of the current month cost so far, as in usage.query; null while the month is priced in another currency."""
    forecast_amount: str | None
    """What the month comes to if it goes on so; null in its first three days."""
    reached: list[str]
    """Percents that are reached, and `forecast`."""


class BudgetsList(TypedDict):
    """No fields."""


class BudgetUpdate(TypedDict):
    budget_id: str
    """Id of the budget (UUID)."""
    name: NotRequired[str]
    """Its name."""
    amount: NotRequired[str]
    """The amount of the budget, in its currency, as a decimal text."""
    thresholds: NotRequired[list[int]]
    """Percents of the amount at which an event is written, each once a month."""
    forecast: NotRequired[bool]
    """Whether the budget also reports that it will be passed at the present pace."""


class BudgetDelete(TypedDict):
    budget_id: str
    """Id of the budget (UUID)."""


class TilesWarmEstimate(TypedDict):
    target_type: Literal["link", "item", "collection"]
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    zoom_min: NotRequired[int]
    """By default the lowest zoom that the TileJSON of the target names."""
    zoom_max: NotRequired[int]
    """By default the highest one. Each level has about four times the tiles of the one before."""
    bounds: NotRequired[list[float] | None]
    """Only tiles that touch this area are drawn; null: all of the target."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    quality: NotRequired[int]
    """Quality of lossy formats, from 1 to 100. Default: 82."""


class TilesWarmEstimateOutputLevelsItem(TypedDict):
    zoom: int
    """The zoom."""
    tiles: int
    """How many tiles."""


class TilesWarmEstimateOutput(TypedDict):
    target_type: Literal["link", "item", "collection"]
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    profile: str | None
    """The name of the render profile; the default one when left out or null."""
    format: str
    """The format of tiles, as in their addresses: png, jpg, webp, avif or auto."""
    scale: Literal[1, 2]
    """1 for 256 pixels, 2 for 512."""
    quality: int
    """Quality of lossy formats, from 1 to 100."""
    zoom_min: int
    """The first zoom."""
    zoom_max: int
    """The last zoom."""
    bounds: list[float] | None
    """The area: west, south, east, north in degrees; null: all of the target."""
    tiles: int
    """Beyond the limit, counting ended: there are at least so many."""
    tiles_max: int
    """Tiles that a warm-up may have."""
    is_within_limit: bool
    """Whether the warm-up may be started: it has no more tiles than are allowed."""
    zoom_max_within_limit: int | None
    """The last zoom with which the warm-up has no more tiles than are allowed."""
    levels: list[TilesWarmEstimateOutputLevelsItem]
    """Tiles by zoom."""
    estimated_bytes: int
    """About how many bytes the tiles will take in the store."""
    estimated_writes: int
    """Objects in S3: one for each block of neighbouring tiles; of a mosaic, one for each tile."""
    estimated_writes_micro_usd: int
    """What writing them to S3 costs at list prices, in millionths of a dollar."""
    estimated_month_micro_usd: int
    """What keeping them there costs a month at list prices, in millionths of a dollar."""


class TilesWarmStart(TypedDict):
    target_type: Literal["link", "item", "collection"]
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    zoom_min: NotRequired[int]
    """By default the lowest zoom that the TileJSON of the target names."""
    zoom_max: NotRequired[int]
    """By default the highest one. Each level has about four times the tiles of the one before."""
    bounds: NotRequired[list[float] | None]
    """Only tiles that touch this area are drawn; null: all of the target."""
    profile: NotRequired[str | None]
    """The name of the render profile; the default one when left out or null."""
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    quality: NotRequired[int]
    """Quality of lossy formats, from 1 to 100. Default: 82."""


class WarmUp(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    target_type: Literal["link", "item", "collection"]
    """`item` or `collection`."""
    target_id: str
    """Id of the item or collection (UUID)."""
    profile: str | None
    """The name of the render profile; the default one when left out or null."""
    format: str
    """The format of tiles, as in their addresses: png, jpg, webp, avif or auto."""
    scale: Literal[1, 2]
    """1 for 256 pixels, 2 for 512."""
    quality: int
    """Quality of lossy formats, from 1 to 100."""
    zoom_min: int
    """The first zoom."""
    zoom_max: int
    """The last zoom."""
    bounds: list[float] | None
    """The area: west, south, east, north in degrees; null: all of the target."""
    state: Literal["running", "completed", "cancelled", "failed"]
    """What it is at."""
    reason: str | None
    """Why it ended before its time, or what it waits for."""
    tiles: int
    """How many tiles."""
    tiles_done: int
    """Tiles that are drawn or were there."""
    tiles_drawn: int
    """The others were there already, are empty, or failed."""
    tiles_empty: int
    """Tiles without data."""
    tiles_failed: int
    """Tiles that could not be drawn."""
    bytes_drawn: int
    """Bytes of the tiles that were drawn."""
    percent: float
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """At the pace so far; null before the first tile and after the end."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    ended_at: str | None
    """When it ended, however it did (RFC 3339); null until then."""


class TilesWarmGet(TypedDict):
    warm_up_id: str
    """Id of the warm-up (UUID)."""


class TilesWarmList(TypedDict):
    project_id: str
    """Id of the project (UUID)."""
    limit: NotRequired[int]
    """How many are answered at most. Default: 100."""
    offset: NotRequired[int]
    """How many entries are left out from the beginning of the list. Default: 0."""


class TilesWarmCancel(TypedDict):
    warm_up_id: str
    """Id of the warm-up (UUID)."""


class TilesWarmResume(TypedDict):
    warm_up_id: str
    """Id of the warm-up (UUID)."""


class TileJson(TypedDict):
    tilejson: Literal["3.0.0"]
    """The version of TileJSON."""
    name: NotRequired[str]
    """What the link shares."""
    tiles: list[str]
    """Templates of tile addresses."""
    minzoom: NotRequired[int]
    """The first zoom with tiles."""
    maxzoom: NotRequired[int]
    """The deepest zoom with tiles of their own."""
    bounds: NotRequired[list[float]]
    """West, south, east and north in degrees (EPSG:4326)."""
    center: NotRequired[list[float]]
    """Where a map begins: longitude, latitude, zoom."""
    attribution: NotRequired[str | None]
    """Credits that maps must show, as plain text."""


class Problem(TypedDict):
    type: str
    """Its type; of a problem, an address that names it."""
    title: str
    """A short text for people."""
    status: int
    """What it is at; of a problem, the status of HTTP."""
    detail: str
    """What is wrong or was found, in a sentence for people."""
    request_id: str
    """Id of the request: name it to support."""
    reason: NotRequired[str]
    """Why, in a sentence for people."""


class InputFaultsDetailItem(TypedDict):
    loc: list[str | int]
    """Where the fault is: `body`, then the path of the field."""
    msg: str
    """What is wrong, in a sentence for people."""
    type: str
    """Its type; of a problem, an address that names it."""


class InputFaults(TypedDict):
    detail: list[InputFaultsDetailItem]
    """What is wrong or was found, in a sentence for people."""


class ShareTilejsonOutputBeingPrepared(TypedDict):
    percent: int
    """How much is done, from 0 to 100."""
    step: str
    """The step of the preparation."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    files: int
    """How many files are being prepared."""


class ShareTilejsonOutput(TypedDict):
    tilejson: Literal["3.0.0"]
    """The version of TileJSON."""
    tiles: list[str]
    """Tile addresses with {z}, {x} and {y}."""
    bounds: list[float]
    """West, south, east and north in degrees (EPSG:4326)."""
    center: list[float]
    """Where a map begins: longitude, latitude, zoom."""
    minzoom: int
    """The first zoom with tiles."""
    maxzoom: int
    """The deepest zoom with tiles of their own."""
    being_prepared: NotRequired[ShareTilejsonOutputBeingPrepared]
    """The preparation that is in the way of the first picture; null when nothing is."""


class ApiKeysListOutputApiKeysItem(TypedDict):
    id: str
    """Its id (UUID)."""
    prefix: str
    """The beginning of the key, to know it by."""
    name: str
    """Its name."""
    permissions: list[str]
    """Scopes that the key has, such as share:write."""
    rate_limit: NotRequired[int | None]
    """Calls a minute that the key may make; null: the organization's limit."""
    expires_at: NotRequired[str | None]
    """When it ends (RFC 3339); null: it does not."""
    revoked_at: NotRequired[str | None]
    """When it was revoked (RFC 3339); null when it is not."""
    last_used_at: NotRequired[str | None]
    """When it was last used (RFC 3339), to the minute."""
    created_at: str
    """When it was made (RFC 3339)."""
    parent_id: NotRequired[str | None]
    """Id of the key that made this one; null where a person did."""
    user_id: NotRequired[str | None]
    """Id of the person (UUID)."""


class ApiKeysListOutput(TypedDict):
    api_keys: list[ApiKeysListOutputApiKeysItem]
    """API keys, without their secrets."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class CollectionsListOutput(TypedDict):
    collections: list[CollectionResponse]
    """Collections of the project."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsListOutput(TypedDict):
    items: list[ItemResponse]
    """Items of this page."""
    total: int
    """How many there are in all."""
    limit: int
    """How many are answered at most."""
    offset: int
    """How many entries are left out from the beginning of the list."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsLineageOutputAncestorsItem(TypedDict):
    entity_type: str
    """What it is: item or upload."""
    entity_id: str
    """Its id (UUID)."""
    depth: int
    """How many steps it is from the root."""


class ItemsLineageOutputDescendantsItem(TypedDict):
    entity_type: str
    """What it is: item or upload."""
    entity_id: str
    """Its id (UUID)."""
    depth: int
    """How many steps it is from the root."""


class ItemsLineageOutputEdgesItem(TypedDict):
    depth: int
    """How many steps it is from the root."""
    src_type: NotRequired[str | None]
    """What the origin is: item or upload."""
    src_id: NotRequired[str | None]
    """Id of the origin (UUID)."""
    dst_type: NotRequired[str | None]
    """What came of it: item."""
    dst_id: NotRequired[str | None]
    """Id of what came of it (UUID)."""
    relation: NotRequired[str | None]
    """How: became (a file an item), duplicated_as or replaced_by."""
    invocation_id: NotRequired[str | None]
    """Always null: calls are found in the audit log."""


class ItemsLineageOutput(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    ancestors: list[ItemsLineageOutputAncestorsItem]
    """What the item came of, nearest first."""
    descendants: list[ItemsLineageOutputDescendantsItem]
    """What came of the item, nearest first."""
    edges: list[ItemsLineageOutputEdgesItem]
    """Which thing came of which, nearest first; at most 1,000."""


class ItemsListExpiringOutput(TypedDict):
    items: list[ItemResponse]
    """Items of this page."""


class ItemsExpireBatchOutput(TypedDict):
    expired: int
    """How many items have been marked."""
    is_complete: bool
    """Whether none is left; otherwise call again."""


class ItemsListAssetsOutputAssetsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    key: str
    """The key of the file within its item."""


class ItemsListAssetsOutput(TypedDict):
    assets: list[ItemsListAssetsOutputAssetsItem]
    """The item's files."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsAssetDownloadOutput(TypedDict):
    url: str
    """Where the bytes are, for a limited time."""
    expires_at: str
    """When the address ends (RFC 3339)."""
    file_name: str
    """The name of the file."""
    media_type: str
    """The media type, such as image/tiff."""
    bytes: int
    """Length in bytes."""


class ItemsGetStacOutput(TypedDict):
    type: Literal["Feature"]
    """The type of the item, such as user_raster; in GeoJSON the type of the object."""
    stac_version: Literal["1.0.0"]
    """The version of STAC."""
    id: str
    """Its id (UUID)."""
    properties: dict[str, Any]
    """Properties of the item as STAC describes them, and others."""
    links: list[dict[str, Any]]
    """Links, as STAC describes them."""
    assets: dict[str, dict[str, Any]]
    """Files by their key, as STAC describes them."""


class ItemsTileTilejsonOutput(TypedDict):
    tilejson: Literal["3.0.0"]
    """The version of TileJSON."""
    tiles: list[str]
    """Tile addresses with {z}, {x} and {y}."""
    expires_at: NotRequired[str]
    """When the addresses end (RFC 3339)."""


class ItemsTileStatisticsOutputHistogram(TypedDict):
    range: list[float]
    """The ends of the histogram."""
    counts: list[int]
    """Pixels in each of the histogram's steps."""
    below: int
    """Pixels below the range of the histogram."""
    above: int
    """Pixels above the range of the histogram."""


class ItemsTileStatisticsOutput(TypedDict):
    expression: str
    """A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."""
    min: float | None
    """The smallest value; null where there is none."""
    max: float | None
    """The largest value; null where there is none."""
    p2: float | None
    """The value that 2 % of the pixels lie below."""
    p98: float | None
    """The value that 98 % of the pixels lie below."""
    count: int
    """How many pixels have a value."""
    histogram: NotRequired[ItemsTileStatisticsOutputHistogram]
    """How the values are spread."""


class StacSearchOutput(TypedDict):
    type: Literal["FeatureCollection"]
    """Its type; of a problem, an address that names it."""
    features: list[Any]
    """Items as STAC features (GeoJSON). `properties` has their `geopera:item_id`; addresses of files need the caller's key."""
    links: list[dict[str, Any]]
    """Links, as STAC describes them; `next` leads to the next page."""
    numberMatched: NotRequired[int]
    """How many items fit in all, counted up to 10,000. The STAC search leaves it out where there are more."""
    numberReturned: int
    """How many items this page has."""
    next_token: str | None
    """The `token` of the next page; null on the last one."""


class StacCollectionsListOutput(TypedDict):
    collections: list[dict[str, Any]]
    """Collections as STAC describes them; a project is one of its items in no collection."""
    links: list[dict[str, Any]]
    """Links, as STAC describes them; `next` leads to the next page."""
    next_token: str | None
    """The `token` of the next page; null on the last one."""


class VisualizationProfilesListOutput(TypedDict):
    profiles: list[ProfileResponse]
    """Render profiles."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BandFormulasListOutput(TypedDict):
    formulas: list[BandFormulaOutput]
    """Formulas: those of the organization by name, then those of the service."""
    total: int
    """How many there are in all."""


class CogColormapsOutputColormapsItem(TypedDict):
    name: str
    """Its name."""
    stops: list[list[float | str]]
    """Places from 0 to 1 with their colour (#rrggbb); two at one place are a step."""


class CogColormapsOutput(TypedDict):
    colormaps: list[CogColormapsOutputColormapsItem]
    """Colour maps by name."""


class CogFormulasOutputFormulasItem(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    name: str
    """Its name."""
    display_name: NotRequired[str | None]
    """A name for people, such as NDVI."""
    formula: str
    """The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"""
    description: NotRequired[str | None]
    """A longer text for people."""
    required_bands: NotRequired[list[str]]
    """The bands that the formula names."""
    colormap: str
    """A named colour map, such as viridis, or colours by value."""
    value_range: list[float]
    """The values that the colour map runs from and to: [low, high]."""
    category: str
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    is_template: bool
    """Whether it is a formula of the service, which stays as it is."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class CogFormulasOutput(TypedDict):
    formulas: list[CogFormulasOutputFormulasItem]
    """Formulas: those of the organization by name, then those of the service."""


class CogStatisticsOutputStatisticsItemHistogram(TypedDict):
    range: list[float]
    """The ends of the histogram."""
    counts: list[int]
    """Pixels in each of the histogram's steps."""
    below: int
    """Pixels below the range of the histogram."""
    above: int
    """Pixels above the range of the histogram."""


class CogStatisticsOutputStatisticsItem(TypedDict):
    name: str
    """Its name."""
    description: str | None
    """A longer text for people."""
    min: float | None
    """The smallest value; null where there is none."""
    max: float | None
    """The largest value; null where there is none."""
    mean: float | None
    """The mean of the values; null where there is none."""
    std: float | None
    """The standard deviation of the values; null where there is none."""
    median: float | None
    """The value in the middle."""
    count: int
    """How many pixels have a value."""
    percentiles: dict[str, float | None]
    """Two percentiles from 0 to 100; in an answer the values at each."""
    histogram: CogStatisticsOutputStatisticsItemHistogram | None
    """How the values are spread."""


class CogStatisticsOutput(TypedDict):
    pixels: int
    """Pixels whose centres lie in the area, with or without data."""
    reduction: float
    """Pixels of the file, in each direction, that one pixel stands for: 1 where the area was read in full."""
    statistics: list[CogStatisticsOutputStatisticsItem]
    """Of each band, or of the calculation."""


class UploadsCompleteInput(TypedDict):
    upload_id: NotRequired[str]
    """Id of the upload (UUID)."""


class UploadsCompleteOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    """What it is at."""
    step: str
    """The step of the preparation."""
    percent: int
    """How much is done, from 0 to 100."""
    seconds_left: int | None
    """About how long it will take; null while it is not known."""
    message: str | None
    """A sentence for people."""
    checked: bool | None
    """Whether the whole file was read and found sound; null while it is not known."""


class UploadsCompleteOutputAssetsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    key: str
    """The key of the file within its item."""


class UploadsCompleteOutputEffects(TypedDict):
    live_links: int
    """Links that are neither revoked nor expired, and that this ends or changes."""
    unfit_profiles: list[str]
    """Names of profiles that do not fit the files: maps in them are drawn automatically."""


class UploadsCompleteOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    project_id: str
    """Id of the project (UUID)."""
    status: str
    """What it is at; of a problem, the status of HTTP."""
    transfer_method: str
    """How files arrive."""
    file_count: int
    """How many files."""
    total_bytes: int
    """Length of all files in bytes."""
    bytes_uploaded: int
    """Bytes that have arrived."""
    target_collection_id: str | None
    """Id of the collection that the uploaded item joins."""
    target_item_id: str | None
    """Id of the item whose file is replaced."""
    asset_key: str | None
    """The key of one of the item's files; the first one when left out."""
    is_categorical: bool
    """Whether values are classes, which are never averaged."""
    item_id: str
    """Id of the item (UUID)."""
    error_message: str | None
    """What is wrong with the upload; null when nothing is."""
    error_step: str | None
    """The step that failed; null when none did."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""
    completed_at: str | None
    """When it was completed (RFC 3339); null until then."""
    ingest: NotRequired[UploadsCompleteOutputIngest | None]
    """The preparation of the file for tiles; null where there is none."""
    assets: list[UploadsCompleteOutputAssetsItem]
    """The item's files."""
    effects: UploadsCompleteOutputEffects | None
    """What the files changed of an item that was there before; null for a new item."""


class UsageCurrentOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    period_start: str
    """The beginning of the month (RFC 3339)."""
    period_end: str
    """The end of the month, which is not part of it (RFC 3339)."""
    tile_requests: int | str
    """Tiles that were answered and are billed."""
    tile_bytes: int | str
    """Bytes of the tiles that were answered."""
    not_modified: int | str
    """Answers 304, which cost nothing."""
    link_accesses: int | str
    """Openings of links."""
    storage_bytes: int
    """Bytes that the organization's files take."""


class UsageHistoryOutputMonthsItem(TypedDict):
    period_start: str
    """The beginning of the month (RFC 3339)."""
    period_end: str
    """The end of the month, which is not part of it (RFC 3339)."""
    tile_requests: int | str
    """Tiles that were answered and are billed."""
    tile_bytes: int | str
    """Bytes of the tiles that were answered."""
    not_modified: int | str
    """Answers 304, which cost nothing."""
    link_accesses: int | str
    """Openings of links."""


class UsageHistoryOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    months: list[UsageHistoryOutputMonthsItem]
    """Months, newest first; on input how many of them."""


class UsageQueryOutputTotalsItem(TypedDict):
    currency: str | None
    """Null without the scope billing:read."""
    amount: str | None
    """What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read."""
    tile_requests: int | str
    """Tiles that were answered and are billed."""


class UsageQueryOutputRowsItem(TypedDict):
    start: str
    """The beginning of the window (RFC 3339)."""
    end: str
    """The end of the window, which is not part of it (RFC 3339)."""
    link_id: str | None
    """Id of the link (UUID)."""
    target_id: str | None
    """Id of the item or collection (UUID)."""
    project_id: str | None
    """Id of the project (UUID)."""
    tags: NotRequired[dict[str, str | None]]
    """The tags that group_by names, as they are now; null where there is none."""
    tile_requests: int | str
    """Tiles that were answered and are billed."""
    tile_bytes: int | str
    """Bytes of the tiles that were answered."""
    not_modified: int | str
    """Answers 304, which cost nothing."""
    link_accesses: int | str
    """Openings of links."""
    currency: str | None
    """Null without the scope billing:read."""
    amount: str | None
    """What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read."""


UsageQueryOutput = TypedDict("UsageQueryOutput", {
    "organization_id": str,
    "from": str,
    "to": str,
    "window": Literal["hour", "day", "month"],
    "totals": list[UsageQueryOutputTotalsItem],
    "rows": list[UsageQueryOutputRowsItem],
    "next_offset": int | None,
})


class UsageRecalculateStorageOutputDifferencesItem(TypedDict):
    item_id: str
    """Id of the item (UUID)."""
    asset_key: str
    """The key of one of the item's files; the first one when left out."""
    bytes: int
    """Length in bytes."""
    stored_bytes: int | None
    """Bytes that lie in the store; null where there is no such file."""


class UsageRecalculateStorageOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    storage_bytes: int
    """Bytes that the organization's files take."""
    files: int
    """How many files the organization has registered."""
    files_checked: int
    """How many of them were looked for in the store."""
    differences_count: int
    """How many files differ."""
    differences: list[UsageRecalculateStorageOutputDifferencesItem]
    """The first hundred files that differ."""


class BillingRatesListOutputRateCardsItemTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingRatesListOutputRateCardsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[BillingRatesListOutputRateCardsItemTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingRatesListOutput(TypedDict):
    rate_cards: list[BillingRatesListOutputRateCardsItem]
    """Rate cards."""


class BillingPlansAssignOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    plan: str
    """The name of the plan; null: prices of the organization's own."""


class BillingStatementsGetOutputLinesItem(TypedDict):
    number: int
    """The number of the document, without gaps."""
    kind: Literal["usage", "correction", "minimum", "credit", "debit", "rounding"]
    """Its kind, for programs."""
    belongs_to: str
    """Id of the organization that pays (UUID)."""
    link_id: str | None
    """Id of the link (UUID)."""
    link_label: str | None
    """The label of the link."""
    target_id: str | None
    """Id of the item or collection (UUID)."""
    target_name: str | None
    """The name of the item or collection."""
    project_id: str | None
    """Id of the project (UUID)."""
    project_name: str | None
    """The name of the project."""
    tags: dict[str, str] | None
    """Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}."""
    tier: int | None
    """The tier of the rate card, from 1; null: a minimum."""
    quantity: int | None
    """How many tiles."""
    unit_price: str | None
    """The price of one tile, as a decimal text."""
    amount: str
    """The amount, in the currency beside it, as a decimal text; negative in the customer's favour."""
    rate_card_id: str | None
    """Id of the rate card (UUID)."""
    credit_note_id: str | None
    """Id of the credit note (UUID)."""
    description: str
    """A longer text for people."""


class BillingStatementsGetOutput(TypedDict):
    id: str | None
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    status: Literal["closed", "draft", "open"]
    """What it is at; of a problem, the status of HTTP."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    currencies: list[str]
    """Amounts by currency."""
    total: str
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    tiles: int
    """How many tiles."""
    line_count: int
    """How many lines the statement has."""
    lines: list[BillingStatementsGetOutputLinesItem]
    """Lines of the statement."""


class BillingStatementsListOutputStatementsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    total: str
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    tiles: int
    """How many tiles."""
    line_count: int
    """How many lines the statement has."""
    created_at: str
    """When it was made (RFC 3339)."""


class BillingStatementsListOutput(TypedDict):
    statements: list[BillingStatementsListOutputStatementsItem]
    """Statements."""


class BillingPeriodsListOutput(TypedDict):
    periods: list[BillingPeriod]
    """Months, and what they are at."""


class BillingBooksListOutputEntriesItem(TypedDict):
    entry: int
    """The number of the entry in the books."""
    period: str
    """The month as YYYY-MM, in UTC."""
    made_at: str
    """When the entry was made (RFC 3339)."""
    previous: str | None
    """SHA-256 of the entry before; null for the first one."""
    sha256: str
    """SHA-256 in hexadecimal."""
    document: str
    """The document that the entry of the books is about."""


class BillingBooksListOutput(TypedDict):
    entries: list[BillingBooksListOutputEntriesItem]
    """Entries, in their order."""


class BillingBooksStatementsOutputStatementsItem(TypedDict):
    statement_id: str
    """Id of the statement (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    entry: int
    """The number of the entry in the books."""
    sha256: str
    """SHA-256 in hexadecimal."""


class BillingBooksStatementsOutput(TypedDict):
    statements: list[BillingBooksStatementsOutputStatementsItem]
    """Statements."""


class BillingCreditsBalanceOutputBalancesItem(TypedDict):
    currency: str
    """The currency as ISO 4217, such as EUR."""
    balance: str
    """What the next statement gives back, as a decimal text; negative where it charges."""
    note_count: int
    """How many credit and debit notes that is."""


class BillingCreditsBalanceOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    balances: list[BillingCreditsBalanceOutputBalancesItem]
    """By currency; none where nothing is pending."""


class BillingCreditsTransactionsOutput(TypedDict):
    transactions: list[BillingAdjustment]
    """Credit and debit notes, the latest first."""
    total: int
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BillingStatusGetOutputRateCardTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingStatusGetOutputRateCard(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[BillingStatusGetOutputRateCardTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingStatusGetOutputMonthToDateItem(TypedDict):
    currency: str
    """The currency as ISO 4217, such as EUR."""
    total: str
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    tiles: int
    """How many tiles."""


class BillingStatusGetOutputLastStatementsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    total: str
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""


class BillingStatusGetOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    status: Literal["active", "ended"]
    """Whether the account goes on, or its last month is over."""
    plan: str
    """The name of the plan; null: prices of the organization's own."""
    last_period: str | None
    """The last month that is billed, as YYYY-MM; null: no end is set."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    rate_card: BillingStatusGetOutputRateCard
    """The prices of this month."""
    month_to_date: list[BillingStatusGetOutputMonthToDateItem]
    """The statements of this month as closing it now would make them, one for each currency."""
    fault: str | None
    """Why no statement of this month can be made; null where it can."""
    last_statements: list[BillingStatusGetOutputLastStatementsItem]
    """The statements of the last closed month, one for each currency."""


class BillingPlansListOutputPlansItemRateCardTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingPlansListOutputPlansItemRateCard(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[BillingPlansListOutputPlansItemRateCardTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingPlansListOutputPlansItemLaterItemTiersItem(TypedDict):
    up_to: int | None
    """The last tile of the tier; null: no end."""
    price_per_thousand: str
    """The price of a thousand tiles, as a decimal text."""


class BillingPlansListOutputPlansItemLaterItem(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    plan: str | None
    """The name of the plan; null: prices of the organization's own."""
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    mode: str
    """How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume)."""
    free_tiles_per_month: int
    """Tiles a month that cost nothing."""
    minimum: str
    """The amount that a month costs at least."""
    tiers: list[BillingPlansListOutputPlansItemLaterItemTiersItem]
    """Prices by quantity: the last tier has no end."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""
    superseded_at: str | None
    """When a later card took its place (RFC 3339); null when it holds."""
    returns_to_plan: bool
    """Whether the organization returns to its plan from then on."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingPlansListOutputPlansItem(TypedDict):
    plan: str
    """The name of the plan; null: prices of the organization's own."""
    is_current: bool
    """Whether the caller's organization is on this plan."""
    rate_card: BillingPlansListOutputPlansItemRateCard | None
    """The prices of this month."""
    later: list[BillingPlansListOutputPlansItemLaterItem]
    """Prices that hold from later months on."""


class BillingPlansListOutput(TypedDict):
    plans: list[BillingPlansListOutputPlansItem]
    """Plans by name."""


class BillingInvoicesListOutputInvoicesItem(TypedDict):
    id: str
    """Its id (UUID)."""
    number: str
    """The number of the document, without gaps."""
    kind: Literal["statement", "invoice"]
    """Its kind, for programs."""
    period: str
    """The month as YYYY-MM, in UTC."""
    currency: str
    """The currency as ISO 4217, such as EUR."""
    total: str
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    tiles: int
    """How many tiles."""
    issued_on: str
    """The day of the issue, in UTC."""
    due_on: str | None
    """The day by which it is to be paid; null where no days were set."""
    created_at: str
    """When it was made (RFC 3339)."""


class BillingInvoicesListOutput(TypedDict):
    invoices: list[BillingInvoicesListOutputInvoicesItem]
    """Statements, the latest month first."""
    total: int
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BillingReconciliationRunOutputLayersEvents(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationRunOutputLayersHours(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationRunOutputLayersDays(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationRunOutputLayersMonths(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationRunOutputLayers(TypedDict):
    events: BillingReconciliationRunOutputLayersEvents
    """What raw events sum up to, with those that were dropped after 90 days."""
    hours: BillingReconciliationRunOutputLayersHours
    """What the sums by hour come to."""
    days: BillingReconciliationRunOutputLayersDays
    """What the sums by day come to."""
    months: BillingReconciliationRunOutputLayersMonths
    """What the sums by month come to; statements are made of these."""


class BillingReconciliationRunOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    batch_id: str
    """Id of the comparison of all organizations that this belongs to (UUID)."""
    organization_id: str
    """Id of the organization (UUID)."""
    first_day: str
    """The first day that was compared: of an open month, this one or the one before."""
    threshold_bytes: int
    """Differences of more bytes than this are flagged; other counters may not differ at all."""
    flagged: bool
    """Whether the layers differ by more than they may."""
    drift_bytes: int
    """By how many bytes the layers differ at most."""
    drift_count: int
    """By how many tiles, 304s or openings the layers differ at most."""
    layers: BillingReconciliationRunOutputLayers
    """The same usage as it is kept in four places."""
    created_by: str | None
    """Who made it: an id of a person or key; null where the system did."""
    created_at: str
    """When it was made (RFC 3339)."""


class BillingReconciliationRunAllOutput(TypedDict):
    batch_id: str | None
    """Id of the comparison of all organizations that this belongs to (UUID)."""
    first_day: str
    """The first day that was compared: of an open month, this one or the one before."""
    organizations: int
    """How many organizations were compared."""
    flagged_count: int
    """How many of them were flagged."""
    runs: list[BillingReconciliationRunOutput]
    """Runs, newest first."""


class BillingReconciliationListRunsOutput(TypedDict):
    runs: list[BillingReconciliationRunOutput]
    """Runs, newest first."""


class BillingReconciliationDetectDriftOutputLayersEvents(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputLayersHours(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputLayersDays(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputLayersMonths(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputLayers(TypedDict):
    events: BillingReconciliationDetectDriftOutputLayersEvents
    """What raw events sum up to, with those that were dropped after 90 days."""
    hours: BillingReconciliationDetectDriftOutputLayersHours
    """What the sums by hour come to."""
    days: BillingReconciliationDetectDriftOutputLayersDays
    """What the sums by day come to."""
    months: BillingReconciliationDetectDriftOutputLayersMonths
    """What the sums by month come to; statements are made of these."""


class BillingReconciliationDetectDriftOutputDriftingDaysItemEvents(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputDriftingDaysItemHours(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputDriftingDaysItemDays(TypedDict):
    tile_requests: int
    """Tiles that were answered and are billed."""
    tile_bytes: int
    """Bytes of the tiles that were answered."""
    not_modified: int
    """Answers 304, which cost nothing."""
    link_accesses: int
    """Openings of links."""


class BillingReconciliationDetectDriftOutputDriftingDaysItem(TypedDict):
    date: str
    """The day as YYYY-MM-DD, in UTC."""
    events: BillingReconciliationDetectDriftOutputDriftingDaysItemEvents
    """What raw events sum up to, with those that were dropped after 90 days."""
    hours: BillingReconciliationDetectDriftOutputDriftingDaysItemHours
    """What the sums by hour come to."""
    days: BillingReconciliationDetectDriftOutputDriftingDaysItemDays
    """What the sums by day come to."""


class BillingReconciliationDetectDriftOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    first_day: str
    """The first day that was compared: of an open month, this one or the one before."""
    has_drift: bool
    """Whether anything differs, on any day."""
    drift_bytes: int
    """By how many bytes the layers differ at most."""
    drift_count: int
    """By how many tiles, 304s or openings the layers differ at most."""
    layers: BillingReconciliationDetectDriftOutputLayers
    """The same usage as it is kept in four places."""
    drifting_days: list[BillingReconciliationDetectDriftOutputDriftingDaysItem]
    """The first hundred days on which the layers differ."""


class BillingAdjustmentsListOutput(TypedDict):
    adjustments: list[BillingAdjustment]
    """Adjustments, newest first."""


class BillingPartiesGetOutputPartyAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingPartiesGetOutputPartyEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingPartiesGetOutputPartyTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str | None
    """The currency as ISO 4217, such as EUR."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: str
    """The tax rate in percent, as a decimal text."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingPartiesGetOutputParty(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingPartiesGetOutputPartyAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingPartiesGetOutputPartyEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingPartiesGetOutputPartyTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    purchase_order: NotRequired[str]
    """The customer's order number."""
    reference: NotRequired[str]
    """The customer's own reference."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPartiesGetOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    party: BillingPartiesGetOutputParty
    """What documents say of the customer."""


class BillingPartiesSetOutputPartyAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingPartiesSetOutputPartyEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingPartiesSetOutputPartyTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str | None
    """The currency as ISO 4217, such as EUR."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: str
    """The tax rate in percent, as a decimal text."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingPartiesSetOutputParty(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingPartiesSetOutputPartyAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingPartiesSetOutputPartyEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingPartiesSetOutputPartyTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    purchase_order: NotRequired[str]
    """The customer's order number."""
    reference: NotRequired[str]
    """The customer's own reference."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPartiesSetOutputReplacesAddress(TypedDict):
    street: str
    """Street and number."""
    additional: NotRequired[str]
    """A second line of the address."""
    postal_code: NotRequired[str]
    """The postal code."""
    city: str
    """Town or city."""
    region: NotRequired[str]
    """The region or state of the address."""
    country: str
    """The country as ISO 3166-1 alpha-2, such as DE."""


class BillingPartiesSetOutputReplacesEndpoint(TypedDict):
    scheme: str
    """The scheme of the electronic address, as in the EAS code list."""
    id: str
    """Its id (UUID)."""


class BillingPartiesSetOutputReplacesTaxesItem(TypedDict):
    effective_from: str
    """From when it holds: a month as YYYY-MM or a time (RFC 3339)."""
    currency: str | None
    """The currency as ISO 4217, such as EUR."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    """Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject."""
    rate: str
    """The tax rate in percent, as a decimal text."""
    reason: str | None
    """Why, in a sentence for people."""


class BillingPartiesSetOutputReplaces(TypedDict):
    legal_name: str
    """The name as it stands in the register."""
    address: NotRequired[BillingPartiesSetOutputReplacesAddress]
    """The postal address."""
    vat_id: NotRequired[str]
    """The VAT number."""
    tax_id: NotRequired[str]
    """The tax number."""
    registration_id: NotRequired[str]
    """The number in the commercial register."""
    endpoint: NotRequired[BillingPartiesSetOutputReplacesEndpoint]
    """The electronic address for e-invoices: scheme and id."""
    contact: NotRequired[str]
    """A person to contact."""
    email: NotRequired[str]
    """The e-mail address."""
    phone: NotRequired[str]
    """The telephone number."""
    taxes: NotRequired[list[BillingPartiesSetOutputReplacesTaxesItem]]
    """Taxes that are added."""
    payment_days: NotRequired[int]
    """Days until a statement is due."""
    purchase_order: NotRequired[str]
    """The customer's order number."""
    reference: NotRequired[str]
    """The customer's own reference."""
    language: NotRequired[Literal["en", "de", "fr"]]
    """The language of the document: en, de or fr."""


class BillingPartiesSetOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    party: BillingPartiesSetOutputParty
    """What documents say of the customer."""
    replaces: BillingPartiesSetOutputReplaces
    """What it replaces; null for the first one."""


class BillingAccountsEndOutput(TypedDict):
    organization_id: str
    """Id of the organization (UUID)."""
    last_period: str | None
    """The last month that is billed, as YYYY-MM; null: no end is set."""
    replaces: str | None
    """What it replaces; null for the first one."""


class BillingExportsGetOutputFilesItem(TypedDict):
    name: str
    """Its name."""
    rows: int
    """How many rows."""
    bytes: int
    """Length in bytes."""
    sha256: str
    """SHA-256 in hexadecimal."""


class BillingExportsGetOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    organization_id: str | None
    """Id of the organization (UUID)."""
    period: str
    """The month as YYYY-MM, in UTC."""
    layout: str
    """The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal."""
    format: str
    """csv, ndjson or parquet; of a document html, pdf or ubl."""
    excel: bool
    """Whether CSV begins with a byte order mark, as Excel expects."""
    focus_version: str | None
    """The version of FOCUS; null in other layouts."""
    escape_formulas: bool
    """Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."""
    charge_period: Literal["month", "day"]
    """How finely rows are cut: `month` or `day`."""
    final: bool
    """Whether the month is closed: the file will not change any more."""
    as_of: str | None
    """The time whose usage a provisional export shows (RFC 3339); null when it is final."""
    status: Literal["queued", "running", "completed", "failed"]
    """What it is at; of a problem, the status of HTTP."""
    rows_total: int | None
    """Rows that are to be written; null while it is not known."""
    rows_done: int
    """Rows that are written."""
    failure: str | None
    """Why it failed; null when it did not."""
    created_at: str
    """When it was made (RFC 3339)."""
    completed_at: str | None
    """When it was completed (RFC 3339); null until then."""
    files: list[BillingExportsGetOutputFilesItem]
    """The files of the export, with their length and SHA-256."""


class BillingExportsListOutput(TypedDict):
    exports: list[BillingExport]
    """Exports, newest first."""


class EventSubscriptionsGetOutput(TypedDict):
    id: str
    """Its id (UUID)."""
    event_type: str
    """The type of the event, such as share_link.opened_first."""
    endpoint_url: str
    """The HTTPS address that events are sent to."""
    filter_config: dict[str, Any]
    """Which events are sent: links, items or projects they concern; null: all."""
    header_names: list[str]
    """Names of the headers that are sent along; their values are kept sealed."""
    description: str | None
    """A longer text for people."""
    active: bool
    """Whether events are sent."""
    disabled_reason: str | None
    """Why events are no longer sent."""
    failing_since: str | None
    """Since when every attempt has failed (RFC 3339); null when the last one succeeded."""
    failures: int
    """Failed attempts since the last success."""
    former_secret_until: str | None
    """Until when signatures by the former secret are sent as well (RFC 3339)."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class EventSubscriptionsListOutputSubscriptionsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    event_type: str
    """The type of the event, such as share_link.opened_first."""
    endpoint_url: str
    """The HTTPS address that events are sent to."""
    filter_config: dict[str, Any]
    """Which events are sent: links, items or projects they concern; null: all."""
    header_names: list[str]
    """Names of the headers that are sent along; their values are kept sealed."""
    description: str | None
    """A longer text for people."""
    active: bool
    """Whether events are sent now; on input, only subscriptions that are."""
    disabled_reason: str | None
    """Why events are no longer sent."""
    failing_since: str | None
    """Since when every attempt has failed (RFC 3339); null when the last one succeeded."""
    failures: int
    """Failed attempts since the last success."""
    former_secret_until: str | None
    """Until when signatures by the former secret are sent as well (RFC 3339)."""
    created_at: str
    """When it was made (RFC 3339)."""
    updated_at: str
    """When it was last changed (RFC 3339)."""


class EventSubscriptionsListOutput(TypedDict):
    subscriptions: list[EventSubscriptionsListOutputSubscriptionsItem]
    """Subscriptions, with their health."""


class EventSubscriptionsDeliveriesListOutputDeliveriesItem(TypedDict):
    id: str
    """Its id (UUID)."""
    event_id: str
    """Id of the event (UUID)."""
    event_type: str
    """The type of the event, such as share_link.opened_first."""
    status: Literal["pending", "delivered", "failed"]
    """What it is at; of a problem, the status of HTTP."""
    attempts: int
    """How often it has been tried."""
    next_attempt_at: str | None
    """When it is tried again (RFC 3339); null when it is not."""
    last_attempt_at: str | None
    """When it was last tried (RFC 3339)."""
    http_status: int | None
    """The status that the endpoint answered; null where it answered none."""
    response_excerpt: str | None
    """The first 500 characters of the answer."""
    error: str | None
    """What went wrong at the last attempt; null when nothing did."""
    created_at: str
    """When it was made (RFC 3339)."""
    ended_at: str | None
    """When it ended, however it did (RFC 3339); null until then."""


class EventSubscriptionsDeliveriesListOutput(TypedDict):
    deliveries: list[EventSubscriptionsDeliveriesListOutputDeliveriesItem]
    """Deliveries, newest first."""
    total: int
    """How many there are in all."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class EventsListOutputEventsItem(TypedDict):
    id: str
    """Its id (UUID)."""
    sequence: int
    """The number of the event in its order."""
    type: str
    """Its type; of a problem, an address that names it."""
    occurred_at: str
    """When it happened (RFC 3339)."""
    organization_id: str
    """Id of the organization (UUID)."""
    data: dict[str, Any]
    """What happened, by the type of the event."""


class EventsListOutput(TypedDict):
    events: list[EventsListOutputEventsItem]
    """Events, in the order in which they happened."""


class BillingDeliveriesListOutput(TypedDict):
    deliveries: list[BillingDelivery]
    """Deliveries, newest first."""


class BillingDeliveriesDeleteOutput(TypedDict):
    deleted: bool
    """True: it has been deleted."""


class BillingDeliveriesTestOutput(TypedDict):
    status: Literal["pending", "delivered", "failed"]
    """What it is at; of a problem, the status of HTTP."""
    error: str | None
    """As the bucket's server says it."""
    run_id: str
    """Id of the run (UUID)."""


class BillingDeliveriesRunsListOutput(TypedDict):
    runs: list[BillingDeliveryRun]
    """Runs, newest first."""
    total: int
    """The total in the currency beside it, as a decimal text; of a list, how many there are."""
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BudgetsListOutput(TypedDict):
    budgets: list[Budget]
    """Budgets, with what has been used of them."""


class TilesWarmListOutput(TypedDict):
    warm_ups: list[WarmUp]
    """Warm-ups, newest first."""
