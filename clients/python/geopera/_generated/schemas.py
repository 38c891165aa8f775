# Generated from docs/openapi.json by `npm run clients`; changes here are lost.
"""Inputs and outputs of operations."""

from typing import Any, Literal, NotRequired, TypedDict

__all__ = [
    "Problem",
    "InputFaultsDetailItem",
    "InputFaults",
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
    "ProjectCreate",
    "ProjectResponse",
    "ProjectUpdate",
    "ProjectsListInput",
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
    "ItemUpdateInput",
    "ItemDeleteInput",
    "ItemDeleteOutput",
    "ItemAssetsInput",
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
    "ProfileCreateInput",
    "ProfileResponse",
    "ProfileUpdateInput",
    "ProfileRef",
    "OkOutput",
    "ProfileGetInput",
    "ProfilesListInput",
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
    "UploadProgressInput",
    "UploadFailInput",
    "UsageCurrentInput",
    "UsageHistoryInput",
    "UsageQueryInput",
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
    "ShareTilejsonOutputBeingPrepared",
    "ShareTilejsonOutput",
    "ApiKeysListOutputApiKeysItem",
    "ApiKeysListOutput",
    "CollectionsListOutput",
    "ItemsListOutput",
    "ItemsListAssetsOutputAssetsItem",
    "ItemsListAssetsOutput",
    "ItemsAssetDownloadOutput",
    "ItemsGetStacOutput",
    "ItemsTileTilejsonOutput",
    "ItemsTileStatisticsOutputHistogram",
    "ItemsTileStatisticsOutput",
    "VisualizationProfilesListOutput",
    "UploadsCompleteInput",
    "UploadsCompleteOutputIngest",
    "UploadsCompleteOutputAssetsItem",
    "UploadsCompleteOutput",
    "UsageCurrentOutput",
    "UsageHistoryOutputMonthsItem",
    "UsageHistoryOutput",
    "UsageQueryOutputTotalsItem",
    "UsageQueryOutputRowsItem",
    "UsageQueryOutput",
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


class Problem(TypedDict):
    type: str
    title: str
    status: int
    detail: str
    request_id: str
    reason: NotRequired[str]


class InputFaultsDetailItem(TypedDict):
    loc: list[str | int]
    msg: str
    type: str


class InputFaults(TypedDict):
    detail: list[InputFaultsDetailItem]


class ProfileConfigRgbSigmoidal(TypedDict):
    contrast: float
    middle: NotRequired[float]
    """Default: 0.5."""


class ProfileConfigRgb(TypedDict):
    bands: NotRequired[list[int | str]]
    rescale: NotRequired[Literal["auto"] | list[Any] | list[Literal["auto"] | list[Any]]]
    gamma: NotRequired[float]
    sigmoidal: NotRequired[ProfileConfigRgbSigmoidal]
    saturation: NotRequired[float]
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    nodata: NotRequired[float | Literal["nan"]]
    background: NotRequired[str]
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigSinglebandColormap(TypedDict):
    stops: list[list[Any]]


class ProfileConfigSinglebandColormap_(TypedDict):
    intervals: list[list[Any]]


class ProfileConfigSinglebandColormap__(TypedDict):
    classes: dict[str, str]


class ProfileConfigSinglebandAlgorithm(TypedDict):
    name: Literal["hillshade"]
    azimuth: NotRequired[float]
    """Default: 315."""
    altitude: NotRequired[float]
    """Default: 45."""
    z_factor: NotRequired[float]
    """Default: 1."""


class ProfileConfigSinglebandAlgorithm_(TypedDict):
    name: Literal["relief"]
    azimuth: NotRequired[float]
    """Default: 315."""
    altitude: NotRequired[float]
    """Default: 45."""
    z_factor: NotRequired[float]
    """Default: 1."""


class ProfileConfigSinglebandAlgorithm__(TypedDict):
    name: Literal["slope"]


class ProfileConfigSinglebandAlgorithm___(TypedDict):
    name: Literal["contours"]
    interval: float
    color: NotRequired[str]
    """Default: "#5b4636"."""


class ProfileConfigSinglebandAlgorithm____(TypedDict):
    name: Literal["terrarium"]


class ProfileConfigSinglebandAlgorithm_____(TypedDict):
    name: Literal["terrain-rgb"]


class ProfileConfigSinglebandSigmoidal(TypedDict):
    contrast: float
    middle: NotRequired[float]
    """Default: 0.5."""


class ProfileConfigSingleband(TypedDict):
    band: NotRequired[int | str]
    """Default: 1."""
    rescale: NotRequired[Literal["auto"] | list[Any]]
    colormap: NotRequired[str | ProfileConfigSinglebandColormap | ProfileConfigSinglebandColormap_ | ProfileConfigSinglebandColormap__]
    algorithm: NotRequired[ProfileConfigSinglebandAlgorithm | ProfileConfigSinglebandAlgorithm_ | ProfileConfigSinglebandAlgorithm__ | ProfileConfigSinglebandAlgorithm___ | ProfileConfigSinglebandAlgorithm____ | ProfileConfigSinglebandAlgorithm_____]
    gamma: NotRequired[float]
    sigmoidal: NotRequired[ProfileConfigSinglebandSigmoidal]
    saturation: NotRequired[float]
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    nodata: NotRequired[float | Literal["nan"]]
    background: NotRequired[str]
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigMultibandSigmoidal(TypedDict):
    contrast: float
    middle: NotRequired[float]
    """Default: 0.5."""


class ProfileConfigMultiband(TypedDict):
    expressions: list[str]
    rescale: NotRequired[Literal["auto"] | list[Any] | list[Literal["auto"] | list[Any]]]
    gamma: NotRequired[float]
    sigmoidal: NotRequired[ProfileConfigMultibandSigmoidal]
    saturation: NotRequired[float]
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    nodata: NotRequired[float | Literal["nan"]]
    background: NotRequired[str]
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ProfileConfigExpressionColormap(TypedDict):
    stops: list[list[Any]]


class ProfileConfigExpressionColormap_(TypedDict):
    intervals: list[list[Any]]


class ProfileConfigExpressionColormap__(TypedDict):
    classes: dict[str, str]


class ProfileConfigExpressionSigmoidal(TypedDict):
    contrast: float
    middle: NotRequired[float]
    """Default: 0.5."""


class ProfileConfigExpression(TypedDict):
    expression: str
    rescale: NotRequired[Literal["auto"] | list[Any]]
    colormap: NotRequired[str | ProfileConfigExpressionColormap | ProfileConfigExpressionColormap_ | ProfileConfigExpressionColormap__]
    gamma: NotRequired[float]
    sigmoidal: NotRequired[ProfileConfigExpressionSigmoidal]
    saturation: NotRequired[float]
    resampling: NotRequired[Literal["nearest", "bilinear", "cubic", "mode"]]
    nodata: NotRequired[float | Literal["nan"]]
    background: NotRequired[str]
    unscale: NotRequired[bool]
    """Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values."""


class ShareLinkCreate(TypedDict):
    target_type: Literal["item", "collection"]
    target_id: str
    permission: NotRequired[Literal["view", "download"]]
    """Default: "view"."""
    password: str
    expires_at: str
    """May be left out where the organization has a rule for the lifetime of links."""
    label: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    max_views: NotRequired[int | None]
    max_tiles: NotRequired[int | None]
    spend_limit: NotRequired[int | None]
    allowed_origins: NotRequired[list[str]]
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
    target_type: str
    target_id: str
    permission: str
    organization_id: str
    project_id: str
    expires_at: str
    revoked_at: NotRequired[str | None]
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    label: str | None
    tags: dict[str, str]
    allowed_origins: list[str]
    allow_values: bool
    profiles: Literal["all"] | list[str]
    properties: Literal["all"] | list[str]
    min_zoom: int | None
    max_zoom: int | None
    bounds: list[float] | None
    introduction: Literal["none", "sender", "label"]
    address_life: Literal["hour", "day", "link"]
    preview_card: Literal["none", "name", "picture"]
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    max_tiles: int | None
    spend_limit: int | None
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    paused_at: str | None
    status: Literal["live", "revoked", "expired", "paused"]
    token: str
    page_url: str
    """The address of the page to send, which asks for the password."""


class ShareLinkPauseInput(TypedDict):
    link_id: str


class ShareLinkResponse(TypedDict):
    id: str
    target_type: str
    target_id: str
    permission: str
    organization_id: str
    project_id: str
    expires_at: str
    revoked_at: NotRequired[str | None]
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    label: str | None
    tags: dict[str, str]
    allowed_origins: list[str]
    allow_values: bool
    profiles: Literal["all"] | list[str]
    properties: Literal["all"] | list[str]
    min_zoom: int | None
    max_zoom: int | None
    bounds: list[float] | None
    introduction: Literal["none", "sender", "label"]
    address_life: Literal["hour", "day", "link"]
    preview_card: Literal["none", "name", "picture"]
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    max_tiles: int | None
    spend_limit: int | None
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    paused_at: str | None
    status: Literal["live", "revoked", "expired", "paused"]


class ShareLinkResumeInput(TypedDict):
    link_id: str


class ShareLinkRevokeInput(TypedDict):
    link_id: str


class ShareLinkRevokeOutput(TypedDict):
    ok: bool
    id: str


class ShareLinkValidateInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""


class ShareLinkValidateOutputBeingPrepared(TypedDict):
    percent: int
    step: str
    seconds_left: int | None
    files: int


class ShareLinkValidateOutputAssetsItem(TypedDict):
    item_id: str
    key: str
    media_type: str
    bytes: int
    url: str
    expires_at: str


class ShareLinkValidateOutput(TypedDict):
    permission: str
    gives_values: bool
    """Whether tiles as npy and tif are given, besides pictures."""
    target_type: str
    target: dict[str, Any]
    expires_at: str
    addresses_end_with_link: bool
    """Whether addresses for map software live as long as the link; its owner chooses."""
    tilejson_url: str | None
    being_prepared: NotRequired[ShareLinkValidateOutputBeingPrepared]
    assets: NotRequired[list[ShareLinkValidateOutputAssetsItem]]


class ShareItemsListInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ShareItemsListOutputAssetsItem(TypedDict):
    item_id: str
    key: str
    media_type: str
    bytes: int
    url: str
    expires_at: str


class ShareItemsListOutput(TypedDict):
    items: list[dict[str, Any]]
    assets: NotRequired[list[ShareItemsListOutputAssetsItem]]
    total: int
    limit: int
    offset: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ShareLinkIntroduceInput(TypedDict):
    token: str


class ShareLinkIntroduction(TypedDict):
    organization: str | None
    """The organization that shares; null for a link that does not say so, or is not known."""
    label: str | None
    expires_at: str | None


class ShareTileInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    z: int
    x: int
    y: int
    format: NotRequired[str]
    """Default: "png"."""
    profile: NotRequired[str | None]


class ShareTilejsonInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    profile: NotRequired[str | None]
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    renews: NotRequired[str | None]
    """An address of a tile or document that this link gave before, also one that has ended: then this is no further view."""


class ShareLegendInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    profile: NotRequired[str | None]


class LegendStopsItem(TypedDict):
    value: float
    to: NotRequired[float]
    color: str
    label: NotRequired[str]
    """The name of a class, where the file has one."""


class LegendBandsItem(TypedDict):
    channel: Literal["red", "green", "blue"]
    name: str
    low: float
    high: float


class Legend(TypedDict):
    kind: Literal["ramp", "classes", "rgb", "none"]
    """ramp: colours between the stops are mixed. classes: one colour for a value or a range. rgb: three bands in colour. none: the colours have no key."""
    title: str
    unit: str | None
    stops: list[LegendStopsItem]
    """Of a ramp or of classes, by value; colours are #rrggbb or #rrggbbaa."""
    bands: list[LegendBandsItem]
    varies: bool
    svg: str
    """The legend as a picture, 260 pixels wide."""
    png: str
    """The same as PNG, in base64."""


class SharePointInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    lon: float
    lat: float
    items: NotRequired[list[str] | None]
    """Only these items of a collection."""
    hidden_items: NotRequired[list[str] | None]
    """All items of a collection but these."""
    datetime: NotRequired[str | None]
    """Only items of a collection of this instant or interval, as in STAC: start/end."""
    profile: NotRequired[str | None]


class PointValuesValuesItem(TypedDict):
    name: str
    value: float | None
    unit: str | None
    scale: float
    offset: float


class PointValues(TypedDict):
    lon: float
    lat: float
    has_data: bool
    values: list[PointValuesValuesItem]


class SharePreviewInput(TypedDict):
    token: str
    password: NotRequired[str]
    """Default: ""."""
    width: NotRequired[int]
    """Default: 512."""
    height: NotRequired[int]
    """Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """Default: "webp"."""
    profile: NotRequired[str | None]


class ShareLinkGetInput(TypedDict):
    link_id: str


class ShareLinkGetOutput(TypedDict):
    id: str
    target_type: str
    target_id: str
    permission: str
    organization_id: str
    project_id: str
    expires_at: str
    revoked_at: NotRequired[str | None]
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    label: str | None
    tags: dict[str, str]
    allowed_origins: list[str]
    allow_values: bool
    profiles: Literal["all"] | list[str]
    properties: Literal["all"] | list[str]
    min_zoom: int | None
    max_zoom: int | None
    bounds: list[float] | None
    introduction: Literal["none", "sender", "label"]
    address_life: Literal["hour", "day", "link"]
    preview_card: Literal["none", "name", "picture"]
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    max_tiles: int | None
    spend_limit: int | None
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    paused_at: str | None
    status: Literal["live", "revoked", "expired", "paused"]
    target_name: str | None
    """Null when the target is deleted for good."""


class ShareLinkListInput(TypedDict):
    project_id: NotRequired[str | None]
    target_id: NotRequired[str | None]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ShareLinkListOutput(TypedDict):
    links: list[ShareLinkGetOutput]
    total: int
    limit: int
    offset: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ShareLinkUpdateInput(TypedDict):
    link_id: str
    expires_at: NotRequired[str]
    password: NotRequired[str]
    label: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    max_views: NotRequired[int | None]
    max_tiles: NotRequired[int | None]
    spend_limit: NotRequired[int | None]
    allowed_origins: NotRequired[list[str]]
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


class ShareLinkRotateOutput(TypedDict):
    id: str
    target_type: str
    target_id: str
    permission: str
    organization_id: str
    project_id: str
    expires_at: str
    revoked_at: NotRequired[str | None]
    access_count: int
    """Calls of share.link.validate that opened the link, over its whole life."""
    last_accessed_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    label: str | None
    tags: dict[str, str]
    allowed_origins: list[str]
    allow_values: bool
    profiles: Literal["all"] | list[str]
    properties: Literal["all"] | list[str]
    min_zoom: int | None
    max_zoom: int | None
    bounds: list[float] | None
    introduction: Literal["none", "sender", "label"]
    address_life: Literal["hour", "day", "link"]
    preview_card: Literal["none", "name", "picture"]
    predates_choices: bool
    """Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen."""
    max_views: int | None
    max_tiles: int | None
    spend_limit: int | None
    views_used: int | None
    """Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit."""
    tiles_used: int | None
    """Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit."""
    spend_used: int | None
    """What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one."""
    spend_currency: str | None
    limits_reached: list[Literal["max_views", "max_tiles", "spend_limit"]]
    paused_at: str | None
    status: Literal["live", "revoked", "expired", "paused"]
    token: str


class ShareLinkUsageInput(TypedDict):
    link_id: str
    days: NotRequired[int]
    """Default: 30."""


class ShareLinkUsageOutputDaysItem(TypedDict):
    date: str
    views: int
    """Calls of share.link.validate that opened the link."""
    tiles: int
    bytes: int
    unique_clients: int


class ShareLinkUsageOutput(TypedDict):
    link_id: str
    days: list[ShareLinkUsageOutputDaysItem]


class ApiKeyCreateInput(TypedDict):
    name: str
    permissions: NotRequired[list[str]]
    rate_limit: NotRequired[int | None]
    expires_in_days: NotRequired[int | None]


class ApiKeyCreateOutput(TypedDict):
    id: str
    prefix: str
    name: str
    permissions: list[str]
    rate_limit: NotRequired[int | None]
    expires_at: NotRequired[str | None]
    revoked_at: NotRequired[str | None]
    last_used_at: NotRequired[str | None]
    created_at: str
    parent_id: NotRequired[str | None]
    user_id: NotRequired[str | None]
    key: NotRequired[str | None]


class ApiKeyListInput(TypedDict):
    offset: NotRequired[int]
    """Default: 0."""


class ApiKeyRevokeInput(TypedDict):
    key_id: str


class ApiKeyRevokeOutput(TypedDict):
    ok: bool
    id: str


class OrganizationRulesGetInput(TypedDict):
    """No fields."""


class OrganizationRules(TypedDict):
    organization_id: str
    link_lifetime_max_days: int | None
    link_lifetime_default_days: int | None
    link_password_min_length: int | None
    link_allowed_origins: list[str]


class OrganizationTagsGetInput(TypedDict):
    """No fields."""


class OrganizationTags(TypedDict):
    organization_id: str
    tags: dict[str, str]


class OrganizationTagsUpdateInput(TypedDict):
    organization_id: str
    tags: dict[str, str]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""


class OrganizationRulesUpdateInput(TypedDict):
    organization_id: str
    link_lifetime_max_days: NotRequired[int | None]
    """A link ends within so many days from when it is made or changed."""
    link_lifetime_default_days: NotRequired[int | None]
    """The lifetime of links that are created without expires_at."""
    link_password_min_length: NotRequired[int | None]
    """The fewest characters of a link's password. The service asks for 8."""
    link_allowed_origins: NotRequired[list[str]]
    """The only origins that links may allow; links created without a list get this one."""


class ProjectCreate(TypedDict):
    name: str
    description: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    gcs_region: NotRequired[Literal["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"]]
    """Default: "australia-southeast1"."""


class ProjectResponse(TypedDict):
    id: str
    organization_id: str
    name: str
    description: NotRequired[str | None]
    gcs_region: NotRequired[Literal["australia-southeast1", "asia-southeast1", "us-west1", "europe-west1"] | None]
    gcs_bucket_name: NotRequired[str | None]
    is_archived: bool
    tags: NotRequired[dict[str, str]]
    created_at: str
    updated_at: str


class ProjectUpdate(TypedDict):
    project_id: str
    name: NotRequired[str]
    description: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""


class ProjectsListInput(TypedDict):
    name: NotRequired[str | None]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ProjectsListOutput(TypedDict):
    projects: list[ProjectResponse]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ListMembersInput(TypedDict):
    project_id: str
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ListMembersOutputMembersItem(TypedDict):
    project_id: str
    user_id: str
    role: Literal["viewer", "editor", "admin"]
    created_at: str
    updated_at: str
    name: str
    email: str


class ListMembersOutput(TypedDict):
    members: list[ListMembersOutputMembersItem]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class AddMemberInput(TypedDict):
    project_id: str
    user_id: str
    role: NotRequired[str]
    """Default: "editor"."""


class MemberOutput(TypedDict):
    project_id: str
    user_id: str
    role: Literal["viewer", "editor", "admin"]
    created_at: str
    updated_at: str


class UpdateMemberInput(TypedDict):
    project_id: str
    user_id: str
    role: str


class RemoveMemberInput(TypedDict):
    project_id: str
    user_id: str


class RemoveMemberOutput(TypedDict):
    ok: bool


class CollectionCreateInput(TypedDict):
    name: str
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    color: NotRequired[str | None]
    show_on_map: NotRequired[bool]
    """Default: True."""
    layer_order: NotRequired[int]
    """Default: 0."""
    mosaic_rule: NotRequired[Literal["first", "last", "highest", "lowest"]]
    """Default: "last"."""
    mosaic_property: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    project_id: str


class CollectionResponse(TypedDict):
    id: str
    project_id: str
    name: str
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    color: NotRequired[str | None]
    show_on_map: bool
    layer_order: int
    mosaic_rule: Literal["first", "last", "highest", "lowest"]
    mosaic_property: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    auto_created: bool
    source_type: NotRequired[str | None]
    source_id: NotRequired[str | None]
    item_count: int
    items_omitted: NotRequired[int]
    """Items beyond the 1,000 that a mosaic shows, the topmost."""
    deleted_at: NotRequired[str | None]
    created_at: str
    updated_at: str


class CollectionsGetInput(TypedDict):
    project_id: str
    collection_id: str


class CollectionsListInput(TypedDict):
    project_id: str
    offset: NotRequired[int]
    """Default: 0."""


class CollectionUpdateInput(TypedDict):
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    color: NotRequired[str | None]
    show_on_map: NotRequired[bool | None]
    layer_order: NotRequired[int | None]
    mosaic_rule: NotRequired[Literal["first", "last", "highest", "lowest"] | None]
    mosaic_property: NotRequired[str | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    project_id: str
    collection_id: str


class CollectionThumbnailInput(TypedDict):
    collection_id: str
    width: NotRequired[int]
    """Default: 512."""
    height: NotRequired[int]
    """Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """Default: "webp"."""
    profile: NotRequired[str | None]


class CollectionDeleteInput(TypedDict):
    project_id: str
    collection_id: str


class CollectionDeleteOutput(TypedDict):
    ok: bool
    id: str


class ItemCreateInputAssetsValue(TypedDict):
    href: str
    sidecars: NotRequired[list[str]]


class ItemCreateInput(TypedDict):
    collection_id: NotRequired[str | None]
    stac_id: NotRequired[str | None]
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    geometry: NotRequired[dict[str, Any] | None]
    bbox: NotRequired[list[float] | None]
    datetime: NotRequired[str | None]
    start_datetime: NotRequired[str | None]
    end_datetime: NotRequired[str | None]
    cloud_cover: NotRequired[float | None]
    gsd: NotRequired[float | None]
    name: str
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    properties: NotRequired[dict[str, Any]]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    stac_extensions: NotRequired[list[str]]
    order_id: NotRequired[str | None]
    upload_id: NotRequired[str | None]
    job_id: NotRequired[str | None]
    project_id: str
    assets: NotRequired[dict[str, ItemCreateInputAssetsValue]]


class ItemResponseWarningsItem(TypedDict):
    code: str
    asset: str
    text: str
    remedy: str
    detail: NotRequired[str]


class ItemResponse(TypedDict):
    id: str
    project_id: str
    collection_id: NotRequired[str | None]
    stac_id: str
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    geometry: NotRequired[dict[str, Any] | None]
    bbox: NotRequired[list[float] | None]
    datetime: NotRequired[str | None]
    start_datetime: NotRequired[str | None]
    end_datetime: NotRequired[str | None]
    cloud_cover: NotRequired[float | None]
    gsd: NotRequired[float | None]
    name: str
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]
    stac_extensions: NotRequired[list[str]]
    tags: NotRequired[dict[str, str]]
    lifecycle_state: Literal["active", "expiring", "archived", "expired", "deleted"]
    expires_at: NotRequired[str | None]
    archived_at: NotRequired[str | None]
    previous_version_id: NotRequired[str | None]
    duplicated_from_id: NotRequired[str | None]
    order_id: NotRequired[str | None]
    upload_id: NotRequired[str | None]
    job_id: NotRequired[str | None]
    deleted_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    updated_at: str
    warnings: NotRequired[list[ItemResponseWarningsItem]]


class ItemGetInput(TypedDict):
    item_id: str


class ItemGetOutputItemWarningsItem(TypedDict):
    code: str
    asset: str
    text: str
    remedy: str
    detail: NotRequired[str]


class ItemGetOutputItemIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class ItemGetOutputItem(TypedDict):
    id: str
    project_id: str
    collection_id: NotRequired[str | None]
    stac_id: str
    type: Literal["satellite_capture", "derived_raster", "derived_vector", "clip", "user_raster", "user_vector", "external_reference"]
    geometry: NotRequired[dict[str, Any] | None]
    bbox: NotRequired[list[float] | None]
    datetime: NotRequired[str | None]
    start_datetime: NotRequired[str | None]
    end_datetime: NotRequired[str | None]
    cloud_cover: NotRequired[float | None]
    gsd: NotRequired[float | None]
    name: str
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    properties: NotRequired[dict[str, Any]]
    stac_extensions: NotRequired[list[str]]
    tags: NotRequired[dict[str, str]]
    lifecycle_state: Literal["active", "expiring", "archived", "expired", "deleted"]
    expires_at: NotRequired[str | None]
    archived_at: NotRequired[str | None]
    previous_version_id: NotRequired[str | None]
    duplicated_from_id: NotRequired[str | None]
    order_id: NotRequired[str | None]
    upload_id: NotRequired[str | None]
    job_id: NotRequired[str | None]
    deleted_at: NotRequired[str | None]
    created_by: NotRequired[str | None]
    created_at: str
    updated_at: str
    warnings: NotRequired[list[ItemGetOutputItemWarningsItem]]
    ingest: NotRequired[ItemGetOutputItemIngest | None]


class ItemGetOutput(TypedDict):
    item: ItemGetOutputItem


class ItemsListInput(TypedDict):
    project_id: str
    collection_id: NotRequired[str | None]
    uncollected: NotRequired[bool]
    """Default: False."""
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ItemsByCollectionInput(TypedDict):
    collection_id: str
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ItemUpdateInput(TypedDict):
    collection_id: NotRequired[str | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]
    attribution: NotRequired[str | None]
    """Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."""
    geometry: NotRequired[dict[str, Any] | None]
    bbox: NotRequired[list[float] | None]
    datetime: NotRequired[str | None]
    cloud_cover: NotRequired[float | None]
    gsd: NotRequired[float | None]
    properties: NotRequired[dict[str, Any] | None]
    tags: NotRequired[dict[str, str]]
    """Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."""
    lifecycle_state: NotRequired[Literal["active", "expiring", "archived", "expired", "deleted"] | None]
    item_id: str


class ItemDeleteInput(TypedDict):
    item_id: str


class ItemDeleteOutput(TypedDict):
    ok: bool
    id: str


class ItemAssetsInput(TypedDict):
    item_id: str
    offset: NotRequired[int]
    """Default: 0."""


class ItemIngestCancelInput(TypedDict):
    item_id: str


class ItemIngestCancelOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class ItemIngestCancelOutput(TypedDict):
    item_id: str
    ingest: ItemIngestCancelOutputIngest | None


class ItemIngestRetryInput(TypedDict):
    item_id: str


class ItemIngestRetryOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class ItemIngestRetryOutput(TypedDict):
    item_id: str
    ingest: ItemIngestRetryOutputIngest | None


class AssetDownloadInput(TypedDict):
    item_id: str
    asset_id: str


class ItemStacInput(TypedDict):
    item_id: str
    base_url: NotRequired[str | None]


class ItemTileRenderInput(TypedDict):
    item_id: str
    z: int
    x: int
    y: int
    format: NotRequired[str]
    """Default: "webp"."""
    profile: NotRequired[str | None]
    asset_key: NotRequired[str | None]
    expression: NotRequired[str | None]
    bands: NotRequired[str | None]
    rescale: NotRequired[str | None]
    colormap: NotRequired[str | None]
    quality: NotRequired[int]
    """Default: 82."""


class ItemTilejsonInput(TypedDict):
    item_id: str
    profile: NotRequired[str | None]
    asset_key: NotRequired[str | None]
    grant_seconds: NotRequired[int | None]
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""


class ItemStatisticsInput(TypedDict):
    item_id: str
    expression: str
    asset_key: NotRequired[str | None]
    profile: NotRequired[str | None]
    bins: NotRequired[int | None]
    """How many bins the histogram has; there is none unless this is given."""
    range: NotRequired[list[Any] | None]
    """What the bins cover: [low, high], or the smallest to the largest value."""


class ItemLegendInput(TypedDict):
    item_id: str
    profile: NotRequired[str | None]
    asset_key: NotRequired[str | None]


class ItemPointInput(TypedDict):
    item_id: str
    lon: float
    lat: float
    profile: NotRequired[str | None]
    asset_key: NotRequired[str | None]
    expression: NotRequired[str | None]
    bands: NotRequired[str | None]


class ItemThumbnailInput(TypedDict):
    item_id: str
    asset_key: NotRequired[str | None]
    width: NotRequired[int]
    """Default: 512."""
    height: NotRequired[int]
    """Default: 512."""
    format: NotRequired[Literal["webp", "png", "jpg", "jpeg"]]
    """Default: "webp"."""
    profile: NotRequired[str | None]
    expression: NotRequired[str | None]
    bands: NotRequired[str | None]
    rescale: NotRequired[str | None]
    colormap: NotRequired[str | None]


class ItemWmtsCapabilitiesInput(TypedDict):
    item_id: str
    base_url: str
    key: NotRequired[str]
    """Default: ""."""
    profile: NotRequired[str | None]


class ProfileCreateInput(TypedDict):
    name: str
    layer: NotRequired[Literal["sensor", "auto", "user"]]
    """Default: "user"."""
    type: Literal["rgb", "singleband", "multiband", "expression"]
    is_default: NotRequired[bool]
    """Default: False."""
    sort_order: NotRequired[int]
    """Default: 0."""
    config: dict[str, Any]
    asset_key: NotRequired[str | None]
    item_id: str


class ProfileResponse(TypedDict):
    id: str
    item_id: str
    name: str
    layer: Literal["sensor", "auto", "user"]
    type: Literal["rgb", "singleband", "multiband", "expression"]
    is_default: bool
    sort_order: int
    config: dict[str, Any]
    asset_key: NotRequired[str | None]
    version: int
    created_by: NotRequired[str | None]
    created_at: str
    updated_at: str


class ProfileUpdateInput(TypedDict):
    name: NotRequired[str | None]
    type: NotRequired[Literal["rgb", "singleband", "multiband", "expression"] | None]
    is_default: NotRequired[bool | None]
    sort_order: NotRequired[int | None]
    config: NotRequired[dict[str, Any] | None]
    asset_key: NotRequired[str | None]
    item_id: str
    profile_id: str


class ProfileRef(TypedDict):
    item_id: str
    profile_id: str


class OkOutput(TypedDict):
    ok: bool
    id: str


class ProfileGetInput(TypedDict):
    item_id: str
    profile_id: str


class ProfilesListInput(TypedDict):
    item_id: str
    offset: NotRequired[int]
    """Default: 0."""


class UploadInitiate(TypedDict):
    project_id: str
    transfer_method: NotRequired[str]
    """Default: "browser"."""
    file_count: NotRequired[int]
    """Default: 1."""
    total_bytes: NotRequired[int]
    """Default: 0."""
    target_collection_id: NotRequired[str | None]
    target_item_id: NotRequired[str | None]
    asset_key: NotRequired[str | None]
    is_categorical: NotRequired[bool]
    """Default: False."""


class UploadOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class UploadOutput(TypedDict):
    id: str
    project_id: str
    status: str
    transfer_method: str
    file_count: int
    total_bytes: int
    bytes_uploaded: int
    target_collection_id: str | None
    target_item_id: str | None
    asset_key: str | None
    is_categorical: bool
    item_id: str | None
    error_message: str | None
    error_step: str | None
    created_by: str | None
    created_at: str
    updated_at: str
    completed_at: str | None
    ingest: NotRequired[UploadOutputIngest | None]


class SignedUrlInput(TypedDict):
    upload_id: str
    file_name: str
    content_type: NotRequired[str]
    """Default: "application/octet-stream"."""


class SignedUrlOutput(TypedDict):
    upload_url: str
    object_path: str
    expires_at: str


class PartUrlsInput(TypedDict):
    upload_id: str
    file_name: str
    total_bytes: int
    limit: NotRequired[int]
    """Default: 20."""


class PartUrlsOutputPartsItem(TypedDict):
    part_number: int
    first_byte: int
    bytes: int
    upload_url: str


class PartUrlsOutput(TypedDict):
    part_bytes: int
    part_count: int
    parts_left: int
    bytes_uploaded: int
    parts: list[PartUrlsOutputPartsItem]
    expires_at: str


class UploadGetInput(TypedDict):
    upload_id: str


class UploadWithFilesIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class UploadWithFilesFilesItem(TypedDict):
    name: str
    total_bytes: int | None
    bytes_uploaded: int
    part_count: int | None
    parts_left: int | None


class UploadWithFiles(TypedDict):
    id: str
    project_id: str
    status: str
    transfer_method: str
    file_count: int
    total_bytes: int
    bytes_uploaded: int
    target_collection_id: str | None
    target_item_id: str | None
    asset_key: str | None
    is_categorical: bool
    item_id: str | None
    error_message: str | None
    error_step: str | None
    created_by: str | None
    created_at: str
    updated_at: str
    completed_at: str | None
    ingest: NotRequired[UploadWithFilesIngest | None]
    files: list[UploadWithFilesFilesItem]


class UploadProgressInput(TypedDict):
    upload_id: str
    status: NotRequired[str | None]
    bytes_uploaded: NotRequired[int | None]


class UploadFailInput(TypedDict):
    upload_id: str
    error_message: str
    error_step: NotRequired[str | None]


class UsageCurrentInput(TypedDict):
    organization_id: str


class UsageHistoryInput(TypedDict):
    organization_id: str
    months: NotRequired[int]
    """Default: 3."""


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


class OrganizationLimitsInput(TypedDict):
    """No fields."""


class OrganizationLimitsOutputLimitsItem(TypedDict):
    name: str
    limit: int
    kind: Literal["rate", "waiting", "amount"]
    used: int | None
    description: str
    remedy: str


class OrganizationLimitsOutput(TypedDict):
    limits: list[OrganizationLimitsOutputLimitsItem]


class AuditListInput(TypedDict):
    operation_id: NotRequired[str | None]
    principal_id: NotRequired[str | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    limit: NotRequired[int]
    """Default: 100."""
    before: NotRequired[str | None]


class AuditListOutputEntriesItem(TypedDict):
    id: str
    occurred_at: str
    principal_type: str
    principal_id: str | None
    operation_id: str
    subject: dict[str, str]
    outcome: int
    client_address: str | None
    request_id: str


class AuditListOutput(TypedDict):
    entries: list[AuditListOutputEntriesItem]
    next_before: str | None


class SecurityLogInput(TypedDict):
    kind: NotRequired[Literal["log_in", "token", "device", "credential", "key_made", "key_revoked", "password_changed", "user_disabled", "user_enabled", "session_ended", "queue_board"] | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    limit: NotRequired[int]
    """Default: 100."""
    before: NotRequired[str | None]


class SecurityLogOutputEventsItem(TypedDict):
    id: str
    occurred_at: str
    kind: str
    outcome: str
    principal_type: str | None
    principal_id: str | None
    subject: dict[str, str]
    client_address: str | None
    count: int


class SecurityLogOutput(TypedDict):
    events: list[SecurityLogOutputEventsItem]
    next_before: str | None


class UsersListInput(TypedDict):
    """No fields."""


class UserOutput(TypedDict):
    id: str
    email: str
    name: str
    is_organization_admin: bool
    disabled_at: str | None


class UsersListOutput(TypedDict):
    users: list[UserOutput]


class UserDisableInput(TypedDict):
    user_id: str


class UserEnableInput(TypedDict):
    user_id: str


class ChangePasswordInput(TypedDict):
    current_password: str
    new_password: str


class ChangePasswordOutput(TypedDict):
    ok: bool
    id: str


class SessionsListInput(TypedDict):
    user_id: NotRequired[str | None]


class SessionsListOutputSessionsItem(TypedDict):
    id: str
    user_id: str
    client_id: str
    scopes: list[str]
    created_at: str
    last_used_at: str


class SessionsListOutput(TypedDict):
    sessions: list[SessionsListOutputSessionsItem]


class SessionRevokeInput(TypedDict):
    session_id: str


class SessionRevokeOutput(TypedDict):
    ok: bool
    id: str


class BillingRatesSetTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class BillingRatesSet(TypedDict):
    organization_id: NotRequired[str]
    plan: NotRequired[str]
    effective_from: str
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    mode: NotRequired[Literal["graduated", "volume"]]
    """Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Default: 0."""
    minimum: NotRequired[str]
    tiers: list[BillingRatesSetTiersItem]
    reason: NotRequired[str]


class SetRateCardTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class SetRateCardReplacesTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class SetRateCardReplaces(TypedDict):
    id: str
    organization_id: str | None
    plan: str | None
    effective_from: str
    currency: str
    mode: str
    free_tiles_per_month: int
    minimum: str
    tiers: list[SetRateCardReplacesTiersItem]
    created_by: str | None
    created_at: str
    superseded_at: str | None
    returns_to_plan: bool
    reason: str | None


class SetRateCard(TypedDict):
    id: str
    organization_id: str | None
    plan: str | None
    effective_from: str
    currency: str
    mode: str
    free_tiles_per_month: int
    minimum: str
    tiers: list[SetRateCardTiersItem]
    created_by: str | None
    created_at: str
    superseded_at: str | None
    returns_to_plan: bool
    reason: str | None
    replaces: SetRateCardReplaces | None


class BillingRatesList(TypedDict):
    organization_id: str
    include_superseded: NotRequired[bool]
    """Default: False."""


class BillingPlansAssign(TypedDict):
    organization_id: str
    plan: str


class BillingStatementsGet(TypedDict):
    organization_id: str
    period: str
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BillingStatementsList(TypedDict):
    organization_id: str
    period: NotRequired[str]
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BillingStatementsDocument(TypedDict):
    statement_id: str
    format: NotRequired[Literal["html", "pdf", "ubl"]]
    """Default: "pdf"."""
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPeriodsPreview(TypedDict):
    period: str
    change_ratio: NotRequired[float]
    """Default: 0.5."""
    findings_only: NotRequired[bool]
    """Default: False."""
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BillingPeriodPreviewStatementsItemFindingsItem(TypedDict):
    kind: Literal["fault", "unpriced", "change", "negative", "document"]
    message: str


class BillingPeriodPreviewStatementsItem(TypedDict):
    organization_id: str
    currency: str | None
    total: str | None
    tiles: int
    last_total: str | None
    findings: list[BillingPeriodPreviewStatementsItemFindingsItem]


class BillingPeriodPreview(TypedDict):
    period: str
    total: int
    findings: int
    statements: list[BillingPeriodPreviewStatementsItem]


class BillingPeriodsClose(TypedDict):
    period: str


class BillingPeriodOpenAccountsItem(TypedDict):
    organization_id: str
    fault: str


class BillingPeriodBooks(TypedDict):
    entry: int
    sha256: str


class BillingPeriod(TypedDict):
    period: str
    status: Literal["sealed", "closed"]
    sealed_at: str
    sealed_by: str | None
    draft_until: str | None
    needs_approval: bool
    approved_at: str | None
    approved_by: str | None
    closed_at: str | None
    closed_by: str | None
    statements: int | None
    open_accounts: list[BillingPeriodOpenAccountsItem]
    books: BillingPeriodBooks | None


class BillingPeriodsList(TypedDict):
    """No fields."""


class BillingPeriodsDraft(TypedDict):
    period: str


class BillingPeriodsApprove(TypedDict):
    period: str


class BillingSettingsGet(TypedDict):
    """No fields."""


class BillingSettingsSellerAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingSettingsSellerEndpoint(TypedDict):
    scheme: str
    id: str


class BillingSettingsSellerTaxesItem(TypedDict):
    effective_from: str
    currency: str | None
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: str
    reason: str | None


class BillingSettingsSeller(TypedDict):
    legal_name: str
    address: NotRequired[BillingSettingsSellerAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingSettingsSellerEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingSettingsSellerTaxesItem]]
    payment_days: NotRequired[int]
    title: NotRequired[Literal["statement", "invoice"]]
    number_prefix: NotRequired[str]
    iban: NotRequired[str]
    bic: NotRequired[str]
    payment_terms: NotRequired[str]
    notes: NotRequired[str]


class BillingSettings(TypedDict):
    draft_days: int
    needs_approval: bool
    journal_accounts: dict[str, str]
    seller: BillingSettingsSeller | None


class BillingSettingsUpdateSellerAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingSettingsUpdateSellerEndpoint(TypedDict):
    scheme: str
    id: str


class BillingSettingsUpdateSellerTaxesItem(TypedDict):
    effective_from: str
    currency: NotRequired[str | None]
    """Default: None."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: NotRequired[str]
    """Default: "0"."""
    reason: NotRequired[str | None]
    """Default: None."""


class BillingSettingsUpdateSeller(TypedDict):
    legal_name: str
    address: NotRequired[BillingSettingsUpdateSellerAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingSettingsUpdateSellerEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingSettingsUpdateSellerTaxesItem]]
    payment_days: NotRequired[int]
    title: NotRequired[Literal["statement", "invoice"]]
    number_prefix: NotRequired[str]
    iban: NotRequired[str]
    bic: NotRequired[str]
    payment_terms: NotRequired[str]
    notes: NotRequired[str]


class BillingSettingsUpdate(TypedDict):
    draft_days: NotRequired[int]
    needs_approval: NotRequired[bool]
    journal_accounts: NotRequired[dict[str, str]]
    seller: NotRequired[BillingSettingsUpdateSeller | None]


class BillingBooksList(TypedDict):
    after: NotRequired[int]
    """Default: 0."""
    limit: NotRequired[int]
    """Default: 100."""


class BillingBooksStatements(TypedDict):
    organization_id: str
    period: str


class BillingCreditsCreate(TypedDict):
    organization_id: str
    belongs_to: str
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    amount: str
    reason: str
    force: NotRequired[bool]
    """Default: False."""


class CreditNote(TypedDict):
    id: str
    organization_id: str
    belongs_to: str
    booked_in: str
    currency: str
    amount: str
    reason: str
    created_at: str
    number: str


class BillingRatesSimulateTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class BillingRatesSimulate(TypedDict):
    organization_id: str
    period: str
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    mode: NotRequired[Literal["graduated", "volume"]]
    """Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Default: 0."""
    minimum: NotRequired[str]
    tiers: list[BillingRatesSimulateTiersItem]


class BillingSimulationLinesItem(TypedDict):
    kind: Literal["correction", "minimum", "rounding"]
    link_id: str | None
    target_id: str | None
    tier: int | None
    quantity: str | None
    unit_price: str | None
    amount: str
    description: str


class BillingSimulation(TypedDict):
    organization_id: str
    period: str
    status: Literal["closed", "open"]
    currency: str
    current_total: str | None
    simulated_total: str | None
    difference: str
    lines: list[BillingSimulationLinesItem]


class BillingRatesEnd(TypedDict):
    organization_id: str
    effective_from: str
    reason: NotRequired[str]


class BillingAdjustmentsCreate(TypedDict):
    organization_id: str
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    amount: str
    reason: str
    belongs_to: NotRequired[str]
    statement_id: NotRequired[str]
    line_number: NotRequired[int]
    force: NotRequired[bool]
    """Default: False."""


class BillingAdjustment(TypedDict):
    id: str
    number: str
    kind: Literal["credit", "debit"]
    organization_id: str
    belongs_to: str
    booked_in: str
    currency: str
    amount: str
    reason: str
    statement_id: str | None
    line_number: int | None
    voids: str | None
    voided_by: str | None
    rate_card_id: str | None
    created_by: str | None
    created_at: str


class BillingAdjustmentsList(TypedDict):
    organization_id: str
    period: NotRequired[str]
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BillingAdjustmentsVoid(TypedDict):
    adjustment_id: str
    reason: str


class BillingAdjustmentsRerateTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class BillingAdjustmentsRerate(TypedDict):
    organization_id: str
    period: str
    currency: Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]
    mode: NotRequired[Literal["graduated", "volume"]]
    """Default: "graduated"."""
    free_tiles_per_month: NotRequired[int]
    """Default: 0."""
    minimum: NotRequired[str]
    tiers: list[BillingAdjustmentsRerateTiersItem]
    reason: str


