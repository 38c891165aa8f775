// Generated from docs/openapi.json by `npm run clients`; changes here are lost.

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly request_id: string;
  readonly reason?: string | undefined;
  readonly [field: string]: unknown;
}

export interface InputFaults {
  readonly detail: readonly { readonly loc: readonly (string | number)[]; readonly msg: string; readonly type: string; readonly [field: string]: unknown; }[];
  readonly [field: string]: unknown;
}

export interface ProfileConfigRgb {
  readonly bands?: readonly (number | string)[] | undefined;
  readonly rescale?: "auto" | readonly unknown[] | readonly ("auto" | readonly unknown[])[] | undefined;
  readonly gamma?: number | undefined;
  readonly sigmoidal?: { readonly contrast: number; /** Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  readonly saturation?: number | undefined;
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  readonly nodata?: number | "nan" | undefined;
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigSingleband {
  /** Default: `1`. */
  readonly band?: number | string | undefined;
  readonly rescale?: "auto" | readonly unknown[] | undefined;
  readonly colormap?: string | { readonly stops: readonly (readonly unknown[])[]; } | { readonly intervals: readonly (readonly unknown[])[]; } | { readonly classes: Readonly<Record<string, string>>; } | undefined;
  readonly algorithm?: { readonly name: "hillshade"; /** Default: `315`. */
  readonly azimuth?: number | undefined; /** Default: `45`. */
  readonly altitude?: number | undefined; /** Default: `1`. */
  readonly z_factor?: number | undefined; } | { readonly name: "relief"; /** Default: `315`. */
  readonly azimuth?: number | undefined; /** Default: `45`. */
  readonly altitude?: number | undefined; /** Default: `1`. */
  readonly z_factor?: number | undefined; } | { readonly name: "slope"; } | { readonly name: "contours"; readonly interval: number; /** Default: `"#5b4636"`. */
  readonly color?: string | undefined; } | { readonly name: "terrarium"; } | { readonly name: "terrain-rgb"; } | undefined;
  readonly gamma?: number | undefined;
  readonly sigmoidal?: { readonly contrast: number; /** Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  readonly saturation?: number | undefined;
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  readonly nodata?: number | "nan" | undefined;
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigMultiband {
  readonly expressions: readonly string[];
  readonly rescale?: "auto" | readonly unknown[] | readonly ("auto" | readonly unknown[])[] | undefined;
  readonly gamma?: number | undefined;
  readonly sigmoidal?: { readonly contrast: number; /** Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  readonly saturation?: number | undefined;
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  readonly nodata?: number | "nan" | undefined;
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigExpression {
  readonly expression: string;
  readonly rescale?: "auto" | readonly unknown[] | undefined;
  readonly colormap?: string | { readonly stops: readonly (readonly unknown[])[]; } | { readonly intervals: readonly (readonly unknown[])[]; } | { readonly classes: Readonly<Record<string, string>>; } | undefined;
  readonly gamma?: number | undefined;
  readonly sigmoidal?: { readonly contrast: number; /** Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  readonly saturation?: number | undefined;
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  readonly nodata?: number | "nan" | undefined;
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ShareLinkCreate {
  readonly target_type: "item" | "collection";
  readonly target_id: string;
  /** Default: `"view"`. */
  readonly permission?: "view" | "download" | undefined;
  readonly password: string;
  /** May be left out where the organization has a rule for the lifetime of links. */
  readonly expires_at: string;
  readonly label?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly max_views?: number | null | undefined;
  readonly max_tiles?: number | null | undefined;
  readonly spend_limit?: number | null | undefined;
  readonly allowed_origins?: readonly string[] | undefined;
  /** Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false. */
  readonly allow_values?: boolean | undefined;
  /** Names or ids of profiles that the holder may choose besides each item's default, or "all". Default: none. */
  readonly profiles?: "all" | readonly string[] | undefined;
  /** Keys of the items' properties that the holder sees, or "all". Default: none. */
  readonly properties?: "all" | readonly string[] | undefined;
  /** Tiles of lower zoom levels are not served. */
  readonly min_zoom?: number | null | undefined;
  /** Tiles of higher zoom levels are not served. */
  readonly max_zoom?: number | null | undefined;
  /** [west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole. */
  readonly bounds?: readonly number[] | null | undefined;
  /** What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too. */
  readonly introduction?: "none" | "sender" | "label" | undefined;
  /** How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before. */
  readonly address_life?: "hour" | "day" | "link" | undefined;
  /** What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile. */
  readonly preview_card?: "none" | "name" | "picture" | undefined;
}

export interface ShareLinkCreateOutput {
  readonly id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly permission: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly expires_at: string;
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  readonly last_accessed_at?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly label: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowed_origins: readonly string[];
  readonly allow_values: boolean;
  readonly profiles: "all" | readonly string[];
  readonly properties: "all" | readonly string[];
  readonly min_zoom: number | null;
  readonly max_zoom: number | null;
  readonly bounds: readonly number[] | null;
  readonly introduction: "none" | "sender" | "label";
  readonly address_life: "hour" | "day" | "link";
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  readonly spend_currency: string | null;
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  readonly paused_at: string | null;
  readonly status: "live" | "revoked" | "expired" | "paused";
  readonly token: string;
  /** The address of the page to send, which asks for the password. */
  readonly page_url: string;
}

export interface ShareLinkPauseInput {
  readonly link_id: string;
}

export interface ShareLinkResponse {
  readonly id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly permission: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly expires_at: string;
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  readonly last_accessed_at?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly label: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowed_origins: readonly string[];
  readonly allow_values: boolean;
  readonly profiles: "all" | readonly string[];
  readonly properties: "all" | readonly string[];
  readonly min_zoom: number | null;
  readonly max_zoom: number | null;
  readonly bounds: readonly number[] | null;
  readonly introduction: "none" | "sender" | "label";
  readonly address_life: "hour" | "day" | "link";
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  readonly spend_currency: string | null;
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  readonly paused_at: string | null;
  readonly status: "live" | "revoked" | "expired" | "paused";
}

export interface ShareLinkResumeInput {
  readonly link_id: string;
}

export interface ShareLinkRevokeInput {
  readonly link_id: string;
}

export interface ShareLinkRevokeOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface ShareLinkValidateInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
}

export interface ShareLinkValidateOutput {
  readonly permission: string;
  /** Whether tiles as npy and tif are given, besides pictures. */
  readonly gives_values: boolean;
  readonly target_type: string;
  readonly target: Readonly<Record<string, unknown>>;
  readonly expires_at: string;
  /** Whether addresses for map software live as long as the link; its owner chooses. */
  readonly addresses_end_with_link: boolean;
  readonly tilejson_url: string | null;
  readonly being_prepared?: { readonly percent: number; readonly step: string; readonly seconds_left: number | null; readonly files: number; } | undefined;
  readonly assets?: readonly { readonly item_id: string; readonly key: string; readonly media_type: string; readonly bytes: number; readonly url: string; readonly expires_at: string; }[] | undefined;
}

export interface ShareItemsListInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ShareItemsListOutput {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly assets?: readonly { readonly item_id: string; readonly key: string; readonly media_type: string; readonly bytes: number; readonly url: string; readonly expires_at: string; }[] | undefined;
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ShareLinkIntroduceInput {
  readonly token: string;
}

export interface ShareLinkIntroduction {
  /** The organization that shares; null for a link that does not say so, or is not known. */
  readonly organization: string | null;
  readonly label: string | null;
  readonly expires_at: string | null;
}

export interface ShareTileInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Default: `"png"`. */
  readonly format?: string | undefined;
  readonly profile?: string | null | undefined;
}

export interface ShareTilejsonInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** An address of a tile or document that this link gave before, also one that has ended: then this is no further view. */
  readonly renews?: string | null | undefined;
}

export interface ShareLegendInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  readonly profile?: string | null | undefined;
}