class BillingAdjustmentsDocument(TypedDict):
    adjustment_id: str
    format: NotRequired[Literal["html", "pdf", "ubl"]]
    """Default: "pdf"."""
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPartiesGet(TypedDict):
    organization_id: str


class BillingPartiesSetPartyAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingPartiesSetPartyEndpoint(TypedDict):
    scheme: str
    id: str


class BillingPartiesSetPartyTaxesItem(TypedDict):
    effective_from: str
    currency: NotRequired[str | None]
    """Default: None."""
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: NotRequired[str]
    """Default: "0"."""
    reason: NotRequired[str | None]
    """Default: None."""


class BillingPartiesSetParty(TypedDict):
    legal_name: str
    address: NotRequired[BillingPartiesSetPartyAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingPartiesSetPartyEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingPartiesSetPartyTaxesItem]]
    payment_days: NotRequired[int]
    purchase_order: NotRequired[str]
    reference: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPartiesSet(TypedDict):
    organization_id: str
    party: BillingPartiesSetParty


class BillingAccountsEnd(TypedDict):
    organization_id: str
    last_period: str | None
    reason: str


class BillingExportsCreate(TypedDict):
    organization_id: str
    period: str
    layout: NotRequired[Literal["statement", "usage", "focus", "focus-billing-period", "focus-invoice-detail", "prices", "journal"]]
    """Default: "statement"."""
    format: NotRequired[Literal["csv", "ndjson", "parquet"]]
    """Default: "csv"."""
    excel: NotRequired[bool]
    """Default: False."""
    focus_version: NotRequired[Literal["1.3", "1.4"]]
    escape_formulas: NotRequired[bool]
    charge_period: NotRequired[Literal["month", "day"]]
    provisional: NotRequired[bool]
    """Export a month that is not closed as it is now. Of a closed month the export is final. Default: False."""


class BillingExport(TypedDict):
    id: str
    organization_id: str | None
    period: str
    layout: str
    format: str
    excel: bool
    focus_version: str | None
    escape_formulas: bool
    charge_period: Literal["month", "day"]
    final: bool
    as_of: str | None
    status: Literal["queued", "running", "completed", "failed"]
    rows_total: int | None
    rows_done: int
    failure: str | None
    created_at: str
    completed_at: str | None


class BillingExportsGet(TypedDict):
    export_id: str


class BillingExportsList(TypedDict):
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BillingExportsDownload(TypedDict):
    export_id: str
    file: NotRequired[str]
    """Default: "manifest.json"."""


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


class SubscriptionOutput(TypedDict):
    id: str
    event_type: str
    endpoint_url: str
    filter_config: dict[str, Any]
    header_names: list[str]
    description: str | None
    active: bool
    disabled_reason: str | None
    failing_since: str | None
    failures: int
    former_secret_until: str | None
    created_at: str
    updated_at: str
    secret: NotRequired[str]
    """Signs deliveries; shown this once."""


class GetSubscriptionInput(TypedDict):
    subscription_id: str


class ListSubscriptionsInput(TypedDict):
    event_type: NotRequired[str | None]
    active: NotRequired[bool | None]


class UpdateSubscriptionInput(TypedDict):
    subscription_id: str
    endpoint_url: NotRequired[str | None]
    filter_config: NotRequired[dict[str, str | list[str]] | None]
    headers: NotRequired[dict[str, str] | None]
    active: NotRequired[bool | None]
    description: NotRequired[str | None]