export interface Legend {
  /** ramp: colours between the stops are mixed. classes: one colour for a value or a range. rgb: three bands in colour. none: the colours have no key. */
  readonly kind: "ramp" | "classes" | "rgb" | "none";
  readonly title: string;
  readonly unit: string | null;
  /** Of a ramp or of classes, by value; colours are #rrggbb or #rrggbbaa. */
  readonly stops: readonly { readonly value: number; readonly to?: number | undefined; readonly color: string; /** The name of a class, where the file has one. */
  readonly label?: string | undefined; }[];
  readonly bands: readonly { readonly channel: "red" | "green" | "blue"; readonly name: string; readonly low: number; readonly high: number; }[];
  readonly varies: boolean;
  /** The legend as a picture, 260 pixels wide. */
  readonly svg: string;
  /** The same as PNG, in base64. */
  readonly png: string;
}

export interface SharePointInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  readonly lon: number;
  readonly lat: number;
  /** Only these items of a collection. */
  readonly items?: readonly string[] | null | undefined;
  /** All items of a collection but these. */
  readonly hidden_items?: readonly string[] | null | undefined;
  /** Only items of a collection of this instant or interval, as in STAC: start/end. */
  readonly datetime?: string | null | undefined;
  readonly profile?: string | null | undefined;
}

export interface PointValues {
  readonly lon: number;
  readonly lat: number;
  readonly has_data: boolean;
  readonly values: readonly { readonly name: string; readonly value: number | null; readonly unit: string | null; readonly scale: number; readonly offset: number; }[];
}

export interface SharePreviewInput {
  readonly token: string;
  /** Default: `""`. */
  readonly password?: string | undefined;
  /** Default: `512`. */
  readonly width?: number | undefined;
  /** Default: `512`. */
  readonly height?: number | undefined;
  /** Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  readonly profile?: string | null | undefined;
}

export interface ShareLinkGetInput {
  readonly link_id: string;
}

export interface ShareLinkGetOutput {
  readonly id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly permission: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly expires_at: string;
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  readonly last_accessed_at?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly label: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowed_origins: readonly string[];
  readonly allow_values: boolean;
  readonly profiles: "all" | readonly string[];
  readonly properties: "all" | readonly string[];
  readonly min_zoom: number | null;
  readonly max_zoom: number | null;
  readonly bounds: readonly number[] | null;
  readonly introduction: "none" | "sender" | "label";
  readonly address_life: "hour" | "day" | "link";
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  readonly spend_currency: string | null;
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  readonly paused_at: string | null;
  readonly status: "live" | "revoked" | "expired" | "paused";
  /** Null when the target is deleted for good. */
  readonly target_name: string | null;
}