class DeleteSubscriptionInput(TypedDict):
    subscription_id: str


class DeleteSubscriptionOutput(TypedDict):
    deleted: bool


class RotateSubscriptionSecretInput(TypedDict):
    subscription_id: str
    keep_hours: NotRequired[int]
    """How long the former secret signs as well; 0 ends it at once. Default: 24."""


class TestSubscriptionInput(TypedDict):
    subscription_id: str


class TestSubscriptionOutput(TypedDict):
    status: str
    """delivered, failed, or pending while there was no attempt yet."""
    delivered: bool
    http_status: NotRequired[int | None]
    error: NotRequired[str | None]
    event_id: str
    event_type: str
    delivery_id: str


class ListDeliveriesInput(TypedDict):
    subscription_id: str
    status: NotRequired[Literal["pending", "delivered", "failed"]]
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class ReplayDeliveriesInput(TypedDict):
    subscription_id: str
    delivery_id: NotRequired[str]
    failed_since: NotRequired[str]


class ReplayDeliveriesOutput(TypedDict):
    replayed: int


class ListEventsInput(TypedDict):
    type: NotRequired[Literal["statement.issued", "export.ready", "export.delivered", "export.delivery_failed", "link.opened", "link.limit_reached", "link.expires_soon", "budget.threshold_reached", "subscription.disabled"]]
    after: NotRequired[int]
    """The sequence of the last event that you know. Default: 0."""
    limit: NotRequired[int]
    """Default: 100."""


class BillingDeliveriesCreate(TypedDict):
    organization_id: str
    name: str
    layout: NotRequired[Literal["statement", "usage", "focus", "focus-billing-period", "focus-invoice-detail", "prices", "journal"]]
    """Default: "focus"."""
    format: NotRequired[Literal["csv", "ndjson", "parquet"]]
    """Default: "parquet"."""
    excel: NotRequired[bool]
    """Default: False."""
    focus_version: NotRequired[Literal["1.3", "1.4"]]
    escape_formulas: NotRequired[bool]
    charge_period: NotRequired[Literal["month", "day"]]
    provisional: NotRequired[bool]
    """Brings open months every day; false: months that are closed, once. Default: True."""
    hour: NotRequired[int]
    """Of the day, in UTC. Default: 3."""
    endpoint_url: NotRequired[str]
    """Of a server that speaks S3, without the bucket; absent for Amazon S3."""
    region: NotRequired[str]
    """Default: "us-east-1"."""
    bucket: str
    prefix: NotRequired[str]
    """Default: ""."""
    path_style: NotRequired[bool]
    """Whether the bucket stands in the path; by default for servers other than Amazon's."""
    access_key_id: str
    secret_access_key: str
    """Encrypted, and never answered."""


class BillingDelivery(TypedDict):
    id: str
    name: str
    organization_id: str | None
    layout: str
    format: str
    excel: bool
    focus_version: str | None
    escape_formulas: bool | None
    charge_period: str | None
    provisional: bool
    hour: int
    endpoint_url: str | None
    region: str
    bucket: str
    prefix: str
    path_style: bool
    access_key_id: str
    active: bool
    next_run_at: str
    created_at: str
    updated_at: str