export interface ShareLinkListInput {
  readonly project_id?: string | null | undefined;
  readonly target_id?: string | null | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ShareLinkListOutput {
  readonly links: readonly ShareLinkGetOutput[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ShareLinkUpdateInput {
  readonly link_id: string;
  readonly expires_at?: string | undefined;
  readonly password?: string | undefined;
  readonly label?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly max_views?: number | null | undefined;
  readonly max_tiles?: number | null | undefined;
  readonly spend_limit?: number | null | undefined;
  readonly allowed_origins?: readonly string[] | undefined;
  /** Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false. */
  readonly allow_values?: boolean | undefined;
  /** Names or ids of profiles that the holder may choose besides each item's default, or "all". Default: none. */
  readonly profiles?: "all" | readonly string[] | undefined;
  /** Keys of the items' properties that the holder sees, or "all". Default: none. */
  readonly properties?: "all" | readonly string[] | undefined;
  /** Tiles of lower zoom levels are not served. */
  readonly min_zoom?: number | null | undefined;
  /** Tiles of higher zoom levels are not served. */
  readonly max_zoom?: number | null | undefined;
  /** [west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole. */
  readonly bounds?: readonly number[] | null | undefined;
  /** What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too. */
  readonly introduction?: "none" | "sender" | "label" | undefined;
  /** How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before. */
  readonly address_life?: "hour" | "day" | "link" | undefined;
  /** What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile. */
  readonly preview_card?: "none" | "name" | "picture" | undefined;
}

export interface ShareLinkRotateInput {
  readonly link_id: string;
}

export interface ShareLinkRotateOutput {
  readonly id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly permission: string;
  readonly organization_id: string;
  readonly project_id: string;
  readonly expires_at: string;
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  readonly last_accessed_at?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly label: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowed_origins: readonly string[];
  readonly allow_values: boolean;
  readonly profiles: "all" | readonly string[];
  readonly properties: "all" | readonly string[];
  readonly min_zoom: number | null;
  readonly max_zoom: number | null;
  readonly bounds: readonly number[] | null;
  readonly introduction: "none" | "sender" | "label";
  readonly address_life: "hour" | "day" | "link";
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  readonly max_views: number | null;
  readonly max_tiles: number | null;
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  readonly spend_currency: string | null;
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  readonly paused_at: string | null;
  readonly status: "live" | "revoked" | "expired" | "paused";
  readonly token: string;
}

export interface ShareLinkUsageInput {
  readonly link_id: string;
  /** Default: `30`. */
  readonly days?: number | undefined;
}

export interface ShareLinkUsageOutput {
  readonly link_id: string;
  readonly days: readonly { readonly date: string; /** Calls of share.link.validate that opened the link. */
  readonly views: number; readonly tiles: number; readonly bytes: number; readonly unique_clients: number; }[];
}

export interface ApiKeyCreateInput {
  readonly name: string;
  readonly permissions?: readonly string[] | undefined;
  readonly rate_limit?: number | null | undefined;
  readonly expires_in_days?: number | null | undefined;
}

export interface ApiKeyCreateOutput {
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly rate_limit?: number | null | undefined;
  readonly expires_at?: string | null | undefined;
  readonly revoked_at?: string | null | undefined;
  readonly last_used_at?: string | null | undefined;
  readonly created_at: string;
  readonly parent_id?: string | null | undefined;
  readonly user_id?: string | null | undefined;
  readonly key?: string | null | undefined;
}

export interface ApiKeyListInput {
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ApiKeyRevokeInput {
  readonly key_id: string;
}

export interface ApiKeyRevokeOutput {
  readonly ok: boolean;
  readonly id: string;
}

export type OrganizationRulesGetInput = Readonly<Record<string, never>>;

export interface OrganizationRules {
  readonly organization_id: string;
  readonly link_lifetime_max_days: number | null;
  readonly link_lifetime_default_days: number | null;
  readonly link_password_min_length: number | null;
  readonly link_allowed_origins: readonly string[];
}

export type OrganizationTagsGetInput = Readonly<Record<string, never>>;

export interface OrganizationTags {
  readonly organization_id: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationTagsUpdateInput {
  readonly organization_id: string;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationRulesUpdateInput {
  readonly organization_id: string;
  /** A link ends within so many days from when it is made or changed. */
  readonly link_lifetime_max_days?: number | null | undefined;
  /** The lifetime of links that are created without expires_at. */
  readonly link_lifetime_default_days?: number | null | undefined;
  /** The fewest characters of a link's password. The service asks for 8. */
  readonly link_password_min_length?: number | null | undefined;
  /** The only origins that links may allow; links created without a list get this one. */
  readonly link_allowed_origins?: readonly string[] | undefined;
}

export interface ProjectCreate {
  readonly name: string;
  readonly description?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Default: `"australia-southeast1"`. */
  readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | undefined;
}

export interface ProjectResponse {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | null | undefined;
  readonly gcs_bucket_name?: string | null | undefined;
  readonly is_archived: boolean;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ProjectUpdate {
  readonly project_id: string;
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export interface ProjectsListInput {
  readonly name?: string | null | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ProjectsListOutput {
  readonly projects: readonly ProjectResponse[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ListMembersInput {
  readonly project_id: string;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ListMembersOutput {
  readonly members: readonly { readonly project_id: string; readonly user_id: string; readonly role: "viewer" | "editor" | "admin"; readonly created_at: string; readonly updated_at: string; readonly name: string; readonly email: string; readonly [field: string]: unknown; }[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface AddMemberInput {
  readonly project_id: string;
  readonly user_id: string;
  /** Default: `"editor"`. */
  readonly role?: string | undefined;
}

export interface MemberOutput {
  readonly project_id: string;
  readonly user_id: string;
  readonly role: "viewer" | "editor" | "admin";
  readonly created_at: string;
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface UpdateMemberInput {
  readonly project_id: string;
  readonly user_id: string;
  readonly role: string;
}

export interface RemoveMemberInput {
  readonly project_id: string;
  readonly user_id: string;
}

export interface RemoveMemberOutput {
  readonly ok: boolean;
}

export interface CollectionCreateInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  readonly color?: string | null | undefined;
  /** Default: `true`. */
  readonly show_on_map?: boolean | undefined;
  /** Default: `0`. */
  readonly layer_order?: number | undefined;
  /** Default: `"last"`. */
  readonly mosaic_rule?: "first" | "last" | "highest" | "lowest" | undefined;
  readonly mosaic_property?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly project_id: string;
}

export interface CollectionResponse {
  readonly id: string;
  readonly project_id: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly attribution?: string | null | undefined;
  readonly color?: string | null | undefined;
  readonly show_on_map: boolean;
  readonly layer_order: number;
  readonly mosaic_rule: "first" | "last" | "highest" | "lowest";
  readonly mosaic_property?: string | null | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly auto_created: boolean;
  readonly source_type?: string | null | undefined;
  readonly source_id?: string | null | undefined;
  readonly item_count: number;
  /** Items beyond the 1,000 that a mosaic shows, the topmost. */
  readonly items_omitted?: number | undefined;
  readonly deleted_at?: string | null | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface CollectionsGetInput {
  readonly project_id: string;
  readonly collection_id: string;
}

export interface CollectionsListInput {
  readonly project_id: string;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface CollectionUpdateInput {
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  readonly color?: string | null | undefined;
  readonly show_on_map?: boolean | null | undefined;
  readonly layer_order?: number | null | undefined;
  readonly mosaic_rule?: "first" | "last" | "highest" | "lowest" | null | undefined;
  readonly mosaic_property?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly project_id: string;
  readonly collection_id: string;
}

export interface CollectionThumbnailInput {
  readonly collection_id: string;
  /** Default: `512`. */
  readonly width?: number | undefined;
  /** Default: `512`. */
  readonly height?: number | undefined;
  /** Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  readonly profile?: string | null | undefined;
}

export interface CollectionDeleteInput {
  readonly project_id: string;
  readonly collection_id: string;
}

export interface CollectionDeleteOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface ItemCreateInput {
  readonly collection_id?: string | null | undefined;
  readonly stac_id?: string | null | undefined;
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference";
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  readonly bbox?: readonly number[] | null | undefined;
  readonly datetime?: string | null | undefined;
  readonly start_datetime?: string | null | undefined;
  readonly end_datetime?: string | null | undefined;
  readonly cloud_cover?: number | null | undefined;
  readonly gsd?: number | null | undefined;
  readonly name: string;
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly stac_extensions?: readonly string[] | undefined;
  readonly order_id?: string | null | undefined;
  readonly upload_id?: string | null | undefined;
  readonly job_id?: string | null | undefined;
  readonly project_id: string;
  readonly assets?: Readonly<Record<string, { readonly href: string; readonly sidecars?: readonly string[] | undefined; }>> | undefined;
}

export interface ItemResponse {
  readonly id: string;
  readonly project_id: string;
  readonly collection_id?: string | null | undefined;
  readonly stac_id: string;
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference";
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  readonly bbox?: readonly number[] | null | undefined;
  readonly datetime?: string | null | undefined;
  readonly start_datetime?: string | null | undefined;
  readonly end_datetime?: string | null | undefined;
  readonly cloud_cover?: number | null | undefined;
  readonly gsd?: number | null | undefined;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly attribution?: string | null | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  readonly stac_extensions?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly lifecycle_state: "active" | "expiring" | "archived" | "expired" | "deleted";
  readonly expires_at?: string | null | undefined;
  readonly archived_at?: string | null | undefined;
  readonly previous_version_id?: string | null | undefined;
  readonly duplicated_from_id?: string | null | undefined;
  readonly order_id?: string | null | undefined;
  readonly upload_id?: string | null | undefined;
  readonly job_id?: string | null | undefined;
  readonly deleted_at?: string | null | undefined;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly updated_at: string;
  readonly warnings?: readonly { readonly code: string; readonly asset: string; readonly text: string; readonly remedy: string; readonly detail?: string | undefined; }[] | undefined;
}

export interface ItemGetInput {
  readonly item_id: string;
}

export interface ItemGetOutput {
  readonly item: { readonly id: string; readonly project_id: string; readonly collection_id?: string | null | undefined; readonly stac_id: string; readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference"; readonly geometry?: Readonly<Record<string, unknown>> | null | undefined; readonly bbox?: readonly number[] | null | undefined; readonly datetime?: string | null | undefined; readonly start_datetime?: string | null | undefined; readonly end_datetime?: string | null | undefined; readonly cloud_cover?: number | null | undefined; readonly gsd?: number | null | undefined; readonly name: string; readonly description?: string | null | undefined; readonly attribution?: string | null | undefined; readonly properties?: Readonly<Record<string, unknown>> | undefined; readonly stac_extensions?: readonly string[] | undefined; readonly tags?: Readonly<Record<string, string>> | undefined; readonly lifecycle_state: "active" | "expiring" | "archived" | "expired" | "deleted"; readonly expires_at?: string | null | undefined; readonly archived_at?: string | null | undefined; readonly previous_version_id?: string | null | undefined; readonly duplicated_from_id?: string | null | undefined; readonly order_id?: string | null | undefined; readonly upload_id?: string | null | undefined; readonly job_id?: string | null | undefined; readonly deleted_at?: string | null | undefined; readonly created_by?: string | null | undefined; readonly created_at: string; readonly updated_at: string; readonly warnings?: readonly { readonly code: string; readonly asset: string; readonly text: string; readonly remedy: string; readonly detail?: string | undefined; }[] | undefined; readonly ingest?: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null | undefined; };
}

export interface ItemsListInput {
  readonly project_id: string;
  readonly collection_id?: string | null | undefined;
  /** Default: `false`. */
  readonly uncollected?: boolean | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ItemsByCollectionInput {
  readonly collection_id: string;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ItemUpdateInput {
  readonly collection_id?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  readonly bbox?: readonly number[] | null | undefined;
  readonly datetime?: string | null | undefined;
  readonly cloud_cover?: number | null | undefined;
  readonly gsd?: number | null | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly lifecycle_state?: "active" | "expiring" | "archived" | "expired" | "deleted" | null | undefined;
  readonly item_id: string;
}

export interface ItemDeleteInput {
  readonly item_id: string;
}

export interface ItemDeleteOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface ItemAssetsInput {
  readonly item_id: string;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ItemIngestCancelInput {
  readonly item_id: string;
}

export interface ItemIngestCancelOutput {
  readonly item_id: string;
  readonly ingest: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null;
}

export interface ItemIngestRetryInput {
  readonly item_id: string;
}

export interface ItemIngestRetryOutput {
  readonly item_id: string;
  readonly ingest: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null;
}

export interface AssetDownloadInput {
  readonly item_id: string;
  readonly asset_id: string;
}

export interface ItemStacInput {
  readonly item_id: string;
  readonly base_url?: string | null | undefined;
}

export interface ItemTileRenderInput {
  readonly item_id: string;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Default: `"webp"`. */
  readonly format?: string | undefined;
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  readonly expression?: string | null | undefined;
  readonly bands?: string | null | undefined;
  readonly rescale?: string | null | undefined;
  readonly colormap?: string | null | undefined;
  /** Default: `82`. */
  readonly quality?: number | undefined;
}

export interface ItemTilejsonInput {
  readonly item_id: string;
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  readonly grant_seconds?: number | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
}

export interface ItemStatisticsInput {
  readonly item_id: string;
  readonly expression: string;
  readonly asset_key?: string | null | undefined;
  readonly profile?: string | null | undefined;
  /** How many bins the histogram has; there is none unless this is given. */
  readonly bins?: number | null | undefined;
  /** What the bins cover: [low, high], or the smallest to the largest value. */
  readonly range?: readonly unknown[] | null | undefined;
}

export interface ItemLegendInput {
  readonly item_id: string;
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
}

export interface ItemPointInput {
  readonly item_id: string;
  readonly lon: number;
  readonly lat: number;
  readonly profile?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  readonly expression?: string | null | undefined;
  readonly bands?: string | null | undefined;
}

export interface ItemThumbnailInput {
  readonly item_id: string;
  readonly asset_key?: string | null | undefined;
  /** Default: `512`. */
  readonly width?: number | undefined;
  /** Default: `512`. */
  readonly height?: number | undefined;
  /** Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  readonly profile?: string | null | undefined;
  readonly expression?: string | null | undefined;
  readonly bands?: string | null | undefined;
  readonly rescale?: string | null | undefined;
  readonly colormap?: string | null | undefined;
}

export interface ItemWmtsCapabilitiesInput {
  readonly item_id: string;
  readonly base_url: string;
  /** Default: `""`. */
  readonly key?: string | undefined;
  readonly profile?: string | null | undefined;
}

export interface ProfileCreateInput {
  readonly name: string;
  /** Default: `"user"`. */
  readonly layer?: "sensor" | "auto" | "user" | undefined;
  readonly type: "rgb" | "singleband" | "multiband" | "expression";
  /** Default: `false`. */
  readonly is_default?: boolean | undefined;
  /** Default: `0`. */
  readonly sort_order?: number | undefined;
  readonly config: Readonly<Record<string, unknown>>;
  readonly asset_key?: string | null | undefined;
  readonly item_id: string;
}

export interface ProfileResponse {
  readonly id: string;
  readonly item_id: string;
  readonly name: string;
  readonly layer: "sensor" | "auto" | "user";
  readonly type: "rgb" | "singleband" | "multiband" | "expression";
  readonly is_default: boolean;
  readonly sort_order: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly asset_key?: string | null | undefined;
  readonly version: number;
  readonly created_by?: string | null | undefined;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface ProfileUpdateInput {
  readonly name?: string | null | undefined;
  readonly type?: "rgb" | "singleband" | "multiband" | "expression" | null | undefined;
  readonly is_default?: boolean | null | undefined;
  readonly sort_order?: number | null | undefined;
  readonly config?: Readonly<Record<string, unknown>> | null | undefined;
  readonly asset_key?: string | null | undefined;
  readonly item_id: string;
  readonly profile_id: string;
}

export interface ProfileRef {
  readonly item_id: string;
  readonly profile_id: string;
}

export interface OkOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface ProfileGetInput {
  readonly item_id: string;
  readonly profile_id: string;
}

export interface ProfilesListInput {
  readonly item_id: string;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface UploadInitiate {
  readonly project_id: string;
  /** Default: `"browser"`. */
  readonly transfer_method?: string | undefined;
  /** Default: `1`. */
  readonly file_count?: number | undefined;
  /** Default: `0`. */
  readonly total_bytes?: number | undefined;
  readonly target_collection_id?: string | null | undefined;
  readonly target_item_id?: string | null | undefined;
  readonly asset_key?: string | null | undefined;
  /** Default: `false`. */
  readonly is_categorical?: boolean | undefined;
}

export interface UploadOutput {
  readonly id: string;
  readonly project_id: string;
  readonly status: string;
  readonly transfer_method: string;
  readonly file_count: number;
  readonly total_bytes: number;
  readonly bytes_uploaded: number;
  readonly target_collection_id: string | null;
  readonly target_item_id: string | null;
  readonly asset_key: string | null;
  readonly is_categorical: boolean;
  readonly item_id: string | null;
  readonly error_message: string | null;
  readonly error_step: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly completed_at: string | null;
  readonly ingest?: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null | undefined;
  readonly [field: string]: unknown;
}

export interface SignedUrlInput {
  readonly upload_id: string;
  readonly file_name: string;
  /** Default: `"application/octet-stream"`. */
  readonly content_type?: string | undefined;
}

export interface SignedUrlOutput {
  readonly upload_url: string;
  readonly object_path: string;
  readonly expires_at: string;
}

export interface PartUrlsInput {
  readonly upload_id: string;
  readonly file_name: string;
  readonly total_bytes: number;
  /** Default: `20`. */
  readonly limit?: number | undefined;
}

export interface PartUrlsOutput {
  readonly part_bytes: number;
  readonly part_count: number;
  readonly parts_left: number;
  readonly bytes_uploaded: number;
  readonly parts: readonly { readonly part_number: number; readonly first_byte: number; readonly bytes: number; readonly upload_url: string; }[];
  readonly expires_at: string;
}

export interface UploadGetInput {
  readonly upload_id: string;
}

export interface UploadWithFiles {
  readonly id: string;
  readonly project_id: string;
  readonly status: string;
  readonly transfer_method: string;
  readonly file_count: number;
  readonly total_bytes: number;
  readonly bytes_uploaded: number;
  readonly target_collection_id: string | null;
  readonly target_item_id: string | null;
  readonly asset_key: string | null;
  readonly is_categorical: boolean;
  readonly item_id: string | null;
  readonly error_message: string | null;
  readonly error_step: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly completed_at: string | null;
  readonly ingest?: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null | undefined;
  readonly files: readonly { readonly name: string; readonly total_bytes: number | null; readonly bytes_uploaded: number; readonly part_count: number | null; readonly parts_left: number | null; }[];
  readonly [field: string]: unknown;
}

export interface UploadProgressInput {
  readonly upload_id: string;
  readonly status?: string | null | undefined;
  readonly bytes_uploaded?: number | null | undefined;
}

export interface UploadFailInput {
  readonly upload_id: string;
  readonly error_message: string;
  readonly error_step?: string | null | undefined;
}

export interface UsageCurrentInput {
  readonly organization_id: string;
}

export interface UsageHistoryInput {
  readonly organization_id: string;
  /** Default: `3`. */
  readonly months?: number | undefined;
}

export interface UsageQueryInput {
  readonly organization_id: string;
  /** The current month's beginning if absent. */
  readonly from?: string | undefined;
  /** The first instant that no longer counts; now if absent. Windows are whole: the last one ends here or later. */
  readonly to?: string | undefined;
  /** Default: `"day"`. */
  readonly window?: "hour" | "day" | "month" | undefined;
  /** link, target, project, and `tag:KEY` for up to three cost-allocation tags. Default: `[]`. */
  readonly group_by?: readonly string[] | undefined;
  /** Only usage of this link. */
  readonly link_id?: string | undefined;
  /** Only usage of this item or collection. */
  readonly target_id?: string | undefined;
  /** Only usage of what lies in this project now. */
  readonly project_id?: string | undefined;
  /** Default: `500`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export type OrganizationLimitsInput = Readonly<Record<string, never>>;

export interface OrganizationLimitsOutput {
  readonly limits: readonly { readonly name: string; readonly limit: number; readonly kind: "rate" | "waiting" | "amount"; readonly used: number | null; readonly description: string; readonly remedy: string; }[];
}

export interface AuditListInput {
  readonly operation_id?: string | null | undefined;
  readonly principal_id?: string | null | undefined;
  readonly since?: string | null | undefined;
  readonly until?: string | null | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  readonly before?: string | null | undefined;
}

export interface AuditListOutput {
  readonly entries: readonly { readonly id: string; readonly occurred_at: string; readonly principal_type: string; readonly principal_id: string | null; readonly operation_id: string; readonly subject: Readonly<Record<string, string>>; readonly outcome: number; readonly client_address: string | null; readonly request_id: string; }[];
  readonly next_before: string | null;
}

export interface SecurityLogInput {
  readonly kind?: "log_in" | "token" | "device" | "credential" | "key_made" | "key_revoked" | "password_changed" | "user_disabled" | "user_enabled" | "session_ended" | "queue_board" | null | undefined;
  readonly since?: string | null | undefined;
  readonly until?: string | null | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  readonly before?: string | null | undefined;
}

export interface SecurityLogOutput {
  readonly events: readonly { readonly id: string; readonly occurred_at: string; readonly kind: string; readonly outcome: string; readonly principal_type: string | null; readonly principal_id: string | null; readonly subject: Readonly<Record<string, string>>; readonly client_address: string | null; readonly count: number; }[];
  readonly next_before: string | null;
}

export type UsersListInput = Readonly<Record<string, never>>;

export interface UsersListOutput {
  readonly users: readonly UserOutput[];
}

export interface UserDisableInput {
  readonly user_id: string;
}

export interface UserOutput {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly is_organization_admin: boolean;
  readonly disabled_at: string | null;
}

export interface UserEnableInput {
  readonly user_id: string;
}

export interface ChangePasswordInput {
  readonly current_password: string;
  readonly new_password: string;
}

export interface ChangePasswordOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface SessionsListInput {
  readonly user_id?: string | null | undefined;
}

export interface SessionsListOutput {
  readonly sessions: readonly { readonly id: string; readonly user_id: string; readonly client_id: string; readonly scopes: readonly string[]; readonly created_at: string; readonly last_used_at: string; }[];
}

export interface SessionRevokeInput {
  readonly session_id: string;
}

export interface SessionRevokeOutput {
  readonly ok: boolean;
  readonly id: string;
}

export interface BillingRatesSet {
  readonly organization_id?: string | undefined;
  readonly plan?: string | undefined;
  readonly effective_from: string;
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  readonly minimum?: string | undefined;
  readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[];
  readonly reason?: string | undefined;
}

export interface SetRateCard {
  readonly id: string;
  readonly organization_id: string | null;
  readonly plan: string | null;
  readonly effective_from: string;
  readonly currency: string;
  readonly mode: string;
  readonly free_tiles_per_month: number;
  readonly minimum: string;
  readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[];
  readonly created_by: string | null;
  readonly created_at: string;
  readonly superseded_at: string | null;
  readonly returns_to_plan: boolean;
  readonly reason: string | null;
  readonly replaces: { readonly id: string; readonly organization_id: string | null; readonly plan: string | null; readonly effective_from: string; readonly currency: string; readonly mode: string; readonly free_tiles_per_month: number; readonly minimum: string; readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[]; readonly created_by: string | null; readonly created_at: string; readonly superseded_at: string | null; readonly returns_to_plan: boolean; readonly reason: string | null; } | null;
}

export interface BillingRatesList {
  readonly organization_id: string;
  /** Default: `false`. */
  readonly include_superseded?: boolean | undefined;
}

export interface BillingPlansAssign {
  readonly organization_id: string;
  readonly plan: string;
}

export interface BillingStatementsGet {
  readonly organization_id: string;
  readonly period: string;
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingStatementsList {
  readonly organization_id: string;
  readonly period?: string | undefined;
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingStatementsDocument {
  readonly statement_id: string;
  /** Default: `"pdf"`. */
  readonly format?: "html" | "pdf" | "ubl" | undefined;
  readonly language?: "en" | "de" | "fr" | undefined;
}

export interface BillingPeriodsPreview {
  readonly period: string;
  /** Default: `0.5`. */
  readonly change_ratio?: number | undefined;
  /** Default: `false`. */
  readonly findings_only?: boolean | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingPeriodPreview {
  readonly period: string;
  readonly total: number;
  readonly findings: number;
  readonly statements: readonly { readonly organization_id: string; readonly currency: string | null; readonly total: string | null; readonly tiles: number; readonly last_total: string | null; readonly findings: readonly { readonly kind: "fault" | "unpriced" | "change" | "negative" | "document"; readonly message: string; }[]; }[];
}

export interface BillingPeriodsClose {
  readonly period: string;
}

export interface BillingPeriod {
  readonly period: string;
  readonly status: "sealed" | "closed";
  readonly sealed_at: string;
  readonly sealed_by: string | null;
  readonly draft_until: string | null;
  readonly needs_approval: boolean;
  readonly approved_at: string | null;
  readonly approved_by: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
  readonly statements: number | null;
  readonly open_accounts: readonly { readonly organization_id: string; readonly fault: string; }[];
  readonly books: { readonly entry: number; readonly sha256: string; } | null;
}

export type BillingPeriodsList = Readonly<Record<string, never>>;

export interface BillingPeriodsDraft {
  readonly period: string;
}

export interface BillingPeriodsApprove {
  readonly period: string;
}

export type BillingSettingsGet = Readonly<Record<string, never>>;

export interface BillingSettings {
  readonly draft_days: number;
  readonly needs_approval: boolean;
  readonly journal_accounts: Readonly<Record<string, string>>;
  readonly seller: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; readonly currency: string | null; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; readonly rate: string; readonly reason: string | null; }[] | undefined; readonly payment_days?: number | undefined; readonly title?: "statement" | "invoice" | undefined; readonly number_prefix?: string | undefined; readonly iban?: string | undefined; readonly bic?: string | undefined; readonly payment_terms?: string | undefined; readonly notes?: string | undefined; } | null;
}

export interface BillingSettingsUpdate {
  readonly draft_days?: number | undefined;
  readonly needs_approval?: boolean | undefined;
  readonly journal_accounts?: Readonly<Record<string, string>> | undefined;
  readonly seller?: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; /** Default: `null`. */
  readonly currency?: string | null | undefined; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** Default: `"0"`. */
  readonly rate?: string | undefined; /** Default: `null`. */
  readonly reason?: string | null | undefined; }[] | undefined; readonly payment_days?: number | undefined; readonly title?: "statement" | "invoice" | undefined; readonly number_prefix?: string | undefined; readonly iban?: string | undefined; readonly bic?: string | undefined; readonly payment_terms?: string | undefined; readonly notes?: string | undefined; } | null | undefined;
}

export interface BillingBooksList {
  /** Default: `0`. */
  readonly after?: number | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
}

export interface BillingBooksStatements {
  readonly organization_id: string;
  readonly period: string;
}

export interface BillingCreditsCreate {
  readonly organization_id: string;
  readonly belongs_to: string;
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  readonly amount: string;
  readonly reason: string;
  /** Default: `false`. */
  readonly force?: boolean | undefined;
}

export interface CreditNote {
  readonly id: string;
  readonly organization_id: string;
  readonly belongs_to: string;
  readonly booked_in: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
  readonly created_at: string;
  readonly number: string;
}

export interface BillingRatesSimulate {
  readonly organization_id: string;
  readonly period: string;
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  readonly minimum?: string | undefined;
  readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[];
}

export interface BillingSimulation {
  readonly organization_id: string;
  readonly period: string;
  readonly status: "closed" | "open";
  readonly currency: string;
  readonly current_total: string | null;
  readonly simulated_total: string | null;
  readonly difference: string;
  readonly lines: readonly { readonly kind: "correction" | "minimum" | "rounding"; readonly link_id: string | null; readonly target_id: string | null; readonly tier: number | null; readonly quantity: string | null; readonly unit_price: string | null; readonly amount: string; readonly description: string; }[];
}

export interface BillingRatesEnd {
  readonly organization_id: string;
  readonly effective_from: string;
  readonly reason?: string | undefined;
}

export interface BillingAdjustmentsCreate {
  readonly organization_id: string;
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  readonly amount: string;
  readonly reason: string;
  readonly belongs_to?: string | undefined;
  readonly statement_id?: string | undefined;
  readonly line_number?: number | undefined;
  /** Default: `false`. */
  readonly force?: boolean | undefined;
}

export interface BillingAdjustment {
  readonly id: string;
  readonly number: string;
  readonly kind: "credit" | "debit";
  readonly organization_id: string;
  readonly belongs_to: string;
  readonly booked_in: string;
  readonly currency: string;
  readonly amount: string;
  readonly reason: string;
  readonly statement_id: string | null;
  readonly line_number: number | null;
  readonly voids: string | null;
  readonly voided_by: string | null;
  readonly rate_card_id: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
}

export interface BillingAdjustmentsList {
  readonly organization_id: string;
  readonly period?: string | undefined;
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingAdjustmentsVoid {
  readonly adjustment_id: string;
  readonly reason: string;
}

export interface BillingAdjustmentsRerate {
  readonly organization_id: string;
  readonly period: string;
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  readonly minimum?: string | undefined;
  readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[];
  readonly reason: string;
}

export interface BillingAdjustmentsDocument {
  readonly adjustment_id: string;
  /** Default: `"pdf"`. */
  readonly format?: "html" | "pdf" | "ubl" | undefined;
  readonly language?: "en" | "de" | "fr" | undefined;
}

export interface BillingPartiesGet {
  readonly organization_id: string;
}

export interface BillingPartiesSet {
  readonly organization_id: string;
  readonly party: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; /** Default: `null`. */
  readonly currency?: string | null | undefined; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** Default: `"0"`. */
  readonly rate?: string | undefined; /** Default: `null`. */
  readonly reason?: string | null | undefined; }[] | undefined; readonly payment_days?: number | undefined; readonly purchase_order?: string | undefined; readonly reference?: string | undefined; readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingAccountsEnd {
  readonly organization_id: string;
  readonly last_period: string | null;
  readonly reason: string;
}

export interface BillingExportsCreate {
  readonly organization_id: string;
  readonly period: string;
  /** Default: `"statement"`. */
  readonly layout?: "statement" | "usage" | "focus" | "focus-billing-period" | "focus-invoice-detail" | "prices" | "journal" | undefined;
  /** Default: `"csv"`. */
  readonly format?: "csv" | "ndjson" | "parquet" | undefined;
  /** Default: `false`. */
  readonly excel?: boolean | undefined;
  readonly focus_version?: "1.3" | "1.4" | undefined;
  readonly escape_formulas?: boolean | undefined;
  readonly charge_period?: "month" | "day" | undefined;
  /** Export a month that is not closed as it is now. Of a closed month the export is final. Default: `false`. */
  readonly provisional?: boolean | undefined;
}

export interface BillingExport {
  readonly id: string;
  readonly organization_id: string | null;
  readonly period: string;
  readonly layout: string;
  readonly format: string;
  readonly excel: boolean;
  readonly focus_version: string | null;
  readonly escape_formulas: boolean;
  readonly charge_period: "month" | "day";
  readonly final: boolean;
  readonly as_of: string | null;
  readonly status: "queued" | "running" | "completed" | "failed";
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly failure: string | null;
  readonly created_at: string;
  readonly completed_at: string | null;
}

export interface BillingExportsGet {
  readonly export_id: string;
}

export interface BillingExportsList {
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingExportsDownload {
  readonly export_id: string;
  /** Default: `"manifest.json"`. */
  readonly file?: string | undefined;
}

export interface CreateSubscriptionInput {
  /** A type of events, or * for all: statement.issued, export.ready, export.delivered, export.delivery_failed, link.opened, link.limit_reached, link.expires_soon, budget.threshold_reached, subscription.disabled. */
  readonly event_type: string;
  /** Where events are posted to; https. */
  readonly endpoint_url: string;
  /** Only events whose data has these values, such as {"project_id": "…"}; a list allows each of its values. */
  readonly filter_config?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Further headers of each delivery. Values are encrypted and never answered. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly description?: string | null | undefined;
}

export interface SubscriptionOutput {
  readonly id: string;
  readonly event_type: string;
  readonly endpoint_url: string;
  readonly filter_config: Readonly<Record<string, unknown>>;
  readonly header_names: readonly string[];
  readonly description: string | null;
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly failing_since: string | null;
  readonly failures: number;
  readonly former_secret_until: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** Signs deliveries; shown this once. */
  readonly secret?: string | undefined;
  readonly [field: string]: unknown;
}

export interface GetSubscriptionInput {
  readonly subscription_id: string;
}

export interface ListSubscriptionsInput {
  readonly event_type?: string | null | undefined;
  readonly active?: boolean | null | undefined;
}

export interface UpdateSubscriptionInput {
  readonly subscription_id: string;
  readonly endpoint_url?: string | null | undefined;
  readonly filter_config?: Readonly<Record<string, string | readonly string[]>> | null | undefined;
  readonly headers?: Readonly<Record<string, string>> | null | undefined;
  readonly active?: boolean | null | undefined;
  readonly description?: string | null | undefined;
}

export interface DeleteSubscriptionInput {
  readonly subscription_id: string;
}

export interface DeleteSubscriptionOutput {
  readonly deleted: boolean;
}

export interface RotateSubscriptionSecretInput {
  readonly subscription_id: string;
  /** How long the former secret signs as well; 0 ends it at once. Default: `24`. */
  readonly keep_hours?: number | undefined;
}

export interface TestSubscriptionInput {
  readonly subscription_id: string;
}

export interface TestSubscriptionOutput {
  /** delivered, failed, or pending while there was no attempt yet. */
  readonly status: string;
  readonly delivered: boolean;
  readonly http_status?: number | null | undefined;
  readonly error?: string | null | undefined;
  readonly event_id: string;
  readonly event_type: string;
  readonly delivery_id: string;
}

export interface ListDeliveriesInput {
  readonly subscription_id: string;
  readonly status?: "pending" | "delivered" | "failed" | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ReplayDeliveriesInput {
  readonly subscription_id: string;
  readonly delivery_id?: string | undefined;
  readonly failed_since?: string | undefined;
}

export interface ReplayDeliveriesOutput {
  readonly replayed: number;
}

export interface ListEventsInput {
  readonly type?: "statement.issued" | "export.ready" | "export.delivered" | "export.delivery_failed" | "link.opened" | "link.limit_reached" | "link.expires_soon" | "budget.threshold_reached" | "subscription.disabled" | undefined;
  /** The sequence of the last event that you know. Default: `0`. */
  readonly after?: number | undefined;
  /** Default: `100`. */
  readonly limit?: number | undefined;
}

export interface BillingDeliveriesCreate {
  readonly organization_id: string;
  readonly name: string;
  /** Default: `"focus"`. */
  readonly layout?: "statement" | "usage" | "focus" | "focus-billing-period" | "focus-invoice-detail" | "prices" | "journal" | undefined;
  /** Default: `"parquet"`. */
  readonly format?: "csv" | "ndjson" | "parquet" | undefined;
  /** Default: `false`. */
  readonly excel?: boolean | undefined;
  readonly focus_version?: "1.3" | "1.4" | undefined;
  readonly escape_formulas?: boolean | undefined;
  readonly charge_period?: "month" | "day" | undefined;
  /** Brings open months every day; false: months that are closed, once. Default: `true`. */
  readonly provisional?: boolean | undefined;
  /** Of the day, in UTC. Default: `3`. */
  readonly hour?: number | undefined;
  /** Of a server that speaks S3, without the bucket; absent for Amazon S3. */
  readonly endpoint_url?: string | undefined;
  /** Default: `"us-east-1"`. */
  readonly region?: string | undefined;
  readonly bucket: string;
  /** Default: `""`. */
  readonly prefix?: string | undefined;
  /** Whether the bucket stands in the path; by default for servers other than Amazon's. */
  readonly path_style?: boolean | undefined;
  readonly access_key_id: string;
  /** Encrypted, and never answered. */
  readonly secret_access_key: string;
}

export interface BillingDelivery {
  readonly id: string;
  readonly name: string;
  readonly organization_id: string | null;
  readonly layout: string;
  readonly format: string;
  readonly excel: boolean;
  readonly focus_version: string | null;
  readonly escape_formulas: boolean | null;
  readonly charge_period: string | null;
  readonly provisional: boolean;
  readonly hour: number;
  readonly endpoint_url: string | null;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly path_style: boolean;
  readonly access_key_id: string;
  readonly active: boolean;
  readonly next_run_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export type BillingDeliveriesList = Readonly<Record<string, never>>;

export interface BillingDeliveriesGet {
  readonly delivery_id: string;
}

export interface BillingDeliveriesUpdate {
  readonly delivery_id: string;
  readonly name?: string | undefined;
  readonly provisional?: boolean | undefined;
  /** Of the day, in UTC. */
  readonly hour?: number | undefined;
  readonly access_key_id?: string | undefined;
  /** Encrypted, and never answered. */
  readonly secret_access_key?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface BillingDeliveriesDelete {
  readonly delivery_id: string;
}

export interface BillingDeliveriesRun {
  readonly delivery_id: string;
  readonly period?: string | undefined;
}

export interface BillingDeliveryRun {
  readonly id: string;
  /** Null for a test of the bucket. */
  readonly period: string | null;
  readonly export_id: string | null;
  readonly final: boolean | null;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  readonly last_attempt_at: string | null;
  /** Of the last attempt, as the bucket's server says it. */
  readonly error: string | null;
  /** Below the prefix; the manifest last. */
  readonly objects: readonly string[];
  readonly bytes: number;
  readonly created_at: string;
  readonly ended_at: string | null;
}

export interface BillingDeliveriesTest {
  readonly delivery_id: string;
}

export interface BillingDeliveriesRunsList {
  readonly delivery_id: string;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BudgetCreate {
  readonly name: string;
  readonly amount: string;
  /** That of this month's prices if absent. */
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** Only usage of what lies in this project. */
  readonly project_id?: string | undefined;
  /** Only usage of this link. */
  readonly link_id?: string | undefined;
  /** Percents of the amount at which an event is written, each once a month. Default: `[50,80,100]`. */
  readonly thresholds?: readonly number[] | undefined;
  /** Default: `true`. */
  readonly forecast?: boolean | undefined;
}

export interface Budget {
  readonly id: string;
  readonly name: string;
  readonly project_id: string | null;
  readonly link_id: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly thresholds: readonly number[];
  readonly forecast: boolean;
  readonly created_at: string;
  readonly period: string;
  /** What the tiles of the current month cost so far, as in usage.query; null while the month is priced in another currency. */
  readonly spent: string | null;
  /** What the month comes to if it goes on so; null in its first three days. */
  readonly forecast_amount: string | null;
  /** Percents that are reached, and `forecast`. */
  readonly reached: readonly string[];
}

export type BudgetsList = Readonly<Record<string, never>>;

export interface BudgetUpdate {
  readonly budget_id: string;
  readonly name?: string | undefined;
  readonly amount?: string | undefined;
  /** Percents of the amount at which an event is written, each once a month. */
  readonly thresholds?: readonly number[] | undefined;
  readonly forecast?: boolean | undefined;
}

export interface BudgetDelete {
  readonly budget_id: string;
}

export interface TilesWarmEstimate {
  readonly target_type: "link" | "item" | "collection";
  readonly target_id: string;
  /** By default the lowest zoom that the TileJSON of the target names. */
  readonly zoom_min?: number | undefined;
  /** By default the highest one. Each level has about four times the tiles of the one before. */
  readonly zoom_max?: number | undefined;
  /** Only tiles that touch this area are drawn; null: all of the target. */
  readonly bounds?: readonly number[] | null | undefined;
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** Default: `82`. */
  readonly quality?: number | undefined;
}

export interface TilesWarmEstimateOutput {
  readonly target_type: "link" | "item" | "collection";
  readonly target_id: string;
  readonly profile: string | null;
  readonly format: string;
  readonly scale: 1 | 2;
  readonly quality: number;
  readonly zoom_min: number;
  readonly zoom_max: number;
  readonly bounds: readonly number[] | null;
  /** Beyond the limit, counting ended: there are at least so many. */
  readonly tiles: number;
  readonly tiles_max: number;
  readonly is_within_limit: boolean;
  readonly zoom_max_within_limit: number | null;
  readonly levels: readonly { readonly zoom: number; readonly tiles: number; }[];
  readonly estimated_bytes: number;
  /** Objects in S3: one for each block of neighbouring tiles; of a mosaic, one for each tile. */
  readonly estimated_writes: number;
  /** What writing them to S3 costs at list prices, in millionths of a dollar. */
  readonly estimated_writes_micro_usd: number;
  /** What keeping them there costs a month at list prices, in millionths of a dollar. */
  readonly estimated_month_micro_usd: number;
}

export interface TilesWarmStart {
  readonly target_type: "link" | "item" | "collection";
  readonly target_id: string;
  /** By default the lowest zoom that the TileJSON of the target names. */
  readonly zoom_min?: number | undefined;
  /** By default the highest one. Each level has about four times the tiles of the one before. */
  readonly zoom_max?: number | undefined;
  /** Only tiles that touch this area are drawn; null: all of the target. */
  readonly bounds?: readonly number[] | null | undefined;
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** Default: `82`. */
  readonly quality?: number | undefined;
}

export interface WarmUp {
  readonly id: string;
  readonly project_id: string;
  readonly target_type: "link" | "item" | "collection";
  readonly target_id: string;
  readonly profile: string | null;
  readonly format: string;
  readonly scale: 1 | 2;
  readonly quality: number;
  readonly zoom_min: number;
  readonly zoom_max: number;
  readonly bounds: readonly number[] | null;
  readonly state: "running" | "completed" | "cancelled" | "failed";
  /** Why it ended before its time, or what it waits for. */
  readonly reason: string | null;
  readonly tiles: number;
  readonly tiles_done: number;
  /** The others were there already, are empty, or failed. */
  readonly tiles_drawn: number;
  readonly tiles_empty: number;
  readonly tiles_failed: number;
  readonly bytes_drawn: number;
  readonly percent: number;
  /** At the pace so far; null before the first tile and after the end. */
  readonly seconds_left: number | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly ended_at: string | null;
}

export interface TilesWarmGet {
  readonly warm_up_id: string;
}

export interface TilesWarmList {
  readonly project_id: string;
  /** Default: `100`. */
  readonly limit?: number | undefined;
  /** Default: `0`. */
  readonly offset?: number | undefined;
}

export interface TilesWarmCancel {
  readonly warm_up_id: string;
}

export interface TilesWarmResume {
  readonly warm_up_id: string;
}

export interface ShareTilejsonOutput {
  readonly tilejson: "3.0.0";
  readonly tiles: readonly string[];
  readonly bounds: readonly number[];
  readonly center: readonly number[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly being_prepared?: { readonly percent: number; readonly step: string; readonly seconds_left: number | null; readonly files: number; } | undefined;
  readonly [field: string]: unknown;
}

export interface ApiKeysListOutput {
  readonly api_keys: readonly { readonly id: string; readonly prefix: string; readonly name: string; readonly permissions: readonly string[]; readonly rate_limit?: number | null | undefined; readonly expires_at?: string | null | undefined; readonly revoked_at?: string | null | undefined; readonly last_used_at?: string | null | undefined; readonly created_at: string; readonly parent_id?: string | null | undefined; readonly user_id?: string | null | undefined; }[];
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface CollectionsListOutput {
  readonly collections: readonly CollectionResponse[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsListOutput {
  readonly items: readonly ItemResponse[];
  readonly total: number;
  readonly limit: number;
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsListAssetsOutput {
  readonly assets: readonly { readonly id: string; readonly key: string; readonly [field: string]: unknown; }[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsAssetDownloadOutput {
  readonly url: string;
  readonly expires_at: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly bytes: number;
}

export interface ItemsGetStacOutput {
  readonly type: "Feature";
  readonly stac_version: "1.0.0";
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly Readonly<Record<string, unknown>>[];
  readonly assets: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [field: string]: unknown;
}

export interface ItemsTileTilejsonOutput {
  readonly tilejson: "3.0.0";
  readonly tiles: readonly string[];
  readonly expires_at?: string | undefined;
  readonly [field: string]: unknown;
}

export interface ItemsTileStatisticsOutput {
  readonly expression: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly p2: number | null;
  readonly p98: number | null;
  readonly count: number;
  readonly histogram?: { readonly range: readonly unknown[]; readonly counts: readonly number[]; readonly below: number; readonly above: number; } | undefined;
  readonly [field: string]: unknown;
}

export interface VisualizationProfilesListOutput {
  readonly profiles: readonly ProfileResponse[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface UploadsCompleteInput {
  readonly upload_id?: string | undefined;
}

export interface UploadsCompleteOutput {
  readonly id: string;
  readonly project_id: string;
  readonly status: string;
  readonly transfer_method: string;
  readonly file_count: number;
  readonly total_bytes: number;
  readonly bytes_uploaded: number;
  readonly target_collection_id: string | null;
  readonly target_item_id: string | null;
  readonly asset_key: string | null;
  readonly is_categorical: boolean;
  readonly item_id: string;
  readonly error_message: string | null;
  readonly error_step: string | null;
  readonly created_by: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly completed_at: string | null;
  readonly ingest?: { readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; readonly step: string; readonly percent: number; readonly seconds_left: number | null; readonly message: string | null; readonly checked: boolean | null; } | null | undefined;
  readonly assets: readonly { readonly id: string; readonly key: string; readonly [field: string]: unknown; }[];
  readonly [field: string]: unknown;
}

export interface UsageCurrentOutput {
  readonly organization_id: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly tile_requests: number | string;
  readonly tile_bytes: number | string;
  readonly not_modified: number | string;
  readonly link_accesses: number | string;
  readonly storage_bytes: number;
}

export interface UsageHistoryOutput {
  readonly organization_id: string;
  readonly months: readonly { readonly period_start: string; readonly period_end: string; readonly tile_requests: number | string; readonly tile_bytes: number | string; readonly not_modified: number | string; readonly link_accesses: number | string; }[];
}

export interface UsageQueryOutput {
  readonly organization_id: string;
  readonly from: string;
  readonly to: string;
  readonly window: "hour" | "day" | "month";
  /** Of all rows, also of other pages; one for each currency. */
  readonly totals: readonly { /** Null without the scope billing:read. */
  readonly currency: string | null; /** What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read. */
  readonly amount: string | null; readonly tile_requests: number | string; }[];
  readonly rows: readonly { readonly start: string; readonly end: string; readonly link_id: string | null; readonly target_id: string | null; readonly project_id: string | null; /** The tags that group_by names, as they are now; null where there is none. */
  readonly tags?: Readonly<Record<string, string | null>> | undefined; readonly tile_requests: number | string; readonly tile_bytes: number | string; readonly not_modified: number | string; readonly link_accesses: number | string; /** Null without the scope billing:read. */
  readonly currency: string | null; /** What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read. */
  readonly amount: string | null; }[];
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BillingRatesListOutput {
  readonly rate_cards: readonly { readonly id: string; readonly organization_id: string | null; readonly plan: string | null; readonly effective_from: string; readonly currency: string; readonly mode: string; readonly free_tiles_per_month: number; readonly minimum: string; readonly tiers: readonly { readonly up_to: number | null; readonly price_per_thousand: string; }[]; readonly created_by: string | null; readonly created_at: string; readonly superseded_at: string | null; readonly returns_to_plan: boolean; readonly reason: string | null; }[];
}

export interface BillingPlansAssignOutput {
  readonly organization_id: string;
  readonly plan: string;
}

export interface BillingStatementsGetOutput {
  readonly id: string | null;
  readonly organization_id: string;
  readonly period: string;
  readonly status: "closed" | "draft" | "open";
  readonly currency: string;
  readonly currencies: readonly string[];
  readonly total: string;
  readonly tiles: number;
  readonly line_count: number;
  readonly lines: readonly { readonly number: number; readonly kind: "usage" | "correction" | "minimum" | "credit" | "debit" | "rounding"; readonly belongs_to: string; readonly link_id: string | null; readonly link_label: string | null; readonly target_id: string | null; readonly target_name: string | null; readonly project_id: string | null; readonly project_name: string | null; readonly tags: Readonly<Record<string, string>> | null; readonly tier: number | null; readonly quantity: number | null; readonly unit_price: string | null; readonly amount: string; readonly rate_card_id: string | null; readonly credit_note_id: string | null; readonly description: string; }[];
}

export interface BillingStatementsListOutput {
  readonly statements: readonly { readonly id: string; readonly organization_id: string; readonly period: string; readonly currency: string; readonly total: string; readonly tiles: number; readonly line_count: number; readonly created_at: string; }[];
}

export interface BillingPeriodsListOutput {
  readonly periods: readonly BillingPeriod[];
}

export interface BillingBooksListOutput {
  readonly entries: readonly { readonly entry: number; readonly period: string; readonly made_at: string; readonly previous: string | null; readonly sha256: string; readonly document: string; }[];
}

export interface BillingBooksStatementsOutput {
  readonly statements: readonly { readonly statement_id: string; readonly organization_id: string; readonly entry: number; readonly sha256: string; }[];
}

export interface BillingAdjustmentsListOutput {
  readonly adjustments: readonly BillingAdjustment[];
}

export interface BillingPartiesGetOutput {
  readonly organization_id: string;
  readonly party: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; readonly currency: string | null; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; readonly rate: string; readonly reason: string | null; }[] | undefined; readonly payment_days?: number | undefined; readonly purchase_order?: string | undefined; readonly reference?: string | undefined; readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingPartiesSetOutput {
  readonly organization_id: string;
  readonly party: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; readonly currency: string | null; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; readonly rate: string; readonly reason: string | null; }[] | undefined; readonly payment_days?: number | undefined; readonly purchase_order?: string | undefined; readonly reference?: string | undefined; readonly language?: "en" | "de" | "fr" | undefined; };
  readonly replaces: { readonly legal_name: string; readonly address?: { readonly street: string; readonly additional?: string | undefined; readonly postal_code?: string | undefined; readonly city: string; readonly region?: string | undefined; readonly country: string; } | undefined; readonly vat_id?: string | undefined; readonly tax_id?: string | undefined; readonly registration_id?: string | undefined; readonly endpoint?: { readonly scheme: string; readonly id: string; } | undefined; readonly contact?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined; readonly taxes?: readonly { readonly effective_from: string; readonly currency: string | null; readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; readonly rate: string; readonly reason: string | null; }[] | undefined; readonly payment_days?: number | undefined; readonly purchase_order?: string | undefined; readonly reference?: string | undefined; readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingAccountsEndOutput {
  readonly organization_id: string;
  readonly last_period: string | null;
  readonly replaces: string | null;
}

export interface BillingExportsGetOutput {
  readonly id: string;
  readonly organization_id: string | null;
  readonly period: string;
  readonly layout: string;
  readonly format: string;
  readonly excel: boolean;
  readonly focus_version: string | null;
  readonly escape_formulas: boolean;
  readonly charge_period: "month" | "day";
  readonly final: boolean;
  readonly as_of: string | null;
  readonly status: "queued" | "running" | "completed" | "failed";
  readonly rows_total: number | null;
  readonly rows_done: number;
  readonly failure: string | null;
  readonly created_at: string;
  readonly completed_at: string | null;
  readonly files: readonly { readonly name: string; readonly rows: number; readonly bytes: number; readonly sha256: string; }[];
}

export interface BillingExportsListOutput {
  readonly exports: readonly BillingExport[];
}

export interface EventSubscriptionsGetOutput {
  readonly id: string;
  readonly event_type: string;
  readonly endpoint_url: string;
  readonly filter_config: Readonly<Record<string, unknown>>;
  readonly header_names: readonly string[];
  readonly description: string | null;
  readonly active: boolean;
  readonly disabled_reason: string | null;
  readonly failing_since: string | null;
  readonly failures: number;
  readonly former_secret_until: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface EventSubscriptionsListOutput {
  readonly subscriptions: readonly EventSubscriptionsGetOutput[];
}

export interface EventSubscriptionsDeliveriesListOutput {
  readonly deliveries: readonly { readonly id: string; readonly event_id: string; readonly event_type: string; readonly status: "pending" | "delivered" | "failed"; readonly attempts: number; readonly next_attempt_at: string | null; readonly last_attempt_at: string | null; readonly http_status: number | null; /** The first 500 characters of the answer. */
  readonly response_excerpt: string | null; readonly error: string | null; readonly created_at: string; readonly ended_at: string | null; }[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface EventsListOutput {
  readonly events: readonly { readonly id: string; readonly sequence: number; readonly type: string; readonly occurred_at: string; readonly organization_id: string; readonly data: Readonly<Record<string, unknown>>; }[];
}

export interface BillingDeliveriesListOutput {
  readonly deliveries: readonly BillingDelivery[];
}

export interface BillingDeliveriesDeleteOutput {
  readonly deleted: boolean;
}

export interface BillingDeliveriesTestOutput {
  readonly status: "pending" | "delivered" | "failed";
  /** As the bucket's server says it. */
  readonly error: string | null;
  readonly run_id: string;
}

export interface BillingDeliveriesRunsListOutput {
  readonly runs: readonly BillingDeliveryRun[];
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BudgetsListOutput {
  readonly budgets: readonly Budget[];
}

export interface TilesWarmListOutput {
  readonly warm_ups: readonly WarmUp[];
}