class BillingDeliveriesList(TypedDict):
    """No fields."""


class BillingDeliveriesGet(TypedDict):
    delivery_id: str


class BillingDeliveriesUpdate(TypedDict):
    delivery_id: str
    name: NotRequired[str]
    provisional: NotRequired[bool]
    hour: NotRequired[int]
    """Of the day, in UTC."""
    access_key_id: NotRequired[str]
    secret_access_key: NotRequired[str]
    """Encrypted, and never answered."""
    active: NotRequired[bool]


class BillingDeliveriesDelete(TypedDict):
    delivery_id: str


class BillingDeliveriesRun(TypedDict):
    delivery_id: str
    period: NotRequired[str]


class BillingDeliveryRun(TypedDict):
    id: str
    period: str | None
    """Null for a test of the bucket."""
    export_id: str | None
    final: bool | None
    status: Literal["pending", "delivered", "failed"]
    attempts: int
    next_attempt_at: str | None
    last_attempt_at: str | None
    error: str | None
    """Of the last attempt, as the bucket's server says it."""
    objects: list[str]
    """Below the prefix; the manifest last."""
    bytes: int
    created_at: str
    ended_at: str | None


class BillingDeliveriesTest(TypedDict):
    delivery_id: str


class BillingDeliveriesRunsList(TypedDict):
    delivery_id: str
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class BudgetCreate(TypedDict):
    name: str
    amount: str
    currency: NotRequired[Literal["AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG"]]
    """That of this month's prices if absent."""
    project_id: NotRequired[str]
    """Only usage of what lies in this project."""
    link_id: NotRequired[str]
    """Only usage of this link."""
    thresholds: NotRequired[list[int]]
    """Percents of the amount at which an event is written, each once a month. Default: [50, 80, 100]."""
    forecast: NotRequired[bool]
    """Default: True."""


class Budget(TypedDict):
    id: str
    name: str
    project_id: str | None
    link_id: str | None
    amount: str
    currency: str
    thresholds: list[int]
    forecast: bool
    created_at: str
    period: str
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
    name: NotRequired[str]
    amount: NotRequired[str]
    thresholds: NotRequired[list[int]]
    """Percents of the amount at which an event is written, each once a month."""
    forecast: NotRequired[bool]


class BudgetDelete(TypedDict):
    budget_id: str


class TilesWarmEstimate(TypedDict):
    target_type: Literal["link", "item", "collection"]
    target_id: str
    zoom_min: NotRequired[int]
    """By default the lowest zoom that the TileJSON of the target names."""
    zoom_max: NotRequired[int]
    """By default the highest one. Each level has about four times the tiles of the one before."""
    bounds: NotRequired[list[float] | None]
    """Only tiles that touch this area are drawn; null: all of the target."""
    profile: NotRequired[str | None]
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    quality: NotRequired[int]
    """Default: 82."""


class TilesWarmEstimateOutputLevelsItem(TypedDict):
    zoom: int
    tiles: int


class TilesWarmEstimateOutput(TypedDict):
    target_type: Literal["link", "item", "collection"]
    target_id: str
    profile: str | None
    format: str
    scale: Literal[1, 2]
    quality: int
    zoom_min: int
    zoom_max: int
    bounds: list[float] | None
    tiles: int
    """Beyond the limit, counting ended: there are at least so many."""
    tiles_max: int
    is_within_limit: bool
    zoom_max_within_limit: int | None
    levels: list[TilesWarmEstimateOutputLevelsItem]
    estimated_bytes: int
    estimated_writes: int
    """Objects in S3: one for each block of neighbouring tiles; of a mosaic, one for each tile."""
    estimated_writes_micro_usd: int
    """What writing them to S3 costs at list prices, in millionths of a dollar."""
    estimated_month_micro_usd: int
    """What keeping them there costs a month at list prices, in millionths of a dollar."""


class TilesWarmStart(TypedDict):
    target_type: Literal["link", "item", "collection"]
    target_id: str
    zoom_min: NotRequired[int]
    """By default the lowest zoom that the TileJSON of the target names."""
    zoom_max: NotRequired[int]
    """By default the highest one. Each level has about four times the tiles of the one before."""
    bounds: NotRequired[list[float] | None]
    """Only tiles that touch this area are drawn; null: all of the target."""
    profile: NotRequired[str | None]
    format: NotRequired[Literal["png", "jpg", "jpeg", "webp", "avif", "auto"] | None]
    """The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."""
    scale: NotRequired[Literal[1, 2] | None]
    """1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."""
    quality: NotRequired[int]
    """Default: 82."""


class WarmUp(TypedDict):
    id: str
    project_id: str
    target_type: Literal["link", "item", "collection"]
    target_id: str
    profile: str | None
    format: str
    scale: Literal[1, 2]
    quality: int
    zoom_min: int
    zoom_max: int
    bounds: list[float] | None
    state: Literal["running", "completed", "cancelled", "failed"]
    reason: str | None
    """Why it ended before its time, or what it waits for."""
    tiles: int
    tiles_done: int
    tiles_drawn: int
    """The others were there already, are empty, or failed."""
    tiles_empty: int
    tiles_failed: int
    bytes_drawn: int
    percent: float
    seconds_left: int | None
    """At the pace so far; null before the first tile and after the end."""
    created_at: str
    updated_at: str
    ended_at: str | None


class TilesWarmGet(TypedDict):
    warm_up_id: str


class TilesWarmList(TypedDict):
    project_id: str
    limit: NotRequired[int]
    """Default: 100."""
    offset: NotRequired[int]
    """Default: 0."""


class TilesWarmCancel(TypedDict):
    warm_up_id: str


class TilesWarmResume(TypedDict):
    warm_up_id: str


class ShareTilejsonOutputBeingPrepared(TypedDict):
    percent: int
    step: str
    seconds_left: int | None
    files: int


class ShareTilejsonOutput(TypedDict):
    tilejson: Literal["3.0.0"]
    tiles: list[str]
    bounds: list[float]
    center: list[float]
    minzoom: int
    maxzoom: int
    being_prepared: NotRequired[ShareTilejsonOutputBeingPrepared]


class ApiKeysListOutputApiKeysItem(TypedDict):
    id: str
    prefix: str
    name: str
    permissions: list[str]
    rate_limit: NotRequired[int | None]
    expires_at: NotRequired[str | None]
    revoked_at: NotRequired[str | None]
    last_used_at: NotRequired[str | None]
    created_at: str
    parent_id: NotRequired[str | None]
    user_id: NotRequired[str | None]


class ApiKeysListOutput(TypedDict):
    api_keys: list[ApiKeysListOutputApiKeysItem]
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class CollectionsListOutput(TypedDict):
    collections: list[CollectionResponse]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsListOutput(TypedDict):
    items: list[ItemResponse]
    total: int
    limit: int
    offset: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsListAssetsOutputAssetsItem(TypedDict):
    id: str
    key: str


class ItemsListAssetsOutput(TypedDict):
    assets: list[ItemsListAssetsOutputAssetsItem]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class ItemsAssetDownloadOutput(TypedDict):
    url: str
    expires_at: str
    file_name: str
    media_type: str
    bytes: int


class ItemsGetStacOutput(TypedDict):
    type: Literal["Feature"]
    stac_version: Literal["1.0.0"]
    id: str
    properties: dict[str, Any]
    links: list[dict[str, Any]]
    assets: dict[str, dict[str, Any]]


class ItemsTileTilejsonOutput(TypedDict):
    tilejson: Literal["3.0.0"]
    tiles: list[str]
    expires_at: NotRequired[str]


class ItemsTileStatisticsOutputHistogram(TypedDict):
    range: list[Any]
    counts: list[int]
    below: int
    above: int


class ItemsTileStatisticsOutput(TypedDict):
    expression: str
    min: float | None
    max: float | None
    p2: float | None
    p98: float | None
    count: int
    histogram: NotRequired[ItemsTileStatisticsOutputHistogram]


class VisualizationProfilesListOutput(TypedDict):
    profiles: list[ProfileResponse]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class UploadsCompleteInput(TypedDict):
    upload_id: NotRequired[str]


class UploadsCompleteOutputIngest(TypedDict):
    state: Literal["queued", "preparing", "ready", "failed", "cancelled"]
    step: str
    percent: int
    seconds_left: int | None
    message: str | None
    checked: bool | None


class UploadsCompleteOutputAssetsItem(TypedDict):
    id: str
    key: str


class UploadsCompleteOutput(TypedDict):
    id: str
    project_id: str
    status: str
    transfer_method: str
    file_count: int
    total_bytes: int
    bytes_uploaded: int
    target_collection_id: str | None
    target_item_id: str | None
    asset_key: str | None
    is_categorical: bool
    item_id: str
    error_message: str | None
    error_step: str | None
    created_by: str | None
    created_at: str
    updated_at: str
    completed_at: str | None
    ingest: NotRequired[UploadsCompleteOutputIngest | None]
    assets: list[UploadsCompleteOutputAssetsItem]


class UsageCurrentOutput(TypedDict):
    organization_id: str
    period_start: str
    period_end: str
    tile_requests: int | str
    tile_bytes: int | str
    not_modified: int | str
    link_accesses: int | str
    storage_bytes: int


class UsageHistoryOutputMonthsItem(TypedDict):
    period_start: str
    period_end: str
    tile_requests: int | str
    tile_bytes: int | str
    not_modified: int | str
    link_accesses: int | str


class UsageHistoryOutput(TypedDict):
    organization_id: str
    months: list[UsageHistoryOutputMonthsItem]


class UsageQueryOutputTotalsItem(TypedDict):
    currency: str | None
    """Null without the scope billing:read."""
    amount: str | None
    """What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read."""
    tile_requests: int | str


class UsageQueryOutputRowsItem(TypedDict):
    start: str
    end: str
    link_id: str | None
    target_id: str | None
    project_id: str | None
    tags: NotRequired[dict[str, str | None]]
    """The tags that group_by names, as they are now; null where there is none."""
    tile_requests: int | str
    tile_bytes: int | str
    not_modified: int | str
    link_accesses: int | str
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


class BillingRatesListOutputRateCardsItemTiersItem(TypedDict):
    up_to: int | None
    price_per_thousand: str


class BillingRatesListOutputRateCardsItem(TypedDict):
    id: str
    organization_id: str | None
    plan: str | None
    effective_from: str
    currency: str
    mode: str
    free_tiles_per_month: int
    minimum: str
    tiers: list[BillingRatesListOutputRateCardsItemTiersItem]
    created_by: str | None
    created_at: str
    superseded_at: str | None
    returns_to_plan: bool
    reason: str | None


class BillingRatesListOutput(TypedDict):
    rate_cards: list[BillingRatesListOutputRateCardsItem]


class BillingPlansAssignOutput(TypedDict):
    organization_id: str
    plan: str


class BillingStatementsGetOutputLinesItem(TypedDict):
    number: int
    kind: Literal["usage", "correction", "minimum", "credit", "debit", "rounding"]
    belongs_to: str
    link_id: str | None
    link_label: str | None
    target_id: str | None
    target_name: str | None
    project_id: str | None
    project_name: str | None
    tags: dict[str, str] | None
    tier: int | None
    quantity: int | None
    unit_price: str | None
    amount: str
    rate_card_id: str | None
    credit_note_id: str | None
    description: str


class BillingStatementsGetOutput(TypedDict):
    id: str | None
    organization_id: str
    period: str
    status: Literal["closed", "draft", "open"]
    currency: str
    currencies: list[str]
    total: str
    tiles: int
    line_count: int
    lines: list[BillingStatementsGetOutputLinesItem]


class BillingStatementsListOutputStatementsItem(TypedDict):
    id: str
    organization_id: str
    period: str
    currency: str
    total: str
    tiles: int
    line_count: int
    created_at: str


class BillingStatementsListOutput(TypedDict):
    statements: list[BillingStatementsListOutputStatementsItem]


class BillingPeriodsListOutput(TypedDict):
    periods: list[BillingPeriod]


class BillingBooksListOutputEntriesItem(TypedDict):
    entry: int
    period: str
    made_at: str
    previous: str | None
    sha256: str
    document: str


class BillingBooksListOutput(TypedDict):
    entries: list[BillingBooksListOutputEntriesItem]


class BillingBooksStatementsOutputStatementsItem(TypedDict):
    statement_id: str
    organization_id: str
    entry: int
    sha256: str


class BillingBooksStatementsOutput(TypedDict):
    statements: list[BillingBooksStatementsOutputStatementsItem]


class BillingAdjustmentsListOutput(TypedDict):
    adjustments: list[BillingAdjustment]


class BillingPartiesGetOutputPartyAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingPartiesGetOutputPartyEndpoint(TypedDict):
    scheme: str
    id: str


class BillingPartiesGetOutputPartyTaxesItem(TypedDict):
    effective_from: str
    currency: str | None
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: str
    reason: str | None


class BillingPartiesGetOutputParty(TypedDict):
    legal_name: str
    address: NotRequired[BillingPartiesGetOutputPartyAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingPartiesGetOutputPartyEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingPartiesGetOutputPartyTaxesItem]]
    payment_days: NotRequired[int]
    purchase_order: NotRequired[str]
    reference: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPartiesGetOutput(TypedDict):
    organization_id: str
    party: BillingPartiesGetOutputParty


class BillingPartiesSetOutputPartyAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingPartiesSetOutputPartyEndpoint(TypedDict):
    scheme: str
    id: str


class BillingPartiesSetOutputPartyTaxesItem(TypedDict):
    effective_from: str
    currency: str | None
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: str
    reason: str | None


class BillingPartiesSetOutputParty(TypedDict):
    legal_name: str
    address: NotRequired[BillingPartiesSetOutputPartyAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingPartiesSetOutputPartyEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingPartiesSetOutputPartyTaxesItem]]
    payment_days: NotRequired[int]
    purchase_order: NotRequired[str]
    reference: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPartiesSetOutputReplacesAddress(TypedDict):
    street: str
    additional: NotRequired[str]
    postal_code: NotRequired[str]
    city: str
    region: NotRequired[str]
    country: str


class BillingPartiesSetOutputReplacesEndpoint(TypedDict):
    scheme: str
    id: str


class BillingPartiesSetOutputReplacesTaxesItem(TypedDict):
    effective_from: str
    currency: str | None
    category: Literal["standard", "zero", "exempt", "reverse_charge", "not_subject"]
    rate: str
    reason: str | None


class BillingPartiesSetOutputReplaces(TypedDict):
    legal_name: str
    address: NotRequired[BillingPartiesSetOutputReplacesAddress]
    vat_id: NotRequired[str]
    tax_id: NotRequired[str]
    registration_id: NotRequired[str]
    endpoint: NotRequired[BillingPartiesSetOutputReplacesEndpoint]
    contact: NotRequired[str]
    email: NotRequired[str]
    phone: NotRequired[str]
    taxes: NotRequired[list[BillingPartiesSetOutputReplacesTaxesItem]]
    payment_days: NotRequired[int]
    purchase_order: NotRequired[str]
    reference: NotRequired[str]
    language: NotRequired[Literal["en", "de", "fr"]]


class BillingPartiesSetOutput(TypedDict):
    organization_id: str
    party: BillingPartiesSetOutputParty
    replaces: BillingPartiesSetOutputReplaces


class BillingAccountsEndOutput(TypedDict):
    organization_id: str
    last_period: str | None
    replaces: str | None


class BillingExportsGetOutputFilesItem(TypedDict):
    name: str
    rows: int
    bytes: int
    sha256: str


class BillingExportsGetOutput(TypedDict):
    id: str
    organization_id: str | None
    period: str
    layout: str
    format: str
    excel: bool
    focus_version: str | None
    escape_formulas: bool
    charge_period: Literal["month", "day"]
    final: bool
    as_of: str | None
    status: Literal["queued", "running", "completed", "failed"]
    rows_total: int | None
    rows_done: int
    failure: str | None
    created_at: str
    completed_at: str | None
    files: list[BillingExportsGetOutputFilesItem]


class BillingExportsListOutput(TypedDict):
    exports: list[BillingExport]


class EventSubscriptionsGetOutput(TypedDict):
    id: str
    event_type: str
    endpoint_url: str
    filter_config: dict[str, Any]
    header_names: list[str]
    description: str | None
    active: bool
    disabled_reason: str | None
    failing_since: str | None
    failures: int
    former_secret_until: str | None
    created_at: str
    updated_at: str


class EventSubscriptionsListOutput(TypedDict):
    subscriptions: list[EventSubscriptionsGetOutput]


class EventSubscriptionsDeliveriesListOutputDeliveriesItem(TypedDict):
    id: str
    event_id: str
    event_type: str
    status: Literal["pending", "delivered", "failed"]
    attempts: int
    next_attempt_at: str | None
    last_attempt_at: str | None
    http_status: int | None
    response_excerpt: str | None
    """The first 500 characters of the answer."""
    error: str | None
    created_at: str
    ended_at: str | None


class EventSubscriptionsDeliveriesListOutput(TypedDict):
    deliveries: list[EventSubscriptionsDeliveriesListOutputDeliveriesItem]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class EventsListOutputEventsItem(TypedDict):
    id: str
    sequence: int
    type: str
    occurred_at: str
    organization_id: str
    data: dict[str, Any]


class EventsListOutput(TypedDict):
    events: list[EventsListOutputEventsItem]


class BillingDeliveriesListOutput(TypedDict):
    deliveries: list[BillingDelivery]


class BillingDeliveriesDeleteOutput(TypedDict):
    deleted: bool


class BillingDeliveriesTestOutput(TypedDict):
    status: Literal["pending", "delivered", "failed"]
    error: str | None
    """As the bucket's server says it."""
    run_id: str


class BillingDeliveriesRunsListOutput(TypedDict):
    runs: list[BillingDeliveryRun]
    total: int
    next_offset: int | None
    """The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte."""


class BudgetsListOutput(TypedDict):
    budgets: list[Budget]


class TilesWarmListOutput(TypedDict):
    warm_ups: list[WarmUp]
