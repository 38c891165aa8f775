// Generated from docs/openapi.json by `npm run clients`; changes here are lost.

export interface ProfileConfigRgb {
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: readonly (number | string)[] | undefined;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: "auto" | readonly number[] | readonly ("auto" | readonly number[])[] | undefined;
  /** Gamma of the picture; 1 changes nothing. */
  readonly gamma?: number | undefined;
  /** A sigmoidal stretch: its contrast and its middle. */
  readonly sigmoidal?: { /** Contrast of the picture; 1 changes nothing. */
  readonly contrast: number; /** The value in the middle of the stretch. Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  /** Saturation of the picture; 1 changes nothing. */
  readonly saturation?: number | undefined;
  /** How pixels between those of the file are made: nearest, bilinear, cubic or mode. */
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  /** The value of pixels without data; null: none. */
  readonly nodata?: number | "nan" | undefined;
  /** Colour behind transparent pixels in formats without transparency, as #rrggbb. */
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigSingleband {
  /** The band that is drawn, from 1. Default: `1`. */
  readonly band?: number | string | undefined;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: "auto" | readonly number[] | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | { /** Colours at values; between them they blend. */
  readonly stops: readonly (readonly (number | string)[])[]; } | { /** Colours by ranges of values. */
  readonly intervals: readonly (readonly (number | string)[])[]; } | { /** Names and colours by value. */
  readonly classes: Readonly<Record<string, string>>; } | undefined;
  /** What is calculated of elevations: hillshade, relief, slope, contours, terrarium or terrain-rgb. */
  readonly algorithm?: { /** Its name. */
  readonly name: "hillshade"; /** Direction of the light for hillshade, in degrees clockwise from north. Default: `315`. */
  readonly azimuth?: number | undefined; /** Height of the light for hillshade, in degrees above the horizon. Default: `45`. */
  readonly altitude?: number | undefined; /** By what elevations are multiplied before light and slope are calculated. Default: `1`. */
  readonly z_factor?: number | undefined; } | { /** Its name. */
  readonly name: "relief"; /** Direction of the light for hillshade, in degrees clockwise from north. Default: `315`. */
  readonly azimuth?: number | undefined; /** Height of the light for hillshade, in degrees above the horizon. Default: `45`. */
  readonly altitude?: number | undefined; /** By what elevations are multiplied before light and slope are calculated. Default: `1`. */
  readonly z_factor?: number | undefined; } | { /** Its name. */
  readonly name: "slope"; } | { /** Its name. */
  readonly name: "contours"; /** The distance between contour lines, in the unit of the data. */
  readonly interval: number; /** A colour as #rrggbb. Default: `"#5b4636"`. */
  readonly color?: string | undefined; } | { /** Its name. */
  readonly name: "terrarium"; /** Whether values are depths, which become heights below 0. */
  readonly invert?: boolean | undefined; /** The height of pixels without data, which are then opaque; transparent when left out. */
  readonly nodata_height?: number | undefined; } | { /** Its name. */
  readonly name: "terrain-rgb"; /** Whether values are depths, which become heights below 0. */
  readonly invert?: boolean | undefined; /** The height of pixels without data, which are then opaque; transparent when left out. */
  readonly nodata_height?: number | undefined; } | undefined;
  /** Gamma of the picture; 1 changes nothing. */
  readonly gamma?: number | undefined;
  /** A sigmoidal stretch: its contrast and its middle. */
  readonly sigmoidal?: { /** Contrast of the picture; 1 changes nothing. */
  readonly contrast: number; /** The value in the middle of the stretch. Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  /** Saturation of the picture; 1 changes nothing. */
  readonly saturation?: number | undefined;
  /** How pixels between those of the file are made: nearest, bilinear, cubic or mode. */
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  /** The value of pixels without data; null: none. */
  readonly nodata?: number | "nan" | undefined;
  /** Colour behind transparent pixels in formats without transparency, as #rrggbb. */
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigMultiband {
  /** Calculations for red, green and blue. */
  readonly expressions: readonly string[];
  /** Values that become black and white, or `auto`. */
  readonly rescale?: "auto" | readonly number[] | readonly ("auto" | readonly number[])[] | undefined;
  /** Gamma of the picture; 1 changes nothing. */
  readonly gamma?: number | undefined;
  /** A sigmoidal stretch: its contrast and its middle. */
  readonly sigmoidal?: { /** Contrast of the picture; 1 changes nothing. */
  readonly contrast: number; /** The value in the middle of the stretch. Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  /** Saturation of the picture; 1 changes nothing. */
  readonly saturation?: number | undefined;
  /** How pixels between those of the file are made: nearest, bilinear, cubic or mode. */
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  /** The value of pixels without data; null: none. */
  readonly nodata?: number | "nan" | undefined;
  /** Colour behind transparent pixels in formats without transparency, as #rrggbb. */
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ProfileConfigExpression {
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression: string;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: "auto" | readonly number[] | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | { /** Colours at values; between them they blend. */
  readonly stops: readonly (readonly (number | string)[])[]; } | { /** Colours by ranges of values. */
  readonly intervals: readonly (readonly (number | string)[])[]; } | { /** Names and colours by value. */
  readonly classes: Readonly<Record<string, string>>; } | undefined;
  /** Gamma of the picture; 1 changes nothing. */
  readonly gamma?: number | undefined;
  /** A sigmoidal stretch: its contrast and its middle. */
  readonly sigmoidal?: { /** Contrast of the picture; 1 changes nothing. */
  readonly contrast: number; /** The value in the middle of the stretch. Default: `0.5`. */
  readonly middle?: number | undefined; } | undefined;
  /** Saturation of the picture; 1 changes nothing. */
  readonly saturation?: number | undefined;
  /** How pixels between those of the file are made: nearest, bilinear, cubic or mode. */
  readonly resampling?: "nearest" | "bilinear" | "cubic" | "mode" | undefined;
  /** The value of pixels without data; null: none. */
  readonly nodata?: number | "nan" | undefined;
  /** Colour behind transparent pixels in formats without transparency, as #rrggbb. */
  readonly background?: string | undefined;
  /** Draw the values that stored numbers stand for, with the scale and the offset of their bands: ranges, classes and expressions are in these values. */
  readonly unscale?: boolean | undefined;
}

export interface ShareLinkCreate {
  /** `item` or `collection`. */
  readonly target_type: "item" | "collection";
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** What visitors may do: `view`, or `download` for the files as well. Default: `"view"`. */
  readonly permission?: "view" | "download" | undefined;
  /** The password that opens the link: at least 8 characters, at most 72 bytes in UTF-8. */
  readonly password: string;
  /** May be left out where the organization has a rule for the lifetime of links. */
  readonly expires_at: string;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views?: number | null | undefined;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles?: number | null | undefined;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit?: number | null | undefined;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
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
  /** Its id (UUID). */
  readonly id: string;
  /** `item` or `collection`. */
  readonly target_type: string;
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** What visitors may do: `view`, or `download` for the files as well. */
  readonly permission: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string;
  /** When it was revoked (RFC 3339); null when it is not. */
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  /** When the link was last opened (RFC 3339). */
  readonly last_accessed_at?: string | null | undefined;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label: string | null;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags: Readonly<Record<string, string>>;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
  readonly allowed_origins: readonly string[];
  /** Whether visitors may read values of pixels. */
  readonly allow_values: boolean;
  /** Names of the profiles that visitors may choose; `all`: every one. */
  readonly profiles: "all" | readonly string[];
  /** Properties of the item as STAC describes them, and others. */
  readonly properties: "all" | readonly string[];
  /** The first zoom that the link shows; null: 0. */
  readonly min_zoom: number | null;
  /** The deepest zoom that the link shows; null: as deep as the data. */
  readonly max_zoom: number | null;
  /** The area that the link shows: west, south, east, north in degrees; null: all of it. */
  readonly bounds: readonly number[] | null;
  /** What the page says before the password: `none`, `sender`, or `label` for the label as well. */
  readonly introduction: "none" | "sender" | "label";
  /** How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link. */
  readonly address_life: "hour" | "day" | "link";
  /** What messengers show of the link: `none`, `name` or `picture`. */
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views: number | null;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles: number | null;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  /** The currency of the spending limit. */
  readonly spend_currency: string | null;
  /** Limits of the link that are reached; empty when it is usable. */
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  /** Since when the link is paused (RFC 3339); null when it is not. */
  readonly paused_at: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "live" | "revoked" | "expired" | "paused";
  /** The token of the link: it is answered once. */
  readonly token: string;
  /** The address of the page to send, which asks for the password. */
  readonly page_url: string;
}

export interface ShareLinkPauseInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
}

export interface ShareLinkResponse {
  /** Its id (UUID). */
  readonly id: string;
  /** `item` or `collection`. */
  readonly target_type: string;
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** What visitors may do: `view`, or `download` for the files as well. */
  readonly permission: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string;
  /** When it was revoked (RFC 3339); null when it is not. */
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  /** When the link was last opened (RFC 3339). */
  readonly last_accessed_at?: string | null | undefined;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label: string | null;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags: Readonly<Record<string, string>>;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
  readonly allowed_origins: readonly string[];
  /** Whether visitors may read values of pixels. */
  readonly allow_values: boolean;
  /** Names of the profiles that visitors may choose; `all`: every one. */
  readonly profiles: "all" | readonly string[];
  /** Properties of the item as STAC describes them, and others. */
  readonly properties: "all" | readonly string[];
  /** The first zoom that the link shows; null: 0. */
  readonly min_zoom: number | null;
  /** The deepest zoom that the link shows; null: as deep as the data. */
  readonly max_zoom: number | null;
  /** The area that the link shows: west, south, east, north in degrees; null: all of it. */
  readonly bounds: readonly number[] | null;
  /** What the page says before the password: `none`, `sender`, or `label` for the label as well. */
  readonly introduction: "none" | "sender" | "label";
  /** How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link. */
  readonly address_life: "hour" | "day" | "link";
  /** What messengers show of the link: `none`, `name` or `picture`. */
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views: number | null;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles: number | null;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  /** The currency of the spending limit. */
  readonly spend_currency: string | null;
  /** Limits of the link that are reached; empty when it is usable. */
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  /** Since when the link is paused (RFC 3339); null when it is not. */
  readonly paused_at: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "live" | "revoked" | "expired" | "paused";
}

export interface ShareLinkResumeInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
}

export interface ShareLinkRevokeInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
}

export interface ShareLinkRevokeOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export interface ShareLinkValidateInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
}

export interface ShareLinkValidateOutput {
  /** What visitors may do: `view`, or `download` for the files as well. */
  readonly permission: string;
  /** Whether tiles as npy and tif are given, besides pictures. */
  readonly gives_values: boolean;
  /** `item` or `collection`. */
  readonly target_type: string;
  /** What the link shares. */
  readonly target: Readonly<Record<string, unknown>>;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string;
  /** Whether addresses for map software live as long as the link; its owner chooses. */
  readonly addresses_end_with_link: boolean;
  /** The TileJSON of what the link shares; null while nothing can be drawn. */
  readonly tilejson_url: string | null;
  /** The preparation that is in the way of the first picture; null when nothing is. */
  readonly being_prepared?: { /** How much is done, from 0 to 100. */
  readonly percent: number; /** The step of the preparation. */
  readonly step: string; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** How many files are being prepared. */
  readonly files: number; } | undefined;
  /** The item's files. */
  readonly assets?: readonly { /** Id of the item (UUID). */
  readonly item_id: string; /** The key of the file within its item. */
  readonly key: string; /** The media type, such as image/tiff. */
  readonly media_type: string; /** Length in bytes. */
  readonly bytes: number; /** Where the bytes are, for a limited time. */
  readonly url: string; /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string; }[] | undefined;
}

export interface ShareItemsListInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ShareItemsListOutput {
  /** Items of this page. */
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** The item's files. */
  readonly assets?: readonly { /** Id of the item (UUID). */
  readonly item_id: string; /** The key of the file within its item. */
  readonly key: string; /** The media type, such as image/tiff. */
  readonly media_type: string; /** Length in bytes. */
  readonly bytes: number; /** Where the bytes are, for a limited time. */
  readonly url: string; /** When it ends (RFC 3339); null: it does not. */
  readonly expires_at: string; }[] | undefined;
  /** How many there are in all. */
  readonly total: number;
  /** How many are answered at most. */
  readonly limit: number;
  /** How many entries are left out from the beginning of the list. */
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ShareLinkIntroduceInput {
  /** The token of the link. */
  readonly token: string;
}

export interface ShareLinkIntroduction {
  /** The organization that shares; null for a link that does not say so, or is not known. */
  readonly organization: string | null;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label: string | null;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string | null;
}

export interface ShareTileInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** The zoom of the tile. */
  readonly z: number;
  /** The column of the tile, from the west (Web Mercator). */
  readonly x: number;
  /** The row of the tile, from the north (Web Mercator). */
  readonly y: number;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"png"`. */
  readonly format?: "png" | "jpg" | "webp" | "avif" | "auto" | "npy" | "tif" | "jpeg" | "tiff" | (string & {}) | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface ShareTilejsonInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** An address of a tile or document that this link gave before, also one that has ended: then this is no further view. */
  readonly renews?: string | null | undefined;
}

export interface ShareLegendInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface Legend {
  /** ramp: colours between the stops are mixed. classes: one colour for a value or a range. rgb: three bands in colour. none: the colours have no key. */
  readonly kind: "ramp" | "classes" | "rgb" | "none";
  /** A short text for people. */
  readonly title: string;
  /** The unit of the values, such as m. */
  readonly unit: string | null;
  /** Of a ramp or of classes, by value; colours are #rrggbb or #rrggbbaa. */
  readonly stops: readonly { /** The value, as in the file with scale and offset applied. */
  readonly value: number; /** The value at the end of the class. */
  readonly to?: number | undefined; /** A colour as #rrggbb. */
  readonly color: string; /** The name of a class, where the file has one. */
  readonly label?: string | undefined; }[];
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands: readonly { /** The part of the picture that a colour scale belongs to: red, green, blue, or all. */
  readonly channel: "red" | "green" | "blue"; /** Its name. */
  readonly name: string; /** The value at the lower end of the colour scale. */
  readonly low: number; /** The value at the upper end of the colour scale. */
  readonly high: number; }[];
  /** Whether the scale differs from tile to tile. */
  readonly varies: boolean;
  /** The legend as a picture, 260 pixels wide. */
  readonly svg: string;
  /** The same as PNG, in base64. */
  readonly png: string;
}

export interface SharePointInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** Longitude in degrees (EPSG:4326). */
  readonly lon: number;
  /** Latitude in degrees (EPSG:4326). */
  readonly lat: number;
  /** Only these items of a collection. */
  readonly items?: readonly string[] | null | undefined;
  /** All items of a collection but these. */
  readonly hidden_items?: readonly string[] | null | undefined;
  /** Only items of a collection of this instant or interval, as in STAC: start/end. */
  readonly datetime?: string | null | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface PointValues {
  /** Longitude in degrees (EPSG:4326). */
  readonly lon: number;
  /** Latitude in degrees (EPSG:4326). */
  readonly lat: number;
  /** Whether the pixel has a value. */
  readonly has_data: boolean;
  /** Values of the bands. */
  readonly values: readonly { /** Its name. */
  readonly name: string; /** The value, as in the file with scale and offset applied. */
  readonly value: number | null; /** The unit of the values, such as m. */
  readonly unit: string | null; /** By what the values of the file are multiplied. */
  readonly scale: number; /** What has been added to each stored value. */
  readonly offset: number; /** How often values of the band occur in the whole file, in bins of equal width; null where that is not known. */
  readonly distribution?: { /** The ends of the histogram. */
  readonly range: readonly number[]; /** Pixels in each of the histogram's steps. */
  readonly counts: readonly number[]; } | null | undefined; }[];
}

export interface SharePreviewInput {
  /** The token of the link. */
  readonly token: string;
  /** The password. Default: `""`. */
  readonly password?: string | undefined;
  /** Width in pixels. Default: `512`. */
  readonly width?: number | undefined;
  /** Height in pixels. Default: `512`. */
  readonly height?: number | undefined;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface ShareLinkGetInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
}

export interface ShareLinkGetOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** `item` or `collection`. */
  readonly target_type: string;
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** What visitors may do: `view`, or `download` for the files as well. */
  readonly permission: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string;
  /** When it was revoked (RFC 3339); null when it is not. */
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  /** When the link was last opened (RFC 3339). */
  readonly last_accessed_at?: string | null | undefined;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label: string | null;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags: Readonly<Record<string, string>>;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
  readonly allowed_origins: readonly string[];
  /** Whether visitors may read values of pixels. */
  readonly allow_values: boolean;
  /** Names of the profiles that visitors may choose; `all`: every one. */
  readonly profiles: "all" | readonly string[];
  /** Properties of the item as STAC describes them, and others. */
  readonly properties: "all" | readonly string[];
  /** The first zoom that the link shows; null: 0. */
  readonly min_zoom: number | null;
  /** The deepest zoom that the link shows; null: as deep as the data. */
  readonly max_zoom: number | null;
  /** The area that the link shows: west, south, east, north in degrees; null: all of it. */
  readonly bounds: readonly number[] | null;
  /** What the page says before the password: `none`, `sender`, or `label` for the label as well. */
  readonly introduction: "none" | "sender" | "label";
  /** How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link. */
  readonly address_life: "hour" | "day" | "link";
  /** What messengers show of the link: `none`, `name` or `picture`. */
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views: number | null;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles: number | null;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  /** The currency of the spending limit. */
  readonly spend_currency: string | null;
  /** Limits of the link that are reached; empty when it is usable. */
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  /** Since when the link is paused (RFC 3339); null when it is not. */
  readonly paused_at: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "live" | "revoked" | "expired" | "paused";
  /** Null when the target is deleted for good. */
  readonly target_name: string | null;
}

export interface ShareLinkListInput {
  /** Id of the project (UUID). */
  readonly project_id?: string | null | undefined;
  /** Id of the item or collection (UUID). */
  readonly target_id?: string | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ShareLinkListOutput {
  /** Links of this page. */
  readonly links: readonly ShareLinkGetOutput[];
  /** How many there are in all. */
  readonly total: number;
  /** How many are answered at most. */
  readonly limit: number;
  /** How many entries are left out from the beginning of the list. */
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ShareLinkUpdateInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at?: string | undefined;
  /** A new password; visitors are asked again. */
  readonly password?: string | undefined;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views?: number | null | undefined;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles?: number | null | undefined;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit?: number | null | undefined;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
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
  /** Id of the link (UUID). */
  readonly link_id: string;
}

export interface ShareLinkRotateOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** `item` or `collection`. */
  readonly target_type: string;
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** What visitors may do: `view`, or `download` for the files as well. */
  readonly permission: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** When the link ends (RFC 3339, with an offset such as Z). */
  readonly expires_at: string;
  /** When it was revoked (RFC 3339); null when it is not. */
  readonly revoked_at?: string | null | undefined;
  /** Calls of share.link.validate that opened the link, over its whole life. */
  readonly access_count: number;
  /** When the link was last opened (RFC 3339). */
  readonly last_accessed_at?: string | null | undefined;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** A name for people who manage it; visitors see it only where the owner allows that. */
  readonly label: string | null;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags: Readonly<Record<string, string>>;
  /** Origins of web pages that may use the link, such as https://example.org; empty: all. */
  readonly allowed_origins: readonly string[];
  /** Whether visitors may read values of pixels. */
  readonly allow_values: boolean;
  /** Names of the profiles that visitors may choose; `all`: every one. */
  readonly profiles: "all" | readonly string[];
  /** Properties of the item as STAC describes them, and others. */
  readonly properties: "all" | readonly string[];
  /** The first zoom that the link shows; null: 0. */
  readonly min_zoom: number | null;
  /** The deepest zoom that the link shows; null: as deep as the data. */
  readonly max_zoom: number | null;
  /** The area that the link shows: west, south, east, north in degrees; null: all of it. */
  readonly bounds: readonly number[] | null;
  /** What the page says before the password: `none`, `sender`, or `label` for the label as well. */
  readonly introduction: "none" | "sender" | "label";
  /** How long map addresses (tiles, TileJSON, WMTS) live: `hour`, `day`, or `link` for as long as the link. */
  readonly address_life: "hour" | "day" | "link";
  /** What messengers show of the link: `none`, `name` or `picture`. */
  readonly preview_card: "none" | "name" | "picture";
  /** Made before links had these choices: it gives everything until share.link.update is called, and then what is chosen. */
  readonly predates_choices: boolean;
  /** Openings after which the link ends; null: no limit. */
  readonly max_views: number | null;
  /** Tiles after which the link ends; null: no limit. */
  readonly max_tiles: number | null;
  /** Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit. */
  readonly spend_limit: number | null;
  /** Views: openings by share.link.validate or share.tilejson, counted from the link's first limit on, starting with its access_count. Null without a limit. */
  readonly views_used: number | null;
  /** Tiles with data, counted from the link's first limit on, starting with those it has served. Null without a limit. */
  readonly tiles_used: number | null;
  /** What its tiles have cost in micro-units, counted from the first spend_limit on, starting with what statements charge for it. Null without one. */
  readonly spend_used: number | null;
  /** The currency of the spending limit. */
  readonly spend_currency: string | null;
  /** Limits of the link that are reached; empty when it is usable. */
  readonly limits_reached: readonly ("max_views" | "max_tiles" | "spend_limit")[];
  /** Since when the link is paused (RFC 3339); null when it is not. */
  readonly paused_at: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "live" | "revoked" | "expired" | "paused";
  /** The token of the link. */
  readonly token: string;
  /** The address of the page to send. */
  readonly page_url: string;
}

export interface ShareLinkUsageInput {
  /** Id of the link (UUID). */
  readonly link_id: string;
  /** Days, newest last; on input how many of them. Default: `30`. */
  readonly days?: number | undefined;
}

export interface ShareLinkUsageOutput {
  /** Id of the link (UUID). */
  readonly link_id: string;
  /** Days, newest last; on input how many of them. */
  readonly days: readonly { /** The day as YYYY-MM-DD, in UTC. */
  readonly date: string; /** Calls of share.link.validate that opened the link. */
  readonly views: number; /** How many tiles. */
  readonly tiles: number; /** Length in bytes. */
  readonly bytes: number; /** Different visitors of the day, counted by salted hashes. */
  readonly unique_clients: number; }[];
}

export interface ApiKeyCreateInput {
  /** Its name. */
  readonly name: string;
  /** Scopes that the key has, such as share:write. */
  readonly permissions?: readonly ("shares:read" | "shares:write" | "items:read" | "items:write" | "collections:read" | "collections:write" | "projects:read" | "projects:write" | "uploads:read" | "uploads:write" | "api_keys:read" | "api_keys:write" | "tiles:read" | "band_formulas:read" | "band_formulas:write" | "usage:read" | "usage:write" | "billing:read" | "billing:write" | "audit:read" | "people:read" | "people:write" | "event_subscriptions:read" | "event_subscriptions:write" | "organizations:read" | "organizations:write" | "provenance:read" | "admin:read" | "admin:write" | (string & {}))[] | undefined;
  /** Calls a minute that the key may make; null: the organization's limit. */
  readonly rate_limit?: number | null | undefined;
  /** Days until the key ends; null: it does not. */
  readonly expires_in_days?: number | null | undefined;
}

export interface ApiKeyCreateOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** The beginning of the key, to know it by. */
  readonly prefix: string;
  /** Its name. */
  readonly name: string;
  /** Scopes that the key has, such as share:write. */
  readonly permissions: readonly string[];
  /** Calls a minute that the key may make; null: the organization's limit. */
  readonly rate_limit?: number | null | undefined;
  /** When it ends (RFC 3339); null: it does not. */
  readonly expires_at?: string | null | undefined;
  /** When it was revoked (RFC 3339); null when it is not. */
  readonly revoked_at?: string | null | undefined;
  /** When it was last used (RFC 3339), to the minute. */
  readonly last_used_at?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** Id of the key that made this one; null where a person did. */
  readonly parent_id?: string | null | undefined;
  /** Id of the person (UUID). */
  readonly user_id?: string | null | undefined;
  /** The key itself: it is answered once, keep it. */
  readonly key?: string | null | undefined;
}

export interface ApiKeyListInput {
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ApiKeyRevokeInput {
  /** Id of the API key (UUID). */
  readonly key_id: string;
}

export interface ApiKeyRevokeOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export type OrganizationRulesGetInput = Readonly<Record<string, never>>;

export interface OrganizationRules {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Days that a link may live at most; null: no limit. */
  readonly link_lifetime_max_days: number | null;
  /** Days that a link lives when its end is left out. */
  readonly link_lifetime_default_days: number | null;
  /** Characters that a password of a link must have. */
  readonly link_password_min_length: number | null;
  /** Origins that new links are limited to; empty: all. */
  readonly link_allowed_origins: readonly string[];
}

export type OrganizationTagsGetInput = Readonly<Record<string, never>>;

export interface OrganizationTags {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationTagsUpdateInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface OrganizationRulesUpdateInput {
  /** Id of the organization (UUID). */
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

export interface OrganizationCreateInput {
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** The address of its web site. */
  readonly website?: string | null | undefined;
  /** The field that the organization works in. */
  readonly industry?: string | null | undefined;
  /** How large the organization is. */
  readonly size?: string | null | undefined;
  /** The country it is in. */
  readonly country?: string | null | undefined;
  /** The Australian Business Number. */
  readonly abn?: string | null | undefined;
  /** The tax number; invoices have that of billing.parties.set. */
  readonly tax_number?: string | null | undefined;
  /** The address for questions about money; invoices have that of billing.parties.set. */
  readonly billing_email?: string | null | undefined;
  /** The postal address for invoices, as an object; documents have that of billing.parties.set. */
  readonly billing_address?: Readonly<Record<string, unknown>> | null | undefined;
  /** Not taken: a new organization has no people yet. */
  readonly billing_admin_id?: string | null | undefined;
  /** Always false: billing.plans.assign sets the plan. Default: `false`. */
  readonly enterprise_billing?: boolean | undefined;
}

export interface OrganizationCreateOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** A name for addresses, made of the name and the id. */
  readonly slug: string;
  /** Always false: billing.plans.assign sets the plan. */
  readonly enterprise_billing: boolean;
  /** A longer text for people. */
  readonly description: string | null;
  /** The address of its web site. */
  readonly website: string | null;
  /** The field that the organization works in. */
  readonly industry: string | null;
  /** How large the organization is. */
  readonly size: string | null;
  /** The country it is in. */
  readonly country: string | null;
  /** The Australian Business Number. */
  readonly abn: string | null;
  /** The tax number; invoices have that of billing.parties.set. */
  readonly tax_number: string | null;
  /** The address for questions about money; invoices have that of billing.parties.set. */
  readonly billing_email: string | null;
  /** The postal address for invoices, as an object; documents have that of billing.parties.set. */
  readonly billing_address: Readonly<Record<string, unknown>> | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** The organization's first API key, with every scope: it is answered once, keep it. */
  readonly api_key: string;
  readonly [field: string]: unknown;
}

export interface OrganizationGetInput {
  /** Id of the organization (UUID). */
  readonly organization_id?: string | null | undefined;
}

export interface Organization {
  /** Its id (UUID). */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** A name for addresses, made of the name and the id. */
  readonly slug: string;
  /** Always false: billing.plans.assign sets the plan. */
  readonly enterprise_billing: boolean;
  /** A longer text for people. */
  readonly description: string | null;
  /** The address of its web site. */
  readonly website: string | null;
  /** The field that the organization works in. */
  readonly industry: string | null;
  /** How large the organization is. */
  readonly size: string | null;
  /** The country it is in. */
  readonly country: string | null;
  /** The Australian Business Number. */
  readonly abn: string | null;
  /** The tax number; invoices have that of billing.parties.set. */
  readonly tax_number: string | null;
  /** The address for questions about money; invoices have that of billing.parties.set. */
  readonly billing_email: string | null;
  /** The postal address for invoices, as an object; documents have that of billing.parties.set. */
  readonly billing_address: Readonly<Record<string, unknown>> | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface OrganizationUpdateInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** The address of its web site. */
  readonly website?: string | null | undefined;
  /** The field that the organization works in. */
  readonly industry?: string | null | undefined;
  /** How large the organization is. */
  readonly size?: string | null | undefined;
  /** The country it is in. */
  readonly country?: string | null | undefined;
  /** The Australian Business Number. */
  readonly abn?: string | null | undefined;
  /** The tax number; invoices have that of billing.parties.set. */
  readonly tax_number?: string | null | undefined;
  /** The address for questions about money; invoices have that of billing.parties.set. */
  readonly billing_email?: string | null | undefined;
  /** The postal address for invoices, as an object; documents have that of billing.parties.set. */
  readonly billing_address?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface ProjectCreate {
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Kept for clients of the public contract; not used here. Default: `"australia-southeast1"`. */
  readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | undefined;
}

export interface ProjectResponse {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Kept for clients of the public contract; not used here. */
  readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | null | undefined;
  /** Kept for clients of the public contract; not used here. */
  readonly gcs_bucket_name?: string | null | undefined;
  /** Whether the project is archived; true when left out. */
  readonly is_archived: boolean;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
}

export interface ProjectGetInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
}

export interface ProjectUpdateInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whether the project is archived. */
  readonly is_archived?: boolean | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export interface ProjectArchiveInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whether the project is archived; true when left out. */
  readonly is_archived?: boolean | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

export interface ProjectDeleteInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface ProjectDeleteOutput {
  /** Whether the project has been deleted; false for a preview. */
  readonly deleted: boolean;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Bytes of files that no longer count as stored. */
  readonly storage_freed_bytes: number;
  /** How many items go with the project. */
  readonly items: number;
  /** How many collections go with the project. */
  readonly collections: number;
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
}

export interface ProjectsListInput {
  /** Its name. */
  readonly name?: string | null | undefined;
  /** Whether it is archived; on input, only projects that are, or only those that are not. */
  readonly is_archived?: boolean | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ProjectsListOutput {
  /** Projects that the caller can see. */
  readonly projects: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string; /** Its name. */
  readonly name: string; /** A longer text for people. */
  readonly description?: string | null | undefined; /** Kept for clients of the public contract; not used here. */
  readonly gcs_region?: "australia-southeast1" | "asia-southeast1" | "us-west1" | "europe-west1" | null | undefined; /** Kept for clients of the public contract; not used here. */
  readonly gcs_bucket_name?: string | null | undefined; /** Whether it is archived; on input, only projects that are, or only those that are not. */
  readonly is_archived: boolean; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; }[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ListMembersInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ListMembersOutput {
  /** People and their roles. */
  readonly members: readonly { /** Id of the project (UUID). */
  readonly project_id: string; /** Id of the person (UUID). */
  readonly user_id: string; /** The role in the project: viewer, editor or admin. */
  readonly role: "viewer" | "editor" | "admin"; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; /** Its name. */
  readonly name: string; /** The e-mail address. */
  readonly email: string; readonly [field: string]: unknown; }[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface AddMemberInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the person (UUID). */
  readonly user_id: string;
  /** The role in the project: viewer, editor or admin. Default: `"editor"`. */
  readonly role?: string | undefined;
}

export interface MemberOutput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the person (UUID). */
  readonly user_id: string;
  /** The role in the project: viewer, editor or admin. */
  readonly role: "viewer" | "editor" | "admin";
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface UpdateMemberInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the person (UUID). */
  readonly user_id: string;
  /** The role in the project: viewer, editor or admin. */
  readonly role: string;
}

export interface RemoveMemberInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the person (UUID). */
  readonly user_id: string;
}

export interface RemoveMemberOutput {
  /** True: it is done. */
  readonly ok: boolean;
}

export interface CollectionCreateInput {
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  /** A colour as #rrggbb. */
  readonly color?: string | null | undefined;
  /** Whether the collection is drawn on maps of the project. Default: `true`. */
  readonly show_on_map?: boolean | undefined;
  /** Where the collection stands in lists; the smallest comes first. Default: `0`. */
  readonly layer_order?: number | undefined;
  /** Which item is on top: last, first, highest or lowest. Default: `"last"`. */
  readonly mosaic_rule?: "first" | "last" | "highest" | "lowest" | undefined;
  /** The property by which items lie on top of each other. */
  readonly mosaic_property?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Id of the project (UUID). */
  readonly project_id: string;
}

export interface CollectionResponse {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Credits that maps must show, as plain text. */
  readonly attribution?: string | null | undefined;
  /** A colour as #rrggbb. */
  readonly color?: string | null | undefined;
  /** Whether the collection is drawn on maps of the project. */
  readonly show_on_map: boolean;
  /** Where the collection stands in lists; the smallest comes first. */
  readonly layer_order: number;
  /** Which item is on top: last, first, highest or lowest. */
  readonly mosaic_rule: "first" | "last" | "highest" | "lowest";
  /** The property by which items lie on top of each other. */
  readonly mosaic_property?: string | null | undefined;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Whether it was made by the system rather than by a person. */
  readonly auto_created: boolean;
  /** What it was made from. */
  readonly source_type?: string | null | undefined;
  /** Id of what it was made from. */
  readonly source_id?: string | null | undefined;
  /** How many items the collection has. */
  readonly item_count: number;
  /** Items beyond the 1,000 that a mosaic shows, the topmost. */
  readonly items_omitted?: number | undefined;
  /** When it was deleted (RFC 3339); null when it is not. */
  readonly deleted_at?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
}

export interface CollectionsGetInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the collection (UUID). */
  readonly collection_id: string;
}

export interface CollectionsListInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface CollectionUpdateInput {
  /** Its name. */
  readonly name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  /** A colour as #rrggbb. */
  readonly color?: string | null | undefined;
  /** Whether the collection is drawn on maps of the project. */
  readonly show_on_map?: boolean | null | undefined;
  /** Where the collection stands in lists; the smallest comes first. */
  readonly layer_order?: number | null | undefined;
  /** Which item is on top: last, first, highest or lowest. */
  readonly mosaic_rule?: "first" | "last" | "highest" | "lowest" | null | undefined;
  /** The property by which items lie on top of each other. */
  readonly mosaic_property?: string | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the collection (UUID). */
  readonly collection_id: string;
}

export interface CollectionThumbnailInput {
  /** Id of the collection (UUID). */
  readonly collection_id: string;
  /** Width in pixels. Default: `512`. */
  readonly width?: number | undefined;
  /** Height in pixels. Default: `512`. */
  readonly height?: number | undefined;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface CollectionDeleteInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the collection (UUID). */
  readonly collection_id: string;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface CollectionDeleteOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
  /** Whether the collection has been deleted; false for a preview. */
  readonly deleted: boolean;
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
}

export interface ItemCreateInput {
  /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined;
  /** The id within the project as STAC knows it. */
  readonly stac_id?: string | null | undefined;
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference";
  /** The footprint as GeoJSON in degrees (EPSG:4326). */
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  /** West, south, east and north in degrees (EPSG:4326). */
  readonly bbox?: readonly number[] | null | undefined;
  /** When the data was acquired (RFC 3339); null where only a range is known. */
  readonly datetime?: string | null | undefined;
  /** The beginning of the acquisition (RFC 3339). */
  readonly start_datetime?: string | null | undefined;
  /** The end of the acquisition (RFC 3339). */
  readonly end_datetime?: string | null | undefined;
  /** When items.expire_batch marks it as expired (RFC 3339); null: never. */
  readonly expires_at?: string | null | undefined;
  /** Cloud cover in percent (STAC eo:cloud_cover). */
  readonly cloud_cover?: number | null | undefined;
  /** Ground sample distance in metres (STAC). */
  readonly gsd?: number | null | undefined;
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  /** Properties of the item as STAC describes them, and others. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** STAC extensions, by their addresses. */
  readonly stac_extensions?: readonly string[] | undefined;
  /** Kept for clients of the public contract. */
  readonly order_id?: string | null | undefined;
  /** Id of the upload (UUID). */
  readonly upload_id?: string | null | undefined;
  /** Id of the job that made it, for clients of the public contract. */
  readonly job_id?: string | null | undefined;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** The item's files by their key. */
  readonly assets?: Readonly<Record<string, { /** Where the file is: a key of the object store, or an upload. */
  readonly href: string; /** Files that belong to the raster, such as .aux.xml. */
  readonly sidecars?: readonly string[] | undefined; }>> | undefined;
}

export interface ItemResponse {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined;
  /** The id within the project as STAC knows it. */
  readonly stac_id: string;
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference";
  /** The footprint as GeoJSON in degrees (EPSG:4326). */
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  /** West, south, east and north in degrees (EPSG:4326). */
  readonly bbox?: readonly number[] | null | undefined;
  /** When the data was acquired (RFC 3339); null where only a range is known. */
  readonly datetime?: string | null | undefined;
  /** The beginning of the acquisition (RFC 3339). */
  readonly start_datetime?: string | null | undefined;
  /** The end of the acquisition (RFC 3339). */
  readonly end_datetime?: string | null | undefined;
  /** Cloud cover in percent (STAC eo:cloud_cover). */
  readonly cloud_cover?: number | null | undefined;
  /** Ground sample distance in metres (STAC). */
  readonly gsd?: number | null | undefined;
  /** Its name. */
  readonly name: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Credits that maps must show, as plain text. */
  readonly attribution?: string | null | undefined;
  /** Properties of the item as STAC describes them, and others. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  /** STAC extensions, by their addresses. */
  readonly stac_extensions?: readonly string[] | undefined;
  /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Where the item stands in its life: active, expiring, archived, expired or deleted. */
  readonly lifecycle_state: "active" | "expiring" | "archived" | "expired" | "deleted";
  /** When items.expire_batch marks it as expired (RFC 3339); null: never. */
  readonly expires_at?: string | null | undefined;
  /** When it was archived (RFC 3339); null when it is not. */
  readonly archived_at?: string | null | undefined;
  /** Id of the item that this one replaces. */
  readonly previous_version_id?: string | null | undefined;
  /** Id of the item that this one is a copy of. */
  readonly duplicated_from_id?: string | null | undefined;
  /** Kept for clients of the public contract. */
  readonly order_id?: string | null | undefined;
  /** Id of the upload (UUID). */
  readonly upload_id?: string | null | undefined;
  /** Id of the job that made it, for clients of the public contract. */
  readonly job_id?: string | null | undefined;
  /** When it was deleted (RFC 3339); null when it is not. */
  readonly deleted_at?: string | null | undefined;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** What was found in the file that is no reason to refuse it, with what to do about it. */
  readonly warnings?: readonly { /** A stable name of the kind, for programs. */
  readonly code: string; /** The key of the file that this is about. */
  readonly asset: string; /** A sentence for people. */
  readonly text: string; /** What to do about it. */
  readonly remedy: string; /** What is wrong or was found, in a sentence for people. */
  readonly detail?: string | undefined; }[] | undefined;
}

export interface ItemGetInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ItemGetOutput {
  /** The item. */
  readonly item: { /** Its id (UUID). */
  readonly id: string; /** Id of the project (UUID). */
  readonly project_id: string; /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined; /** The id within the project as STAC knows it. */
  readonly stac_id: string; /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference"; /** The footprint as GeoJSON in degrees (EPSG:4326). */
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined; /** West, south, east and north in degrees (EPSG:4326). */
  readonly bbox?: readonly number[] | null | undefined; /** When the data was acquired (RFC 3339); null where only a range is known. */
  readonly datetime?: string | null | undefined; /** The beginning of the acquisition (RFC 3339). */
  readonly start_datetime?: string | null | undefined; /** The end of the acquisition (RFC 3339). */
  readonly end_datetime?: string | null | undefined; /** Cloud cover in percent (STAC eo:cloud_cover). */
  readonly cloud_cover?: number | null | undefined; /** Ground sample distance in metres (STAC). */
  readonly gsd?: number | null | undefined; /** Its name. */
  readonly name: string; /** A longer text for people. */
  readonly description?: string | null | undefined; /** Credits that maps must show, as plain text. */
  readonly attribution?: string | null | undefined; /** Properties of the item as STAC describes them, and others. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined; /** STAC extensions, by their addresses. */
  readonly stac_extensions?: readonly string[] | undefined; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined; /** Where the item stands in its life: active, expiring, archived, expired or deleted. */
  readonly lifecycle_state: "active" | "expiring" | "archived" | "expired" | "deleted"; /** When items.expire_batch marks it as expired (RFC 3339); null: never. */
  readonly expires_at?: string | null | undefined; /** When it was archived (RFC 3339); null when it is not. */
  readonly archived_at?: string | null | undefined; /** Id of the item that this one replaces. */
  readonly previous_version_id?: string | null | undefined; /** Id of the item that this one is a copy of. */
  readonly duplicated_from_id?: string | null | undefined; /** Kept for clients of the public contract. */
  readonly order_id?: string | null | undefined; /** Id of the upload (UUID). */
  readonly upload_id?: string | null | undefined; /** Id of the job that made it, for clients of the public contract. */
  readonly job_id?: string | null | undefined; /** When it was deleted (RFC 3339); null when it is not. */
  readonly deleted_at?: string | null | undefined; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; /** What was found in the file that is no reason to refuse it, with what to do about it. */
  readonly warnings?: readonly { /** A stable name of the kind, for programs. */
  readonly code: string; /** The key of the file that this is about. */
  readonly asset: string; /** A sentence for people. */
  readonly text: string; /** What to do about it. */
  readonly remedy: string; /** What is wrong or was found, in a sentence for people. */
  readonly detail?: string | undefined; }[] | undefined; /** The preparation of the file for tiles; null where there is none. */
  readonly ingest?: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null | undefined; };
}

export interface ItemsListInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined;
  /** Answers only items that are in no collection. Default: `false`. */
  readonly uncollected?: boolean | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ItemsByCollectionInput {
  /** Id of the collection (UUID). */
  readonly collection_id: string;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ProjectItemSearchInput {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian. */
  readonly bbox?: readonly number[] | null | undefined;
  /** A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time. */
  readonly datetime?: string | null | undefined;
  /** Only items of these collections; the id of a project stands for its items in no collection. */
  readonly collections?: readonly string[] | null | undefined;
  /** The `next_token` of the page before, with the same conditions and order. */
  readonly token?: string | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many items are left out from the beginning, up to 10,000; `token` reaches all. Default: `0`. */
  readonly offset?: number | undefined;
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type?: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference" | null | undefined;
  /** Conditions by property, as in STAC's query extension: {"eo:cloud_cover": {"lt": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains. */
  readonly query?: Readonly<Record<string, unknown>> | null | undefined;
  /** Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out. */
  readonly sortby?: readonly Readonly<Record<string, string>>[] | null | undefined;
  /** The format of the features: geojson. */
  readonly format?: string | null | undefined;
  /** What addresses in the document begin with; this server's own when left out. */
  readonly base_url?: string | null | undefined;
}

export interface FeatureCollectionOutput {
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: string;
  /** Items as STAC features (GeoJSON). `properties` has their `geopera:item_id`; addresses of files need the caller's key. */
  readonly features: readonly unknown[];
  /** How many items fit in all, counted up to 10,000. The STAC search leaves it out where there are more. */
  readonly numberMatched: number;
  /** How many items this page has. */
  readonly numberReturned: number;
  /** The `token` of the next page; null on the last one. */
  readonly next_token: string | null;
  readonly [field: string]: unknown;
}

export interface OrgItemSearchInput {
  /** West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian. */
  readonly bbox?: readonly number[] | null | undefined;
  /** A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time. */
  readonly datetime?: string | null | undefined;
  /** Only items of these collections; the id of a project stands for its items in no collection. */
  readonly collections?: readonly string[] | null | undefined;
  /** The `next_token` of the page before, with the same conditions and order. */
  readonly token?: string | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many items are left out from the beginning, up to 10,000; `token` reaches all. Default: `0`. */
  readonly offset?: number | undefined;
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type?: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference" | null | undefined;
  /** Conditions by property, as in STAC's query extension: {"eo:cloud_cover": {"lt": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains. */
  readonly query?: Readonly<Record<string, unknown>> | null | undefined;
  /** Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out. */
  readonly sortby?: readonly Readonly<Record<string, string>>[] | null | undefined;
  /** The format of the features: geojson. */
  readonly format?: string | null | undefined;
  /** What addresses in the document begin with; this server's own when left out. */
  readonly base_url?: string | null | undefined;
}

export interface ItemUpdateInput {
  /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`. */
  readonly attribution?: string | null | undefined;
  /** The footprint as GeoJSON in degrees (EPSG:4326). */
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined;
  /** West, south, east and north in degrees (EPSG:4326). */
  readonly bbox?: readonly number[] | null | undefined;
  /** When the data was acquired (RFC 3339); null where only a range is known. */
  readonly datetime?: string | null | undefined;
  /** The beginning of the acquisition (RFC 3339). */
  readonly start_datetime?: string | null | undefined;
  /** The end of the acquisition (RFC 3339). */
  readonly end_datetime?: string | null | undefined;
  /** When items.expire_batch marks it as expired (RFC 3339); null: never. */
  readonly expires_at?: string | null | undefined;
  /** Cloud cover in percent (STAC eo:cloud_cover). */
  readonly cloud_cover?: number | null | undefined;
  /** Ground sample distance in metres (STAC). */
  readonly gsd?: number | null | undefined;
  /** Properties of the item as STAC describes them, and others. */
  readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
  /** Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Where the item stands in its life: active, expiring, archived, expired or deleted. */
  readonly lifecycle_state?: "active" | "expiring" | "archived" | "expired" | "deleted" | null | undefined;
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ItemDeleteInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface ItemDeleteOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
  /** Whether the item has been deleted; false for a preview. */
  readonly deleted: boolean;
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
}

export interface ItemMoveInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the project that it comes into (UUID). */
  readonly target_project_id: string;
  /** Id of a collection of the target project that it joins (UUID); null: none. */
  readonly target_collection_id?: string | null | undefined;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface ItemMoveOutput {
  /** Whether the item has been moved; false for a preview. */
  readonly moved: boolean;
  /** The item. */
  readonly item: { /** Its id (UUID). */
  readonly id: string; /** Id of the project (UUID). */
  readonly project_id: string; /** Id of the collection (UUID). */
  readonly collection_id?: string | null | undefined; /** The id within the project as STAC knows it. */
  readonly stac_id: string; /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: "satellite_capture" | "derived_raster" | "derived_vector" | "clip" | "user_raster" | "user_vector" | "external_reference"; /** The footprint as GeoJSON in degrees (EPSG:4326). */
  readonly geometry?: Readonly<Record<string, unknown>> | null | undefined; /** West, south, east and north in degrees (EPSG:4326). */
  readonly bbox?: readonly number[] | null | undefined; /** When the data was acquired (RFC 3339); null where only a range is known. */
  readonly datetime?: string | null | undefined; /** The beginning of the acquisition (RFC 3339). */
  readonly start_datetime?: string | null | undefined; /** The end of the acquisition (RFC 3339). */
  readonly end_datetime?: string | null | undefined; /** Cloud cover in percent (STAC eo:cloud_cover). */
  readonly cloud_cover?: number | null | undefined; /** Ground sample distance in metres (STAC). */
  readonly gsd?: number | null | undefined; /** Its name. */
  readonly name: string; /** A longer text for people. */
  readonly description?: string | null | undefined; /** Credits that maps must show, as plain text. */
  readonly attribution?: string | null | undefined; /** Properties of the item as STAC describes them, and others. */
  readonly properties?: Readonly<Record<string, unknown>> | undefined; /** STAC extensions, by their addresses. */
  readonly stac_extensions?: readonly string[] | undefined; /** Cost-allocation tags: up to 20 names with values, such as {"cost_centre": "4711"}. */
  readonly tags?: Readonly<Record<string, string>> | undefined; /** Where the item stands in its life: active, expiring, archived, expired or deleted. */
  readonly lifecycle_state: "active" | "expiring" | "archived" | "expired" | "deleted"; /** When items.expire_batch marks it as expired (RFC 3339); null: never. */
  readonly expires_at?: string | null | undefined; /** When it was archived (RFC 3339); null when it is not. */
  readonly archived_at?: string | null | undefined; /** Id of the item that this one replaces. */
  readonly previous_version_id?: string | null | undefined; /** Id of the item that this one is a copy of. */
  readonly duplicated_from_id?: string | null | undefined; /** Kept for clients of the public contract. */
  readonly order_id?: string | null | undefined; /** Id of the upload (UUID). */
  readonly upload_id?: string | null | undefined; /** Id of the job that made it, for clients of the public contract. */
  readonly job_id?: string | null | undefined; /** When it was deleted (RFC 3339); null when it is not. */
  readonly deleted_at?: string | null | undefined; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; /** What was found in the file that is no reason to refuse it, with what to do about it. */
  readonly warnings?: readonly { /** A stable name of the kind, for programs. */
  readonly code: string; /** The key of the file that this is about. */
  readonly asset: string; /** A sentence for people. */
  readonly text: string; /** What to do about it. */
  readonly remedy: string; /** What is wrong or was found, in a sentence for people. */
  readonly detail?: string | undefined; }[] | undefined; };
  /** Live links of the item, which go with it: members of the target project manage them from then on. */
  readonly links_moved: number;
  /** Live links of the collection that the item leaves: they no longer show it. */
  readonly links_without_item: number;
}

export interface ItemDuplicateInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The name of the duplicate; that of the item with (copy) behind it when left out. */
  readonly new_name?: string | null | undefined;
  /** Id of a collection of the target project that it joins (UUID); null: none. */
  readonly target_collection_id?: string | null | undefined;
  /** Id of the project that it comes into (UUID). */
  readonly target_project_id?: string | null | undefined;
}

export interface ItemLineageInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ExpiringInput {
  /** Within how many days from now. Default: `7`. */
  readonly days?: number | undefined;
}

export type Empty = Readonly<Record<string, never>>;

export interface ItemAssetsInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ReplaceAssetInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the file (UUID). */
  readonly asset_id?: string | null | undefined;
  /** Where the file is: a key of the object store, or an upload. */
  readonly href: string;
  /** Files that belong to the raster, such as .aux.xml. */
  readonly sidecars?: readonly string[] | undefined;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface ReplaceAssetOutput {
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
  /** Names of profiles that do not fit the files: maps in them are drawn automatically. */
  readonly unfit_profiles: readonly string[];
  /** Whether the file has been replaced; false for a preview. */
  readonly replaced: boolean;
  /** The key of the file that this is about. */
  readonly asset: { /** Its id (UUID). */
  readonly id: string; /** The key of the file within its item. */
  readonly key: string; readonly [field: string]: unknown; };
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest?: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null | undefined;
}

export interface AssetDeleteInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the file (UUID). */
  readonly asset_id: string;
  /** Whether nothing is done yet: the answer says what would happen. Default: `false`. */
  readonly preview?: boolean | undefined;
}

export interface AssetDeleteOutput {
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
  /** Names of profiles that do not fit the files: maps in them are drawn automatically. */
  readonly unfit_profiles: readonly string[];
  /** Its id (UUID). */
  readonly id?: string | null | undefined;
  /** Whether the file has been deleted; false for a preview. */
  readonly deleted: boolean;
  readonly [field: string]: unknown;
}

export interface SetBandNamesInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the file (UUID). */
  readonly asset_id: string;
  /** A name for each band, in order; an empty one takes the name away. */
  readonly band_names: readonly string[];
}

export interface AssetOutput {
  /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number;
  /** Names of profiles that do not fit the files: maps in them are drawn automatically. */
  readonly unfit_profiles: readonly string[];
  /** Its id (UUID). */
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface DetectBandsInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the file (UUID). */
  readonly asset_id: string;
}

export interface DetectBandsOutput {
  /** A name for each band, in order. */
  readonly suggested_band_names: readonly unknown[];
  /** The name that each band has; null where it has none. */
  readonly current_band_names: readonly unknown[];
  /** How the names were found: descriptions, color_interpretation or reflectance_ranking. */
  readonly method: string;
}

export interface ItemIngestCancelInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ItemIngestCancelOutput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null;
}

export interface ItemIngestRetryInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ItemIngestRetryOutput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null;
}

export interface AssetDownloadInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the file (UUID). */
  readonly asset_id: string;
}

export interface ItemStacInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** What addresses in the document begin with; this server's own when left out. */
  readonly base_url?: string | null | undefined;
}

export interface ItemTileRenderInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The zoom of the tile. */
  readonly z: number;
  /** The column of the tile, from the west (Web Mercator). */
  readonly x: number;
  /** The row of the tile, from the north (Web Mercator). */
  readonly y: number;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"webp"`. */
  readonly format?: "png" | "jpg" | "webp" | "avif" | "auto" | "npy" | "tif" | "jpeg" | "tiff" | (string & {}) | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression?: string | null | undefined;
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: string | null | undefined;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: string | null | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined;
  /** Quality of lossy formats, from 1 to 100. Default: `82`. */
  readonly quality?: number | undefined;
}

export interface ItemTilejsonInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** How long the addresses live, in seconds. */
  readonly grant_seconds?: number | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
}

export interface ItemStatisticsInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression: string;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** How many bins the histogram has; there is none unless this is given. */
  readonly bins?: number | null | undefined;
  /** What the bins cover: [low, high], or the smallest to the largest value. */
  readonly range?: readonly number[] | null | undefined;
}

export interface ItemLegendInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
}

export interface ItemPointInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Longitude in degrees (EPSG:4326). */
  readonly lon: number;
  /** Latitude in degrees (EPSG:4326). */
  readonly lat: number;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression?: string | null | undefined;
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: string | null | undefined;
}

export interface ItemThumbnailInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** Width in pixels. Default: `512`. */
  readonly width?: number | undefined;
  /** Height in pixels. Default: `512`. */
  readonly height?: number | undefined;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"webp"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression?: string | null | undefined;
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: string | null | undefined;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: string | null | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined;
  /** With `config`: how a profile looks before it is saved. */
  readonly type?: "rgb" | "singleband" | "multiband" | "expression" | null | undefined;
  /** How pixels become colours; its form depends on `type`: see the ProfileConfig schemas. */
  readonly config?: ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression | undefined;
}

export interface ItemWmtsCapabilitiesInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** What addresses in the document begin with; this server's own when left out. */
  readonly base_url: string;
  /** The key of the file within its item. Default: `""`. */
  readonly key?: string | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface ItemWmtsGetTileInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** The zoom of the tile. */
  readonly z: number;
  /** The column of the tile, from the west (Web Mercator). */
  readonly x: number;
  /** The row of the tile, from the north (Web Mercator). */
  readonly y: number;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
}

export interface SearchInput {
  /** What addresses in the document begin with; this server's own when left out. Default: `""`. */
  readonly base_url?: string | undefined;
  /** West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian. */
  readonly bbox?: readonly number[] | null | undefined;
  /** A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time. */
  readonly datetime?: string | null | undefined;
  /** Only items of these collections; the id of a project stands for its items in no collection. */
  readonly collections?: readonly string[] | null | undefined;
  /** The token of the page before, as its next link has it. */
  readonly token?: string | null | undefined;
  /** Only items with one of these STAC ids. */
  readonly ids?: readonly string[] | null | undefined;
  /** Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out. */
  readonly sortby?: readonly { /** The field to sort by. */
  readonly field: string; /** `asc` or `desc`. Default: `"asc"`. */
  readonly direction?: string | undefined; }[] | null | undefined;
  /** How many items a page has at most; never more than 1,000, and fewer when they are large. Default: `10`. */
  readonly limit?: number | undefined;
  /** The page, from 0, of pages of `limit` items; up to 10,000 items. Following the next links reaches all. Default: `0`. */
  readonly page?: number | undefined;
  /** Conditions by property, as in STAC's query extension: {"eo:cloud_cover": {"lt": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains. */
  readonly query?: Readonly<Record<string, unknown>> | null | undefined;
  /** A condition in CQL2 JSON: and, or, not, =, <>, <, <=, >, >=, isNull, between, in, like, s_intersects, t_intersects. */
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined;
  /** The language of the filter: cql2-json. Default: `"cql2-json"`. */
  readonly "filter-lang"?: string | null | undefined;
  /** A GeoJSON geometry: only items whose bounding box it touches. */
  readonly intersects?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface SrcOperationsStacReadsCollectionsListInput {
  /** What addresses in the document begin with; this server's own when left out. Default: `""`. */
  readonly base_url?: string | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** The token of the page before, as its next link has it. */
  readonly token?: string | null | undefined;
}

export interface LineageGetInput {
  /** What it is: item or upload. */
  readonly entity_type: "item" | "upload" | (string & {});
  /** Its id (UUID). */
  readonly entity_id: string;
  /** `up`: what it came of; `down`: what came of it; or `both`. Default: `"up"`. */
  readonly direction?: string | undefined;
  /** How many steps are followed. Default: `20`. */
  readonly max_depth?: number | undefined;
}

export interface LineageGetOutput {
  /** What was asked about: its entity_type and entity_id. */
  readonly root: Readonly<Record<string, string>>;
  /** `up`: what it came of; `down`: what came of it; or `both`. */
  readonly direction: string;
  /** Which thing came of which, nearest first; at most 1,000. */
  readonly edges: readonly { /** How many steps it is from the root. */
  readonly depth: number; /** What the origin is: item or upload. */
  readonly src_type?: string | null | undefined; /** Id of the origin (UUID). */
  readonly src_id?: string | null | undefined; /** What came of it: item. */
  readonly dst_type?: string | null | undefined; /** Id of what came of it (UUID). */
  readonly dst_id?: string | null | undefined; /** How: became (a file an item), duplicated_as or replaced_by. */
  readonly relation?: string | null | undefined; /** Always null: calls are found in the audit log. */
  readonly invocation_id?: string | null | undefined; readonly [field: string]: unknown; }[];
  /** The things themselves, nearest first. */
  readonly nodes: readonly { /** What it is: item or upload. */
  readonly entity_type: string; /** Its id (UUID). */
  readonly entity_id: string; /** How many steps it is from the root. */
  readonly depth: number; }[];
}

export interface ProfileCreateInput {
  /** Its name. */
  readonly name: string;
  /** Where the profile comes from: `sensor`, `auto` (the system) or `user`. Default: `"user"`. */
  readonly layer?: "sensor" | "auto" | "user" | undefined;
  /** How the profile draws: rgb, singleband, multiband or expression. */
  readonly type: "rgb" | "singleband" | "multiband" | "expression";
  /** Whether it is drawn where no profile is named. Default: `false`. */
  readonly is_default?: boolean | undefined;
  /** Where it stands in lists; the smallest comes first. Default: `0`. */
  readonly sort_order?: number | undefined;
  /** How pixels become colours; its form depends on `type`: see the ProfileConfig schemas. */
  readonly config: ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** Id of the item (UUID). */
  readonly item_id: string;
}

export interface ProfileResponse {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Its name. */
  readonly name: string;
  /** Where the profile comes from: `sensor`, `auto` (the system) or `user`. */
  readonly layer: "sensor" | "auto" | "user";
  /** How the profile draws: rgb, singleband, multiband or expression. */
  readonly type: "rgb" | "singleband" | "multiband" | "expression";
  /** Whether it is drawn where no profile is named. */
  readonly is_default: boolean;
  /** Where it stands in lists; the smallest comes first. */
  readonly sort_order: number;
  /** How pixels become colours; its form depends on `type`: see the ProfileConfig schemas. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** The version of the profile: it grows with every change. */
  readonly version: number;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by?: string | null | undefined;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
}

export interface ProfileUpdateInput {
  /** Its name. */
  readonly name?: string | null | undefined;
  /** How the profile draws: rgb, singleband, multiband or expression. */
  readonly type?: "rgb" | "singleband" | "multiband" | "expression" | null | undefined;
  /** Whether it is drawn where no profile is named. */
  readonly is_default?: boolean | null | undefined;
  /** Where it stands in lists; the smallest comes first. */
  readonly sort_order?: number | null | undefined;
  /** How pixels become colours; its form depends on `type`: see the ProfileConfig schemas. */
  readonly config?: ProfileConfigRgb | ProfileConfigSingleband | ProfileConfigMultiband | ProfileConfigExpression | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the render profile (UUID). */
  readonly profile_id: string;
}

export interface ProfileRef {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the render profile (UUID). */
  readonly profile_id: string;
}

export interface OkOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export interface ProfileGetInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** Id of the render profile (UUID). */
  readonly profile_id: string;
}

export interface ProfilesListInput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface VisualizationListInput {
  /** Bands, from 1, by what they see: `red`, `nir`, `swir16` … in any usual spelling. */
  readonly band_roles?: Readonly<Record<string, number>> | undefined;
  /** What the values are: `raster`, or `elevation` for heights. Default: `"raster"`. */
  readonly data_type?: string | undefined;
  /** How the file is drawn now: its `rescale` (`low,high`) and `colormap` are used where nothing better is known. */
  readonly render_params?: { /** Values that become black and white, or `auto`. */
  readonly rescale?: string | null | undefined; /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined; readonly [field: string]: unknown; } | undefined;
  /** The key of the file that this is about. */
  readonly asset?: string | null | undefined;
}

export interface VisualizationListOutput {
  /** Ways to draw the file, the default one first. */
  readonly visualizations?: readonly { /** Its id (UUID). */
  readonly id: string; /** A name for people, such as True colour. */
  readonly label: string; /** Its kind, for programs. */
  readonly kind: "rgb" | "index" | "elevation" | "raw"; /** The key of the file that this is about. */
  readonly asset?: string | null | undefined; /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: readonly number[] | null | undefined; /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression?: string | null | undefined; /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined; /** Values that become black and white, or `auto`. */
  readonly rescale?: string | null | undefined; /** Whether it is drawn where no profile is named. */
  readonly is_default: boolean; /** What it is about, such as composite, vegetation or band. */
  readonly category?: string | null | undefined; /** A longer text for people. */
  readonly description: string; }[] | undefined;
  /** The `id` of the first visualization. */
  readonly default_id: string;
}

export interface BandFormulaCreateInput {
  /** Its name. */
  readonly name: string;
  /** The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 … */
  readonly formula: string;
  /** A name for people, such as NDVI. */
  readonly display_name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** A named colour map, such as viridis, or colours by value. Default: `"RdYlGn"`. */
  readonly colormap?: string | undefined;
  /** The values that the colour map runs from and to: [low, high]. */
  readonly value_range?: readonly number[] | undefined;
  /** What it is about, such as vegetation, water or custom. Default: `"custom"`. */
  readonly category?: string | undefined;
}

export interface BandFormulaOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Its name. */
  readonly name: string;
  /** A name for people, such as NDVI. */
  readonly display_name?: string | null | undefined;
  /** The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 … */
  readonly formula: string;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** The bands that the formula names. */
  readonly required_bands?: readonly string[] | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap: string;
  /** The values that the colour map runs from and to: [low, high]. */
  readonly value_range: readonly number[];
  /** What it is about, such as vegetation, water or custom. */
  readonly category: string;
  /** Whether it is a formula of the service, which stays as it is. */
  readonly is_template: boolean;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
}

export interface BandFormulaGetInput {
  /** The id or the name of a formula. */
  readonly formula_id: string;
}

export interface BandFormulasListInput {
  /** What it is about, such as vegetation, water or custom. */
  readonly category?: string | null | undefined;
  /** Whether the formulas of the service are listed, too. Default: `true`. */
  readonly include_templates?: boolean | undefined;
}

export interface BandFormulaUpdateInput {
  /** The id or the name of a formula. */
  readonly formula_id: string;
  /** Its name. */
  readonly name?: string | null | undefined;
  /** The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 … */
  readonly formula?: string | null | undefined;
  /** A name for people, such as NDVI. */
  readonly display_name?: string | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined;
  /** The values that the colour map runs from and to: [low, high]. */
  readonly value_range?: readonly number[] | null | undefined;
  /** What it is about, such as vegetation, water or custom. */
  readonly category?: string | null | undefined;
}

export interface BandFormulaDeleteInput {
  /** The id or the name of a formula. */
  readonly formula_id: string;
}

export interface BandFormulaDeleteOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export type CogEmptyInput = Readonly<Record<string, never>>;

export interface CogThumbnailInput {
  /** A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with. */
  readonly url: string;
  /** Width in pixels. Default: `256`. */
  readonly width?: number | undefined;
  /** Height in pixels. Default: `256`. */
  readonly height?: number | undefined;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. Default: `"png"`. */
  readonly format?: "webp" | "png" | "jpg" | "jpeg" | undefined;
}

export interface CogStatsInput {
  /** A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with. */
  readonly url: string;
  /** The area: a GeoJSON Polygon, MultiPolygon, or a Feature of one, in degrees; at most 1,000 positions. */
  readonly geometry: Readonly<Record<string, unknown>>;
  /** A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula. */
  readonly expression?: string | null | undefined;
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: string | null | undefined;
  /** Two percentiles from 0 to 100; in an answer the values at each. Default: `[2,98]`. */
  readonly percentiles?: readonly number[] | undefined;
  /** How many bins of equal width the histogram has. Default: `10`. */
  readonly bins?: number | undefined;
}

export interface CogTileInput {
  /** A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with. */
  readonly url: string;
  /** The zoom of the tile. */
  readonly z: number;
  /** The column of the tile, from the west (Web Mercator). */
  readonly x: number;
  /** The row of the tile, from the north (Web Mercator). */
  readonly y: number;
  /** The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it. */
  readonly format: string;
  /** Bands, from 1; for a picture red, green and blue. */
  readonly bands?: string | null | undefined;
  /** A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula. */
  readonly expression?: string | null | undefined;
  /** Values that become black and white, or `auto`. */
  readonly rescale?: string | null | undefined;
  /** A named colour map, such as viridis, or colours by value. */
  readonly colormap?: string | null | undefined;
  /** Quality of lossy formats, from 1 to 100. Default: `85`. */
  readonly quality?: number | undefined;
  /** The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text. */
  readonly aoi?: string | null | undefined;
}

export interface CogTerrainInput {
  /** A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with. */
  readonly url: string;
  /** The zoom of the tile. */
  readonly z: number;
  /** The column of the tile, from the west (Web Mercator). */
  readonly x: number;
  /** The row of the tile, from the north (Web Mercator). */
  readonly y: number;
  /** Whether values are depths, which become heights below 0. Default: `false`. */
  readonly invert?: boolean | undefined;
  /** The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text. */
  readonly aoi?: string | null | undefined;
  /** The edge of a tile in pixels: 256 or 512. Default: `256`. */
  readonly size?: 256 | 512 | undefined;
}

export interface UploadInitiate {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** How files arrive. Default: `"browser"`. */
  readonly transfer_method?: string | undefined;
  /** How many files. Default: `1`. */
  readonly file_count?: number | undefined;
  /** Length of all files in bytes. Default: `0`. */
  readonly total_bytes?: number | undefined;
  /** Id of the collection that the uploaded item joins. */
  readonly target_collection_id?: string | null | undefined;
  /** Id of the item whose file is replaced. */
  readonly target_item_id?: string | null | undefined;
  /** Id of the item whose drawn file this one replaces (UUID): maps and links show it as soon as the upload is completed. */
  readonly replaces_item_id?: string | null | undefined;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key?: string | null | undefined;
  /** Whether values are classes, which are never averaged. Default: `false`. */
  readonly is_categorical?: boolean | undefined;
}

export interface UploadOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: string;
  /** How files arrive. */
  readonly transfer_method: string;
  /** How many files. */
  readonly file_count: number;
  /** Length of all files in bytes. */
  readonly total_bytes: number;
  /** Bytes that have arrived. */
  readonly bytes_uploaded: number;
  /** Id of the collection that the uploaded item joins. */
  readonly target_collection_id: string | null;
  /** Id of the item whose file is replaced. */
  readonly target_item_id: string | null;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key: string | null;
  /** Whether values are classes, which are never averaged. */
  readonly is_categorical: boolean;
  /** Id of the item (UUID). */
  readonly item_id: string | null;
  /** What is wrong with the upload; null when nothing is. */
  readonly error_message: string | null;
  /** The step that failed; null when none did. */
  readonly error_step: string | null;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** When it was completed (RFC 3339); null until then. */
  readonly completed_at: string | null;
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest?: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null | undefined;
  readonly [field: string]: unknown;
}

export interface SignedUrlInput {
  /** Id of the upload (UUID). */
  readonly upload_id: string;
  /** The name of the file. */
  readonly file_name: string;
  /** The media type of the file that will be sent. Default: `"application/octet-stream"`. */
  readonly content_type?: string | undefined;
}

export interface SignedUrlOutput {
  /** Where to PUT the bytes, for a limited time. */
  readonly upload_url: string;
  /** The key of the object that the upload becomes. */
  readonly object_path: string;
  /** When it ends (RFC 3339); null: it does not. */
  readonly expires_at: string;
}

export interface PartUrlsInput {
  /** Id of the upload (UUID). */
  readonly upload_id: string;
  /** The name of the file. */
  readonly file_name: string;
  /** Length of all files in bytes. */
  readonly total_bytes: number;
  /** How many are answered at most. Default: `20`. */
  readonly limit?: number | undefined;
}

export interface PartUrlsOutput {
  /** Bytes of each part but the last. */
  readonly part_bytes: number;
  /** How many parts the file has; null where it arrives whole. */
  readonly part_count: number;
  /** Parts that have yet to arrive. */
  readonly parts_left: number;
  /** Bytes that have arrived. */
  readonly bytes_uploaded: number;
  /** Addresses for the parts that have yet to be sent. */
  readonly parts: readonly { /** The number of the part, from 1. */
  readonly part_number: number; /** Where the part begins in its file. */
  readonly first_byte: number; /** Length in bytes. */
  readonly bytes: number; /** Where to PUT the bytes, for a limited time. */
  readonly upload_url: string; }[];
  /** When it ends (RFC 3339); null: it does not. */
  readonly expires_at: string;
}

export interface UploadGetInput {
  /** Id of the upload (UUID). */
  readonly upload_id: string;
}

export interface UploadWithFiles {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: string;
  /** How files arrive. */
  readonly transfer_method: string;
  /** How many files. */
  readonly file_count: number;
  /** Length of all files in bytes. */
  readonly total_bytes: number;
  /** Bytes that have arrived. */
  readonly bytes_uploaded: number;
  /** Id of the collection that the uploaded item joins. */
  readonly target_collection_id: string | null;
  /** Id of the item whose file is replaced. */
  readonly target_item_id: string | null;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key: string | null;
  /** Whether values are classes, which are never averaged. */
  readonly is_categorical: boolean;
  /** Id of the item (UUID). */
  readonly item_id: string | null;
  /** What is wrong with the upload; null when nothing is. */
  readonly error_message: string | null;
  /** The step that failed; null when none did. */
  readonly error_step: string | null;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** When it was completed (RFC 3339); null until then. */
  readonly completed_at: string | null;
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest?: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null | undefined;
  /** How many files are being prepared. */
  readonly files: readonly { /** Its name. */
  readonly name: string; /** Length of all files in bytes. */
  readonly total_bytes: number | null; /** Bytes that have arrived. */
  readonly bytes_uploaded: number; /** How many parts the file has; null where it arrives whole. */
  readonly part_count: number | null; /** Parts that have yet to arrive. */
  readonly parts_left: number | null; }[];
  readonly [field: string]: unknown;
}

export interface UploadsListInput {
  /** Id of the project (UUID). */
  readonly project_id?: string | null | undefined;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status?: "open" | "uploading" | "processing" | "completed" | "failed" | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** Continues after this one: `next_before` of the page before. */
  readonly before?: string | null | undefined;
}

export interface UploadsListOutput {
  /** Uploads, newest first, without what has arrived of their files: uploads.get answers that. */
  readonly uploads: readonly UploadOutput[];
  /** What to send as `before` for the next page; null on the last one. */
  readonly next_before: string | null;
}

export interface UploadProgressInput {
  /** Id of the upload (UUID). */
  readonly upload_id: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status?: "open" | "uploading" | "processing" | (string & {}) | null | undefined;
  /** Bytes that have arrived. */
  readonly bytes_uploaded?: number | null | undefined;
}

export interface UploadFailInput {
  /** Id of the upload (UUID). */
  readonly upload_id: string;
  /** What is wrong with the upload; null when nothing is. */
  readonly error_message: string;
  /** The step that failed; null when none did. */
  readonly error_step?: string | null | undefined;
}

export interface UsageCurrentInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
}

export interface UsageHistoryInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Months, newest first; on input how many of them. Default: `3`. */
  readonly months?: number | undefined;
}

export interface UsageQueryInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The current month's beginning if absent. */
  readonly from?: string | undefined;
  /** The first instant that no longer counts; now if absent. Windows are whole: the last one ends here or later. */
  readonly to?: string | undefined;
  /** The length of a row in time: `hour`, `day` or `month`. Default: `"day"`. */
  readonly window?: "hour" | "day" | "month" | undefined;
  /** link, target, project, and `tag:KEY` for up to three cost-allocation tags. Default: `[]`. */
  readonly group_by?: readonly string[] | undefined;
  /** Only usage of this link. */
  readonly link_id?: string | undefined;
  /** Only usage of this item or collection. */
  readonly target_id?: string | undefined;
  /** Only usage of what lies in this project now. */
  readonly project_id?: string | undefined;
  /** How many are answered at most. Default: `500`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface RecalculateInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
}

export type OrganizationLimitsInput = Readonly<Record<string, never>>;

export interface OrganizationLimitsOutput {
  /** Limits of the organization, with what is used of them. */
  readonly limits: readonly { /** Its name. */
  readonly name: string; /** How many are answered at most. */
  readonly limit: number; /** Its kind, for programs. */
  readonly kind: "rate" | "waiting" | "amount"; /** What is used of the limit. */
  readonly used: number | null; /** A longer text for people. */
  readonly description: string; /** What to do about it. */
  readonly remedy: string; }[];
}

export interface AuditListInput {
  /** The operation, such as share.link.create. */
  readonly operation_id?: string | null | undefined;
  /** Id of the person or key. */
  readonly principal_id?: string | null | undefined;
  /** Answers what happened since then (RFC 3339). */
  readonly since?: string | null | undefined;
  /** Answers what happened until then (RFC 3339). */
  readonly until?: string | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** Continues after this one: `next_before` of the page before. */
  readonly before?: string | null | undefined;
}

export interface AuditListOutput {
  /** Entries, in their order. */
  readonly entries: readonly { /** Its id (UUID). */
  readonly id: string; /** When it happened (RFC 3339). */
  readonly occurred_at: string; /** Whether it was a person, a key or the system. */
  readonly principal_type: string; /** Id of the person or key. */
  readonly principal_id: string | null; /** The operation, such as share.link.create. */
  readonly operation_id: string; /** What it was done to: kind and id. */
  readonly subject: Readonly<Record<string, string>>; /** What came of it: a status of HTTP, or accepted and refused. */
  readonly outcome: number; /** The network address of the caller, shortened; null where it is not known. */
  readonly client_address: string | null; /** Id of the request: name it to support. */
  readonly request_id: string; }[];
  /** What to send as `before` for the next page; null on the last one. */
  readonly next_before: string | null;
}

export interface SecurityLogInput {
  /** Its kind, for programs. */
  readonly kind?: "log_in" | "token" | "device" | "credential" | "key_made" | "key_revoked" | "password_changed" | "user_disabled" | "user_enabled" | "session_ended" | "queue_board" | null | undefined;
  /** Answers what happened since then (RFC 3339). */
  readonly since?: string | null | undefined;
  /** Answers what happened until then (RFC 3339). */
  readonly until?: string | null | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** Continues after this one: `next_before` of the page before. */
  readonly before?: string | null | undefined;
}

export interface SecurityLogOutput {
  /** Events, in the order in which they happened. */
  readonly events: readonly { /** Its id (UUID). */
  readonly id: string; /** When it happened (RFC 3339). */
  readonly occurred_at: string; /** Its kind, for programs. */
  readonly kind: string; /** What came of it: a status of HTTP, or accepted and refused. */
  readonly outcome: string; /** Whether it was a person, a key or the system. */
  readonly principal_type: string | null; /** Id of the person or key. */
  readonly principal_id: string | null; /** What it was done to: kind and id. */
  readonly subject: Readonly<Record<string, string>>; /** The network address of the caller, shortened; null where it is not known. */
  readonly client_address: string | null; /** How often it happened within the minute. */
  readonly count: number; }[];
  /** What to send as `before` for the next page; null on the last one. */
  readonly next_before: string | null;
}

export type UsersListInput = Readonly<Record<string, never>>;

export interface UsersListOutput {
  /** People of the organization. */
  readonly users: readonly UserOutput[];
}

export interface UserDisableInput {
  /** Id of the person (UUID). */
  readonly user_id: string;
}

export interface UserOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** The e-mail address. */
  readonly email: string;
  /** Its name. */
  readonly name: string;
  /** Whether the person administers the organization. */
  readonly is_organization_admin: boolean;
  /** When the person was disabled (RFC 3339); null when active. */
  readonly disabled_at: string | null;
}

export interface UserEnableInput {
  /** Id of the person (UUID). */
  readonly user_id: string;
}

export interface ChangePasswordInput {
  /** The password until now. */
  readonly current_password: string;
  /** The password from now on. */
  readonly new_password: string;
}

export interface ChangePasswordOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export interface SessionsListInput {
  /** Id of the person (UUID). */
  readonly user_id?: string | null | undefined;
}

export interface SessionsListOutput {
  /** Sessions that are open. */
  readonly sessions: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the person (UUID). */
  readonly user_id: string; /** The program that the session was opened for. */
  readonly client_id: string; /** What the session may do. */
  readonly scopes: readonly string[]; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last used (RFC 3339), to the minute. */
  readonly last_used_at: string; }[];
}

export interface SessionRevokeInput {
  /** Id of the session. */
  readonly session_id: string;
}

export interface SessionRevokeOutput {
  /** True: it is done. */
  readonly ok: boolean;
  /** Its id (UUID). */
  readonly id: string;
}

export interface BillingRatesSet {
  /** Id of the organization (UUID). */
  readonly organization_id?: string | undefined;
  /** The name of the plan; null: prices of the organization's own. */
  readonly plan?: string | undefined;
  /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Tiles a month that cost nothing. Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  /** The amount that a month costs at least. */
  readonly minimum?: string | undefined;
  /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[];
  /** Why, in a sentence for people. */
  readonly reason?: string | undefined;
}

export interface SetRateCard {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string | null;
  /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null;
  /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string;
  /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number;
  /** The amount that a month costs at least. */
  readonly minimum: string;
  /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[];
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null;
  /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean;
  /** Why, in a sentence for people. */
  readonly reason: string | null;
  /** What it replaces; null for the first one. */
  readonly replaces: { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string | null; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null; /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string; /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number; /** The amount that a month costs at least. */
  readonly minimum: string; /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[]; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null; /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean; /** Why, in a sentence for people. */
  readonly reason: string | null; } | null;
}

export interface BillingRatesList {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Answers cards that were replaced as well. Default: `false`. */
  readonly include_superseded?: boolean | undefined;
}

export interface BillingPlansAssign {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string;
}

export interface BillingStatementsGet {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingStatementsList {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period?: string | undefined;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingStatementsDocument {
  /** Id of the statement (UUID). */
  readonly statement_id: string;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. Default: `"pdf"`. */
  readonly format?: "html" | "pdf" | "ubl" | undefined;
  /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined;
}

export interface BillingPeriodsPreview {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** A change against the month before that is reported, as a ratio: 0.5 is half. Default: `0.5`. */
  readonly change_ratio?: number | undefined;
  /** Answers only organizations with findings. Default: `false`. */
  readonly findings_only?: boolean | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingPeriodPreview {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: number;
  /** What a close would report. */
  readonly findings: number;
  /** Statements. */
  readonly statements: readonly { /** Id of the organization (UUID). */
  readonly organization_id: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string | null; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string | null; /** How many tiles. */
  readonly tiles: number; /** The total of the month before. */
  readonly last_total: string | null; /** What a close would report. */
  readonly findings: readonly { /** Its kind, for programs. */
  readonly kind: "fault" | "unpriced" | "change" | "negative" | "document"; /** A sentence for people. */
  readonly message: string; }[]; }[];
}

export interface BillingPeriodsClose {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
}

export interface BillingPeriod {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "sealed" | "closed";
  /** When the month was sealed (RFC 3339): its usage is final. */
  readonly sealed_at: string;
  /** Who sealed the month; null where the system did. */
  readonly sealed_by: string | null;
  /** Until when statements are drafts (RFC 3339); null when they are issued. */
  readonly draft_until: string | null;
  /** Whether a second person has to approve the statements of a month. */
  readonly needs_approval: boolean;
  /** When the month was approved (RFC 3339). */
  readonly approved_at: string | null;
  /** Who approved the month. */
  readonly approved_by: string | null;
  /** When the month was closed (RFC 3339). */
  readonly closed_at: string | null;
  /** Who closed the month; null where the system did. */
  readonly closed_by: string | null;
  /** Statements. */
  readonly statements: number | null;
  /** Organizations whose statement of the month stays open, with the reason. */
  readonly open_accounts: readonly { /** Id of the organization (UUID). */
  readonly organization_id: string; /** Why the month stays open for an organization. */
  readonly fault: string; }[];
  /** The entry of the books that seals the month. */
  readonly books: { /** The number of the entry in the books. */
  readonly entry: number; /** SHA-256 in hexadecimal. */
  readonly sha256: string; } | null;
}

export type BillingPeriodsList = Readonly<Record<string, never>>;

export interface BillingPeriodsDraft {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
}

export interface BillingPeriodsApprove {
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
}

export type BillingSettingsGet = Readonly<Record<string, never>>;

export interface BillingSettings {
  /** Days between the close of a month and the issue of its statements. */
  readonly draft_days: number;
  /** Whether a second person has to approve the statements of a month. */
  readonly needs_approval: boolean;
  /** Accounts of the journal layout, by what is booked on them. */
  readonly journal_accounts: { /** The account of what customers owe. */
  readonly receivable: string; /** The account of revenue by usage. */
  readonly usage: string; /** The account of what was billed to reach a minimum. */
  readonly minimum: string; /** The account of debit notes. */
  readonly debit: string; /** The account of credits. */
  readonly credit: string; /** The account of differences by rounding. */
  readonly rounding: string; };
  /** What documents say of the operator. */
  readonly seller: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string | null; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. */
  readonly rate: string; /** Why, in a sentence for people. */
  readonly reason: string | null; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** A short text for people. */
  readonly title?: "statement" | "invoice" | undefined; /** What numbers of documents begin with. */
  readonly number_prefix?: string | undefined; /** The account that invoices are paid to (IBAN). */
  readonly iban?: string | undefined; /** The bank identifier (BIC) of the account that invoices are paid to. */
  readonly bic?: string | undefined; /** The terms of payment, as they stand in documents. */
  readonly payment_terms?: string | undefined; /** A text at the end of documents. */
  readonly notes?: string | undefined; } | null;
}

export interface BillingSettingsUpdate {
  /** Days between the close of a month and the issue of its statements. */
  readonly draft_days?: number | undefined;
  /** Whether a second person has to approve the statements of a month. */
  readonly needs_approval?: boolean | undefined;
  /** Accounts of the journal layout, by what is booked on them. */
  readonly journal_accounts?: Readonly<Record<string, string>> | undefined;
  /** What documents say of the operator. */
  readonly seller?: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. Default: `null`. */
  readonly currency?: string | null | undefined; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. Default: `"0"`. */
  readonly rate?: string | undefined; /** Why, in a sentence for people. Default: `null`. */
  readonly reason?: string | null | undefined; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** A short text for people. */
  readonly title?: "statement" | "invoice" | undefined; /** What numbers of documents begin with. */
  readonly number_prefix?: string | undefined; /** The account that invoices are paid to (IBAN). */
  readonly iban?: string | undefined; /** The bank identifier (BIC) of the account that invoices are paid to. */
  readonly bic?: string | undefined; /** The terms of payment, as they stand in documents. */
  readonly payment_terms?: string | undefined; /** A text at the end of documents. */
  readonly notes?: string | undefined; } | null | undefined;
}

export interface BillingBooksList {
  /** Answers entries after this one. Default: `0`. */
  readonly after?: number | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
}

export interface BillingBooksStatements {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
}

export interface BillingCreditsCreate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the organization that pays (UUID). */
  readonly belongs_to: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
  readonly amount: string;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** Also beyond what was billed. Default: `false`. */
  readonly force?: boolean | undefined;
}

export interface CreditNote {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the organization that pays (UUID). */
  readonly belongs_to: string;
  /** The month in which it is billed, as YYYY-MM. */
  readonly booked_in: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
  readonly amount: string;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** The number of the document, without gaps. */
  readonly number: string;
}

export interface TransactionsInput {
  /** How many are answered at most. Default: `50`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
  /** Only notes whose reason holds this text, in any case. */
  readonly reason?: string | null | undefined;
}

export interface OrgStatusInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
}

export interface InvoicesInput {
  /** How many are answered at most. Default: `50`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface RunInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Differences of more bytes than this are flagged; other counters may not differ at all. Default: `1048576`. */
  readonly threshold_bytes?: number | undefined;
}

export interface RunAllInput {
  /** Differences of more bytes than this are flagged; other counters may not differ at all. Default: `1048576`. */
  readonly threshold_bytes?: number | undefined;
}

export interface RunsInput {
  /** Id of the organization (UUID). */
  readonly organization_id?: string | null | undefined;
  /** Whether only runs that were flagged are listed. Default: `false`. */
  readonly flagged_only?: boolean | undefined;
  /** How many are answered at most. Default: `50`. */
  readonly limit?: number | undefined;
}

export interface DriftInput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
}

export interface BillingRatesSimulate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Tiles a month that cost nothing. Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  /** The amount that a month costs at least. */
  readonly minimum?: string | undefined;
  /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[];
}

export interface BillingSimulation {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "closed" | "open";
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** The total as it was billed. */
  readonly current_total: string | null;
  /** The total with the other card. */
  readonly simulated_total: string | null;
  /** The simulated total less the one that was billed. */
  readonly difference: string;
  /** Lines of the statement. */
  readonly lines: readonly { /** Its kind, for programs. */
  readonly kind: "correction" | "minimum" | "rounding"; /** Id of the link (UUID). */
  readonly link_id: string | null; /** Id of the item or collection (UUID). */
  readonly target_id: string | null; /** The tier of the rate card, from 1; null: a minimum. */
  readonly tier: number | null; /** How many tiles. */
  readonly quantity: string | null; /** The price of one tile, as a decimal text. */
  readonly unit_price: string | null; /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
  readonly amount: string; /** A longer text for people. */
  readonly description: string; }[];
}

export interface BillingRatesEnd {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string;
  /** Why, in a sentence for people. */
  readonly reason?: string | undefined;
}

export interface BillingAdjustmentsCreate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
  readonly amount: string;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** Id of the organization that pays (UUID). */
  readonly belongs_to?: string | undefined;
  /** Id of the statement (UUID). */
  readonly statement_id?: string | undefined;
  /** The line of the statement, from 1. */
  readonly line_number?: number | undefined;
  /** Also beyond what was billed. Default: `false`. */
  readonly force?: boolean | undefined;
}

export interface BillingAdjustment {
  /** Its id (UUID). */
  readonly id: string;
  /** The number of the document, without gaps. */
  readonly number: string;
  /** Its kind, for programs. */
  readonly kind: "credit" | "debit";
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Id of the organization that pays (UUID). */
  readonly belongs_to: string;
  /** The month in which it is billed, as YYYY-MM. */
  readonly booked_in: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** The amount, in the currency beside it, as a decimal text; negative in the customer's favour. */
  readonly amount: string;
  /** Why, in a sentence for people. */
  readonly reason: string;
  /** Id of the statement (UUID). */
  readonly statement_id: string | null;
  /** The line of the statement, from 1. */
  readonly line_number: number | null;
  /** Id of the entry that this one takes back; null where it takes back none. */
  readonly voids: string | null;
  /** Id of the entry that takes this one back; null where none does. */
  readonly voided_by: string | null;
  /** Id of the rate card (UUID). */
  readonly rate_card_id: string | null;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
}

export interface BillingAdjustmentsList {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period?: string | undefined;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingAdjustmentsVoid {
  /** Id of the adjustment (UUID). */
  readonly adjustment_id: string;
  /** Why, in a sentence for people. */
  readonly reason: string;
}

export interface BillingAdjustmentsRerate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
  /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). Default: `"graduated"`. */
  readonly mode?: "graduated" | "volume" | undefined;
  /** Tiles a month that cost nothing. Default: `0`. */
  readonly free_tiles_per_month?: number | undefined;
  /** The amount that a month costs at least. */
  readonly minimum?: string | undefined;
  /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[];
  /** Why, in a sentence for people. */
  readonly reason: string;
}

export interface BillingAdjustmentsDocument {
  /** Id of the adjustment (UUID). */
  readonly adjustment_id: string;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. Default: `"pdf"`. */
  readonly format?: "html" | "pdf" | "ubl" | undefined;
  /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined;
}

export interface BillingPartiesGet {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
}

export interface BillingPartiesSet {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** What documents say of the customer. */
  readonly party: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. Default: `null`. */
  readonly currency?: string | null | undefined; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. Default: `"0"`. */
  readonly rate?: string | undefined; /** Why, in a sentence for people. Default: `null`. */
  readonly reason?: string | null | undefined; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** The customer's order number. */
  readonly purchase_order?: string | undefined; /** The customer's own reference. */
  readonly reference?: string | undefined; /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingAccountsList {
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingAccounts {
  /** Organizations by name. */
  readonly accounts: readonly { /** Id of the organization (UUID). */
  readonly organization_id: string; /** Its name. */
  readonly name: string; /** When it was made (RFC 3339). */
  readonly created_at: string; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string; /** The last month that is billed, as YYYY-MM; null: no end is set. */
  readonly last_period: string | null; /** Whether it sets prices and closes months for all organizations. */
  readonly operates_billing: boolean; }[];
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BillingAccountsEnd {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The last month that is billed, as YYYY-MM; null: no end is set. */
  readonly last_period: string | null;
  /** Why, in a sentence for people. */
  readonly reason: string;
}

export interface BillingExportsCreate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. Default: `"statement"`. */
  readonly layout?: "statement" | "usage" | "focus" | "focus-billing-period" | "focus-invoice-detail" | "prices" | "journal" | undefined;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. Default: `"csv"`. */
  readonly format?: "csv" | "ndjson" | "parquet" | undefined;
  /** Whether CSV begins with a byte order mark, as Excel expects. Default: `false`. */
  readonly excel?: boolean | undefined;
  /** The version of FOCUS; null in other layouts. */
  readonly focus_version?: "1.3" | "1.4" | undefined;
  /** Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV. */
  readonly escape_formulas?: boolean | undefined;
  /** How finely rows are cut: `month` or `day`. */
  readonly charge_period?: "month" | "day" | undefined;
  /** Export a month that is not closed as it is now. Of a closed month the export is final. Default: `false`. */
  readonly provisional?: boolean | undefined;
}

export interface BillingExport {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string | null;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. */
  readonly layout: string;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. */
  readonly format: string;
  /** Whether CSV begins with a byte order mark, as Excel expects. */
  readonly excel: boolean;
  /** The version of FOCUS; null in other layouts. */
  readonly focus_version: string | null;
  /** Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV. */
  readonly escape_formulas: boolean;
  /** How finely rows are cut: `month` or `day`. */
  readonly charge_period: "month" | "day";
  /** Whether the month is closed: the file will not change any more. */
  readonly final: boolean;
  /** The time whose usage a provisional export shows (RFC 3339); null when it is final. */
  readonly as_of: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "queued" | "running" | "completed" | "failed";
  /** Rows that are to be written; null while it is not known. */
  readonly rows_total: number | null;
  /** Rows that are written. */
  readonly rows_done: number;
  /** Why it failed; null when it did not. */
  readonly failure: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was completed (RFC 3339); null until then. */
  readonly completed_at: string | null;
}

export interface BillingExportsGet {
  /** Id of the export (UUID). */
  readonly export_id: string;
}

export interface BillingExportsList {
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BillingExportsDownload {
  /** Id of the export (UUID). */
  readonly export_id: string;
  /** The name of the file within the export. Default: `"manifest.json"`. */
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
  /** A longer text for people. */
  readonly description?: string | null | undefined;
}

export interface SubscriptionOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** The type of the event, such as share_link.opened_first. */
  readonly event_type: string;
  /** The HTTPS address that events are sent to. */
  readonly endpoint_url: string;
  /** Which events are sent: links, items or projects they concern; null: all. */
  readonly filter_config: Readonly<Record<string, unknown>>;
  /** Names of the headers that are sent along; their values are kept sealed. */
  readonly header_names: readonly string[];
  /** A longer text for people. */
  readonly description: string | null;
  /** Whether events are sent. */
  readonly active: boolean;
  /** Why events are no longer sent. */
  readonly disabled_reason: string | null;
  /** Since when every attempt has failed (RFC 3339); null when the last one succeeded. */
  readonly failing_since: string | null;
  /** Failed attempts since the last success. */
  readonly failures: number;
  /** Until when signatures by the former secret are sent as well (RFC 3339). */
  readonly former_secret_until: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** Signs deliveries; shown this once. */
  readonly secret?: string | undefined;
  readonly [field: string]: unknown;
}

export interface GetSubscriptionInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
}

export interface ListSubscriptionsInput {
  /** The type of the event, such as share_link.opened_first. */
  readonly event_type?: string | null | undefined;
  /** Whether events are sent now; on input, only subscriptions that are. */
  readonly active?: boolean | null | undefined;
}

export interface UpdateSubscriptionInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
  /** The HTTPS address that events are sent to. */
  readonly endpoint_url?: string | null | undefined;
  /** Which events are sent: links, items or projects they concern; null: all. */
  readonly filter_config?: Readonly<Record<string, string | readonly string[]>> | null | undefined;
  /** Headers that are sent along, by name. */
  readonly headers?: Readonly<Record<string, string>> | null | undefined;
  /** Whether events are sent. */
  readonly active?: boolean | null | undefined;
  /** A longer text for people. */
  readonly description?: string | null | undefined;
}

export interface DeleteSubscriptionInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
}

export interface DeleteSubscriptionOutput {
  /** True: it has been deleted. */
  readonly deleted: boolean;
}

export interface RotateSubscriptionSecretInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
  /** How long the former secret signs as well; 0 ends it at once. Default: `24`. */
  readonly keep_hours?: number | undefined;
}

export interface TestSubscriptionInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
}

export interface TestSubscriptionOutput {
  /** delivered, failed, or pending while there was no attempt yet. */
  readonly status: string;
  /** Whether the endpoint accepted it. */
  readonly delivered: boolean;
  /** The status that the endpoint answered; null where it answered none. */
  readonly http_status?: number | null | undefined;
  /** What went wrong at the last attempt; null when nothing did. */
  readonly error?: string | null | undefined;
  /** Id of the event (UUID). */
  readonly event_id: string;
  /** The type of the event, such as share_link.opened_first. */
  readonly event_type: string;
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
}

export interface ListDeliveriesInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status?: "pending" | "delivered" | "failed" | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface ReplayDeliveriesInput {
  /** Id of the subscription (UUID). */
  readonly subscription_id: string;
  /** Id of the delivery (UUID). */
  readonly delivery_id?: string | undefined;
  /** Repeats deliveries that have failed since then (RFC 3339). */
  readonly failed_since?: string | undefined;
}

export interface ReplayDeliveriesOutput {
  /** How many deliveries are sent again. */
  readonly replayed: number;
}

export interface ListEventsInput {
  /** Its type; of a problem, an address that names it. */
  readonly type?: "statement.issued" | "export.ready" | "export.delivered" | "export.delivery_failed" | "link.opened" | "link.limit_reached" | "link.expires_soon" | "budget.threshold_reached" | "subscription.disabled" | undefined;
  /** The sequence of the last event that you know. Default: `0`. */
  readonly after?: number | undefined;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
}

export interface BillingDeliveriesCreate {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Its name. */
  readonly name: string;
  /** The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. Default: `"focus"`. */
  readonly layout?: "statement" | "usage" | "focus" | "focus-billing-period" | "focus-invoice-detail" | "prices" | "journal" | undefined;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. Default: `"parquet"`. */
  readonly format?: "csv" | "ndjson" | "parquet" | undefined;
  /** Whether CSV begins with a byte order mark, as Excel expects. Default: `false`. */
  readonly excel?: boolean | undefined;
  /** The version of FOCUS; null in other layouts. */
  readonly focus_version?: "1.3" | "1.4" | undefined;
  /** Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV. */
  readonly escape_formulas?: boolean | undefined;
  /** How finely rows are cut: `month` or `day`. */
  readonly charge_period?: "month" | "day" | undefined;
  /** Brings open months every day; false: months that are closed, once. Default: `true`. */
  readonly provisional?: boolean | undefined;
  /** Of the day, in UTC. Default: `3`. */
  readonly hour?: number | undefined;
  /** Of a server that speaks S3, without the bucket; absent for Amazon S3. */
  readonly endpoint_url?: string | undefined;
  /** The region of the bucket. Default: `"us-east-1"`. */
  readonly region?: string | undefined;
  /** The customer's S3 bucket. */
  readonly bucket: string;
  /** What names of objects begin with. Default: `""`. */
  readonly prefix?: string | undefined;
  /** Whether the bucket stands in the path; by default for servers other than Amazon's. */
  readonly path_style?: boolean | undefined;
  /** The access key of the bucket's credentials. Its secret is kept sealed and never answered. */
  readonly access_key_id: string;
  /** Encrypted, and never answered. */
  readonly secret_access_key: string;
}

export interface BillingDelivery {
  /** Its id (UUID). */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string | null;
  /** The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. */
  readonly layout: string;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. */
  readonly format: string;
  /** Whether CSV begins with a byte order mark, as Excel expects. */
  readonly excel: boolean;
  /** The version of FOCUS; null in other layouts. */
  readonly focus_version: string | null;
  /** Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV. */
  readonly escape_formulas: boolean | null;
  /** How finely rows are cut: `month` or `day`. */
  readonly charge_period: string | null;
  /** Whether open months are delivered too, until they are final. */
  readonly provisional: boolean;
  /** The hour of the day at which it is delivered, in UTC. */
  readonly hour: number;
  /** The address of the S3 service; Amazon's own when null. */
  readonly endpoint_url: string | null;
  /** The region of the bucket. */
  readonly region: string;
  /** The customer's S3 bucket. */
  readonly bucket: string;
  /** What names of objects begin with. */
  readonly prefix: string;
  /** Whether the bucket stands in the path of addresses rather than in the host's name. */
  readonly path_style: boolean;
  /** The access key of the bucket's credentials. Its secret is kept sealed and never answered. */
  readonly access_key_id: string;
  /** Whether it is carried out by its schedule. */
  readonly active: boolean;
  /** When it is next carried out (RFC 3339). */
  readonly next_run_at: string;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
}

export type BillingDeliveriesList = Readonly<Record<string, never>>;

export interface BillingDeliveriesGet {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
}

export interface BillingDeliveriesUpdate {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
  /** Its name. */
  readonly name?: string | undefined;
  /** Whether open months are delivered too, until they are final. */
  readonly provisional?: boolean | undefined;
  /** Of the day, in UTC. */
  readonly hour?: number | undefined;
  /** The access key of the bucket's credentials. Its secret is kept sealed and never answered. */
  readonly access_key_id?: string | undefined;
  /** Encrypted, and never answered. */
  readonly secret_access_key?: string | undefined;
  /** Whether it is carried out by its schedule. */
  readonly active?: boolean | undefined;
}

export interface BillingDeliveriesDelete {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
}

export interface BillingDeliveriesRun {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period?: string | undefined;
}

export interface BillingDeliveryRun {
  /** Its id (UUID). */
  readonly id: string;
  /** Null for a test of the bucket. */
  readonly period: string | null;
  /** Id of the export (UUID). */
  readonly export_id: string | null;
  /** Whether the month is closed: the file will not change any more. */
  readonly final: boolean | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "pending" | "delivered" | "failed";
  /** How often it has been tried. */
  readonly attempts: number;
  /** When it is tried again (RFC 3339); null when it is not. */
  readonly next_attempt_at: string | null;
  /** When it was last tried (RFC 3339). */
  readonly last_attempt_at: string | null;
  /** Of the last attempt, as the bucket's server says it. */
  readonly error: string | null;
  /** Below the prefix; the manifest last. */
  readonly objects: readonly string[];
  /** Length in bytes. */
  readonly bytes: number;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it ended, however it did (RFC 3339); null until then. */
  readonly ended_at: string | null;
}

export interface BillingDeliveriesTest {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
}

export interface BillingDeliveriesRunsList {
  /** Id of the delivery (UUID). */
  readonly delivery_id: string;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface BudgetCreate {
  /** Its name. */
  readonly name: string;
  /** The amount of the budget, in its currency, as a decimal text. */
  readonly amount: string;
  /** That of this month's prices if absent. */
  readonly currency?: "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BGN" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VED" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XCG" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG" | undefined;
  /** Only usage of what lies in this project. */
  readonly project_id?: string | undefined;
  /** Only usage of this link. */
  readonly link_id?: string | undefined;
  /** Percents of the amount at which an event is written, each once a month. Default: `[50,80,100]`. */
  readonly thresholds?: readonly number[] | undefined;
  /** Whether the budget also reports that it will be passed at the present pace. Default: `true`. */
  readonly forecast?: boolean | undefined;
}

export interface Budget {
  /** Its id (UUID). */
  readonly id: string;
  /** Its name. */
  readonly name: string;
  /** Id of the project (UUID). */
  readonly project_id: string | null;
  /** Id of the link (UUID). */
  readonly link_id: string | null;
  /** The amount of the budget, in its currency, as a decimal text. */
  readonly amount: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** Shares of the amount that are reported, in percent. */
  readonly thresholds: readonly number[];
  /** Whether the budget also reports that it will be passed at the present pace. */
  readonly forecast: boolean;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** The month as YYYY-MM, in UTC. */
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
  /** Id of the budget (UUID). */
  readonly budget_id: string;
  /** Its name. */
  readonly name?: string | undefined;
  /** The amount of the budget, in its currency, as a decimal text. */
  readonly amount?: string | undefined;
  /** Percents of the amount at which an event is written, each once a month. */
  readonly thresholds?: readonly number[] | undefined;
  /** Whether the budget also reports that it will be passed at the present pace. */
  readonly forecast?: boolean | undefined;
}

export interface BudgetDelete {
  /** Id of the budget (UUID). */
  readonly budget_id: string;
}

export interface TilesWarmEstimate {
  /** `item` or `collection`. */
  readonly target_type: "link" | "item" | "collection";
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** By default the lowest zoom that the TileJSON of the target names. */
  readonly zoom_min?: number | undefined;
  /** By default the highest one. Each level has about four times the tiles of the one before. */
  readonly zoom_max?: number | undefined;
  /** Only tiles that touch this area are drawn; null: all of the target. */
  readonly bounds?: readonly number[] | null | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** Quality of lossy formats, from 1 to 100. Default: `82`. */
  readonly quality?: number | undefined;
}

export interface TilesWarmEstimateOutput {
  /** `item` or `collection`. */
  readonly target_type: "link" | "item" | "collection";
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile: string | null;
  /** The format of tiles, as in their addresses: png, jpg, webp, avif or auto. */
  readonly format: string;
  /** 1 for 256 pixels, 2 for 512. */
  readonly scale: 1 | 2;
  /** Quality of lossy formats, from 1 to 100. */
  readonly quality: number;
  /** The first zoom. */
  readonly zoom_min: number;
  /** The last zoom. */
  readonly zoom_max: number;
  /** The area: west, south, east, north in degrees; null: all of the target. */
  readonly bounds: readonly number[] | null;
  /** Beyond the limit, counting ended: there are at least so many. */
  readonly tiles: number;
  /** Tiles that a warm-up may have. */
  readonly tiles_max: number;
  /** Whether the warm-up may be started: it has no more tiles than are allowed. */
  readonly is_within_limit: boolean;
  /** The last zoom with which the warm-up has no more tiles than are allowed. */
  readonly zoom_max_within_limit: number | null;
  /** Tiles by zoom. */
  readonly levels: readonly { /** The zoom. */
  readonly zoom: number; /** How many tiles. */
  readonly tiles: number; }[];
  /** About how many bytes the tiles will take in the store. */
  readonly estimated_bytes: number;
  /** Objects in S3: one for each block of neighbouring tiles; of a mosaic, one for each tile. */
  readonly estimated_writes: number;
  /** What writing them to S3 costs at list prices, in millionths of a dollar. */
  readonly estimated_writes_micro_usd: number;
  /** What keeping them there costs a month at list prices, in millionths of a dollar. */
  readonly estimated_month_micro_usd: number;
}

export interface TilesWarmStart {
  /** `item` or `collection`. */
  readonly target_type: "link" | "item" | "collection";
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** By default the lowest zoom that the TileJSON of the target names. */
  readonly zoom_min?: number | undefined;
  /** By default the highest one. Each level has about four times the tiles of the one before. */
  readonly zoom_max?: number | undefined;
  /** Only tiles that touch this area are drawn; null: all of the target. */
  readonly bounds?: readonly number[] | null | undefined;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile?: string | null | undefined;
  /** The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes. */
  readonly format?: "png" | "jpg" | "jpeg" | "webp" | "avif" | "auto" | null | undefined;
  /** 1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens. */
  readonly scale?: 1 | 2 | null | undefined;
  /** Quality of lossy formats, from 1 to 100. Default: `82`. */
  readonly quality?: number | undefined;
}

export interface WarmUp {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** `item` or `collection`. */
  readonly target_type: "link" | "item" | "collection";
  /** Id of the item or collection (UUID). */
  readonly target_id: string;
  /** The name of the render profile; the default one when left out or null. */
  readonly profile: string | null;
  /** The format of tiles, as in their addresses: png, jpg, webp, avif or auto. */
  readonly format: string;
  /** 1 for 256 pixels, 2 for 512. */
  readonly scale: 1 | 2;
  /** Quality of lossy formats, from 1 to 100. */
  readonly quality: number;
  /** The first zoom. */
  readonly zoom_min: number;
  /** The last zoom. */
  readonly zoom_max: number;
  /** The area: west, south, east, north in degrees; null: all of the target. */
  readonly bounds: readonly number[] | null;
  /** What it is at. */
  readonly state: "running" | "completed" | "cancelled" | "failed";
  /** Why it ended before its time, or what it waits for. */
  readonly reason: string | null;
  /** How many tiles. */
  readonly tiles: number;
  /** Tiles that are drawn or were there. */
  readonly tiles_done: number;
  /** The others were there already, are empty, or failed. */
  readonly tiles_drawn: number;
  /** Tiles without data. */
  readonly tiles_empty: number;
  /** Tiles that could not be drawn. */
  readonly tiles_failed: number;
  /** Bytes of the tiles that were drawn. */
  readonly bytes_drawn: number;
  /** How much is done, from 0 to 100. */
  readonly percent: number;
  /** At the pace so far; null before the first tile and after the end. */
  readonly seconds_left: number | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** When it ended, however it did (RFC 3339); null until then. */
  readonly ended_at: string | null;
}

export interface TilesWarmGet {
  /** Id of the warm-up (UUID). */
  readonly warm_up_id: string;
}

export interface TilesWarmList {
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** How many are answered at most. Default: `100`. */
  readonly limit?: number | undefined;
  /** How many entries are left out from the beginning of the list. Default: `0`. */
  readonly offset?: number | undefined;
}

export interface TilesWarmCancel {
  /** Id of the warm-up (UUID). */
  readonly warm_up_id: string;
}

export interface TilesWarmResume {
  /** Id of the warm-up (UUID). */
  readonly warm_up_id: string;
}

export interface TileJson {
  /** The version of TileJSON. */
  readonly tilejson: "3.0.0";
  /** What the link shares. */
  readonly name?: string | undefined;
  /** Templates of tile addresses. */
  readonly tiles: readonly string[];
  /** The first zoom with tiles. */
  readonly minzoom?: number | undefined;
  /** The deepest zoom with tiles of their own. */
  readonly maxzoom?: number | undefined;
  /** West, south, east and north in degrees (EPSG:4326). */
  readonly bounds?: readonly number[] | undefined;
  /** Where a map begins: longitude, latitude, zoom. */
  readonly center?: readonly number[] | undefined;
  /** Credits that maps must show, as plain text. */
  readonly attribution?: string | null | undefined;
  readonly [field: string]: unknown;
}

export interface Problem {
  /** Its type; of a problem, an address that names it. */
  readonly type: string;
  /** A short text for people. */
  readonly title: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: number;
  /** What is wrong or was found, in a sentence for people. */
  readonly detail: string;
  /** Id of the request: name it to support. */
  readonly request_id: string;
  /** Why, in a sentence for people. */
  readonly reason?: string | undefined;
  readonly [field: string]: unknown;
}

export interface InputFaults {
  /** What is wrong or was found, in a sentence for people. */
  readonly detail: readonly { /** Where the fault is: `body`, then the path of the field. */
  readonly loc: readonly (string | number)[]; /** What is wrong, in a sentence for people. */
  readonly msg: string; /** Its type; of a problem, an address that names it. */
  readonly type: string; readonly [field: string]: unknown; }[];
  readonly [field: string]: unknown;
}

export interface ShareTilejsonOutput {
  /** The version of TileJSON. */
  readonly tilejson: "3.0.0";
  /** Tile addresses with {z}, {x} and {y}. */
  readonly tiles: readonly string[];
  /** West, south, east and north in degrees (EPSG:4326). */
  readonly bounds: readonly number[];
  /** Where a map begins: longitude, latitude, zoom. */
  readonly center: readonly number[];
  /** The first zoom with tiles. */
  readonly minzoom: number;
  /** The deepest zoom with tiles of their own. */
  readonly maxzoom: number;
  /** The preparation that is in the way of the first picture; null when nothing is. */
  readonly being_prepared?: { /** How much is done, from 0 to 100. */
  readonly percent: number; /** The step of the preparation. */
  readonly step: string; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** How many files are being prepared. */
  readonly files: number; } | undefined;
  readonly [field: string]: unknown;
}

export interface ApiKeysListOutput {
  /** API keys, without their secrets. */
  readonly api_keys: readonly { /** Its id (UUID). */
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
  readonly user_id?: string | null | undefined; }[];
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface CollectionsListOutput {
  /** Collections of the project. */
  readonly collections: readonly CollectionResponse[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsListOutput {
  /** Items of this page. */
  readonly items: readonly ItemResponse[];
  /** How many there are in all. */
  readonly total: number;
  /** How many are answered at most. */
  readonly limit: number;
  /** How many entries are left out from the beginning of the list. */
  readonly offset: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsLineageOutput {
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** What the item came of, nearest first. */
  readonly ancestors: readonly { /** What it is: item or upload. */
  readonly entity_type: string; /** Its id (UUID). */
  readonly entity_id: string; /** How many steps it is from the root. */
  readonly depth: number; }[];
  /** What came of the item, nearest first. */
  readonly descendants: readonly { /** What it is: item or upload. */
  readonly entity_type: string; /** Its id (UUID). */
  readonly entity_id: string; /** How many steps it is from the root. */
  readonly depth: number; }[];
  /** Which thing came of which, nearest first; at most 1,000. */
  readonly edges: readonly { /** How many steps it is from the root. */
  readonly depth: number; /** What the origin is: item or upload. */
  readonly src_type?: string | null | undefined; /** Id of the origin (UUID). */
  readonly src_id?: string | null | undefined; /** What came of it: item. */
  readonly dst_type?: string | null | undefined; /** Id of what came of it (UUID). */
  readonly dst_id?: string | null | undefined; /** How: became (a file an item), duplicated_as or replaced_by. */
  readonly relation?: string | null | undefined; /** Always null: calls are found in the audit log. */
  readonly invocation_id?: string | null | undefined; readonly [field: string]: unknown; }[];
}

export interface ItemsListExpiringOutput {
  /** Items of this page. */
  readonly items: readonly ItemResponse[];
}

export interface ItemsExpireBatchOutput {
  /** How many items have been marked. */
  readonly expired: number;
  /** Whether none is left; otherwise call again. */
  readonly is_complete: boolean;
}

export interface ItemsListAssetsOutput {
  /** The item's files. */
  readonly assets: readonly { /** Its id (UUID). */
  readonly id: string; /** The key of the file within its item. */
  readonly key: string; readonly [field: string]: unknown; }[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface ItemsAssetDownloadOutput {
  /** Where the bytes are, for a limited time. */
  readonly url: string;
  /** When the address ends (RFC 3339). */
  readonly expires_at: string;
  /** The name of the file. */
  readonly file_name: string;
  /** The media type, such as image/tiff. */
  readonly media_type: string;
  /** Length in bytes. */
  readonly bytes: number;
}

export interface ItemsGetStacOutput {
  /** The type of the item, such as user_raster; in GeoJSON the type of the object. */
  readonly type: "Feature";
  /** The version of STAC. */
  readonly stac_version: "1.0.0";
  /** Its id (UUID). */
  readonly id: string;
  /** Properties of the item as STAC describes them, and others. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** Links, as STAC describes them. */
  readonly links: readonly Readonly<Record<string, unknown>>[];
  /** Files by their key, as STAC describes them. */
  readonly assets: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [field: string]: unknown;
}

export interface ItemsTileTilejsonOutput {
  /** The version of TileJSON. */
  readonly tilejson: "3.0.0";
  /** Tile addresses with {z}, {x} and {y}. */
  readonly tiles: readonly string[];
  /** When the addresses end (RFC 3339). */
  readonly expires_at?: string | undefined;
  readonly [field: string]: unknown;
}

export interface ItemsTileStatisticsOutput {
  /** A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3). */
  readonly expression: string;
  /** The smallest value; null where there is none. */
  readonly min: number | null;
  /** The largest value; null where there is none. */
  readonly max: number | null;
  /** The value that 2 % of the pixels lie below. */
  readonly p2: number | null;
  /** The value that 98 % of the pixels lie below. */
  readonly p98: number | null;
  /** How many pixels have a value. */
  readonly count: number;
  /** How the values are spread. */
  readonly histogram?: { /** The ends of the histogram. */
  readonly range: readonly number[]; /** Pixels in each of the histogram's steps. */
  readonly counts: readonly number[]; /** Pixels below the range of the histogram. */
  readonly below: number; /** Pixels above the range of the histogram. */
  readonly above: number; } | undefined;
  readonly [field: string]: unknown;
}

export interface StacSearchOutput {
  /** Its type; of a problem, an address that names it. */
  readonly type: "FeatureCollection";
  /** Items as STAC features (GeoJSON). `properties` has their `geopera:item_id`; addresses of files need the caller's key. */
  readonly features: readonly unknown[];
  /** Links, as STAC describes them; `next` leads to the next page. */
  readonly links: readonly Readonly<Record<string, unknown>>[];
  /** How many items fit in all, counted up to 10,000. The STAC search leaves it out where there are more. */
  readonly numberMatched?: number | undefined;
  /** How many items this page has. */
  readonly numberReturned: number;
  /** The `token` of the next page; null on the last one. */
  readonly next_token: string | null;
  readonly [field: string]: unknown;
}

export interface StacCollectionsListOutput {
  /** Collections as STAC describes them; a project is one of its items in no collection. */
  readonly collections: readonly Readonly<Record<string, unknown>>[];
  /** Links, as STAC describes them; `next` leads to the next page. */
  readonly links: readonly Readonly<Record<string, unknown>>[];
  /** The `token` of the next page; null on the last one. */
  readonly next_token: string | null;
  readonly [field: string]: unknown;
}

export interface VisualizationProfilesListOutput {
  /** Render profiles. */
  readonly profiles: readonly ProfileResponse[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BandFormulasListOutput {
  /** Formulas: those of the organization by name, then those of the service. */
  readonly formulas: readonly BandFormulaOutput[];
  /** How many there are in all. */
  readonly total: number;
}

export interface CogColormapsOutput {
  /** Colour maps by name. */
  readonly colormaps: readonly { /** Its name. */
  readonly name: string; /** Places from 0 to 1 with their colour (#rrggbb); two at one place are a step. */
  readonly stops: readonly (readonly (number | string)[])[]; }[];
}

export interface CogFormulasOutput {
  /** Formulas: those of the organization by name, then those of the service. */
  readonly formulas: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string; /** Its name. */
  readonly name: string; /** A name for people, such as NDVI. */
  readonly display_name?: string | null | undefined; /** The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 … */
  readonly formula: string; /** A longer text for people. */
  readonly description?: string | null | undefined; /** The bands that the formula names. */
  readonly required_bands?: readonly string[] | undefined; /** A named colour map, such as viridis, or colours by value. */
  readonly colormap: string; /** The values that the colour map runs from and to: [low, high]. */
  readonly value_range: readonly number[]; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: string; /** Whether it is a formula of the service, which stays as it is. */
  readonly is_template: boolean; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; }[];
}

export interface CogStatisticsOutput {
  /** Pixels whose centres lie in the area, with or without data. */
  readonly pixels: number;
  /** Pixels of the file, in each direction, that one pixel stands for: 1 where the area was read in full. */
  readonly reduction: number;
  /** Of each band, or of the calculation. */
  readonly statistics: readonly { /** Its name. */
  readonly name: string; /** A longer text for people. */
  readonly description: string | null; /** The smallest value; null where there is none. */
  readonly min: number | null; /** The largest value; null where there is none. */
  readonly max: number | null; /** The mean of the values; null where there is none. */
  readonly mean: number | null; /** The standard deviation of the values; null where there is none. */
  readonly std: number | null; /** The value in the middle. */
  readonly median: number | null; /** How many pixels have a value. */
  readonly count: number; /** Two percentiles from 0 to 100; in an answer the values at each. */
  readonly percentiles: Readonly<Record<string, number | null>>; /** How the values are spread. */
  readonly histogram: { /** The ends of the histogram. */
  readonly range: readonly number[]; /** Pixels in each of the histogram's steps. */
  readonly counts: readonly number[]; /** Pixels below the range of the histogram. */
  readonly below: number; /** Pixels above the range of the histogram. */
  readonly above: number; } | null; }[];
}

export interface UploadsCompleteInput {
  /** Id of the upload (UUID). */
  readonly upload_id?: string | undefined;
}

export interface UploadsCompleteOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the project (UUID). */
  readonly project_id: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: string;
  /** How files arrive. */
  readonly transfer_method: string;
  /** How many files. */
  readonly file_count: number;
  /** Length of all files in bytes. */
  readonly total_bytes: number;
  /** Bytes that have arrived. */
  readonly bytes_uploaded: number;
  /** Id of the collection that the uploaded item joins. */
  readonly target_collection_id: string | null;
  /** Id of the item whose file is replaced. */
  readonly target_item_id: string | null;
  /** The key of one of the item's files; the first one when left out. */
  readonly asset_key: string | null;
  /** Whether values are classes, which are never averaged. */
  readonly is_categorical: boolean;
  /** Id of the item (UUID). */
  readonly item_id: string;
  /** What is wrong with the upload; null when nothing is. */
  readonly error_message: string | null;
  /** The step that failed; null when none did. */
  readonly error_step: string | null;
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  /** When it was completed (RFC 3339); null until then. */
  readonly completed_at: string | null;
  /** The preparation of the file for tiles; null where there is none. */
  readonly ingest?: { /** What it is at. */
  readonly state: "queued" | "preparing" | "ready" | "failed" | "cancelled"; /** The step of the preparation. */
  readonly step: string; /** How much is done, from 0 to 100. */
  readonly percent: number; /** About how long it will take; null while it is not known. */
  readonly seconds_left: number | null; /** A sentence for people. */
  readonly message: string | null; /** Whether the whole file was read and found sound; null while it is not known. */
  readonly checked: boolean | null; } | null | undefined;
  /** The item's files. */
  readonly assets: readonly { /** Its id (UUID). */
  readonly id: string; /** The key of the file within its item. */
  readonly key: string; readonly [field: string]: unknown; }[];
  /** What the files changed of an item that was there before; null for a new item. */
  readonly effects: { /** Links that are neither revoked nor expired, and that this ends or changes. */
  readonly live_links: number; /** Names of profiles that do not fit the files: maps in them are drawn automatically. */
  readonly unfit_profiles: readonly string[]; } | null;
  readonly [field: string]: unknown;
}

export interface UsageCurrentOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The beginning of the month (RFC 3339). */
  readonly period_start: string;
  /** The end of the month, which is not part of it (RFC 3339). */
  readonly period_end: string;
  /** Tiles that were answered and are billed. */
  readonly tile_requests: number | string;
  /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number | string;
  /** Answers 304, which cost nothing. */
  readonly not_modified: number | string;
  /** Openings of links. */
  readonly link_accesses: number | string;
  /** Bytes that the organization's files take. */
  readonly storage_bytes: number;
}

export interface UsageHistoryOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Months, newest first; on input how many of them. */
  readonly months: readonly { /** The beginning of the month (RFC 3339). */
  readonly period_start: string; /** The end of the month, which is not part of it (RFC 3339). */
  readonly period_end: string; /** Tiles that were answered and are billed. */
  readonly tile_requests: number | string; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number | string; /** Answers 304, which cost nothing. */
  readonly not_modified: number | string; /** Openings of links. */
  readonly link_accesses: number | string; }[];
}

export interface UsageQueryOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The beginning of the time asked for (RFC 3339). */
  readonly from: string;
  /** The end of the time asked for (RFC 3339). */
  readonly to: string;
  /** The length of a row in time: `hour`, `day` or `month`. */
  readonly window: "hour" | "day" | "month";
  /** Of all rows, also of other pages; one for each currency. */
  readonly totals: readonly { /** Null without the scope billing:read. */
  readonly currency: string | null; /** What the tiles cost by the prices of their month, exactly; without a month's minimum, credits and rounding. Null without the scope billing:read. */
  readonly amount: string | null; /** Tiles that were answered and are billed. */
  readonly tile_requests: number | string; }[];
  /** Usage by window and group. */
  readonly rows: readonly { /** The beginning of the window (RFC 3339). */
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
  readonly amount: string | null; }[];
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface UsageRecalculateStorageOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Bytes that the organization's files take. */
  readonly storage_bytes: number;
  /** How many files the organization has registered. */
  readonly files: number;
  /** How many of them were looked for in the store. */
  readonly files_checked: number;
  /** How many files differ. */
  readonly differences_count: number;
  /** The first hundred files that differ. */
  readonly differences: readonly { /** Id of the item (UUID). */
  readonly item_id: string; /** The key of one of the item's files; the first one when left out. */
  readonly asset_key: string; /** Length in bytes. */
  readonly bytes: number; /** Bytes that lie in the store; null where there is no such file. */
  readonly stored_bytes: number | null; }[];
}

export interface BillingRatesListOutput {
  /** Rate cards. */
  readonly rate_cards: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string | null; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null; /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string; /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number; /** The amount that a month costs at least. */
  readonly minimum: string; /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[]; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null; /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean; /** Why, in a sentence for people. */
  readonly reason: string | null; }[];
}

export interface BillingPlansAssignOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string;
}

export interface BillingStatementsGetOutput {
  /** Its id (UUID). */
  readonly id: string | null;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "closed" | "draft" | "open";
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** Amounts by currency. */
  readonly currencies: readonly string[];
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string;
  /** How many tiles. */
  readonly tiles: number;
  /** How many lines the statement has. */
  readonly line_count: number;
  /** Lines of the statement. */
  readonly lines: readonly { /** The number of the document, without gaps. */
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
  readonly description: string; }[];
}

export interface BillingStatementsListOutput {
  /** Statements. */
  readonly statements: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string; /** The month as YYYY-MM, in UTC. */
  readonly period: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string; /** How many tiles. */
  readonly tiles: number; /** How many lines the statement has. */
  readonly line_count: number; /** When it was made (RFC 3339). */
  readonly created_at: string; }[];
}

export interface BillingPeriodsListOutput {
  /** Months, and what they are at. */
  readonly periods: readonly BillingPeriod[];
}

export interface BillingBooksListOutput {
  /** Entries, in their order. */
  readonly entries: readonly { /** The number of the entry in the books. */
  readonly entry: number; /** The month as YYYY-MM, in UTC. */
  readonly period: string; /** When the entry was made (RFC 3339). */
  readonly made_at: string; /** SHA-256 of the entry before; null for the first one. */
  readonly previous: string | null; /** SHA-256 in hexadecimal. */
  readonly sha256: string; /** The document that the entry of the books is about. */
  readonly document: string; }[];
}

export interface BillingBooksStatementsOutput {
  /** Statements. */
  readonly statements: readonly { /** Id of the statement (UUID). */
  readonly statement_id: string; /** Id of the organization (UUID). */
  readonly organization_id: string; /** The number of the entry in the books. */
  readonly entry: number; /** SHA-256 in hexadecimal. */
  readonly sha256: string; }[];
}

export interface BillingCreditsBalanceOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** By currency; none where nothing is pending. */
  readonly balances: readonly { /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** What the next statement gives back, as a decimal text; negative where it charges. */
  readonly balance: string; /** How many credit and debit notes that is. */
  readonly note_count: number; }[];
}

export interface BillingCreditsTransactionsOutput {
  /** Credit and debit notes, the latest first. */
  readonly transactions: readonly BillingAdjustment[];
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BillingStatusGetOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** Whether the account goes on, or its last month is over. */
  readonly status: "active" | "ended";
  /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string;
  /** The last month that is billed, as YYYY-MM; null: no end is set. */
  readonly last_period: string | null;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The currency as ISO 4217, such as EUR. */
  readonly currency: string;
  /** The prices of this month. */
  readonly rate_card: { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string | null; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null; /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string; /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number; /** The amount that a month costs at least. */
  readonly minimum: string; /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[]; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null; /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean; /** Why, in a sentence for people. */
  readonly reason: string | null; };
  /** The statements of this month as closing it now would make them, one for each currency. */
  readonly month_to_date: readonly { /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string; /** How many tiles. */
  readonly tiles: number; }[];
  /** Why no statement of this month can be made; null where it can. */
  readonly fault: string | null;
  /** The statements of the last closed month, one for each currency. */
  readonly last_statements: readonly { /** Its id (UUID). */
  readonly id: string; /** The month as YYYY-MM, in UTC. */
  readonly period: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string; }[];
}

export interface BillingPlansListOutput {
  /** Plans by name. */
  readonly plans: readonly { /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string; /** Whether the caller's organization is on this plan. */
  readonly is_current: boolean; /** The prices of this month. */
  readonly rate_card: { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string | null; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null; /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string; /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number; /** The amount that a month costs at least. */
  readonly minimum: string; /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[]; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null; /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean; /** Why, in a sentence for people. */
  readonly reason: string | null; } | null; /** Prices that hold from later months on. */
  readonly later: readonly { /** Its id (UUID). */
  readonly id: string; /** Id of the organization (UUID). */
  readonly organization_id: string | null; /** The name of the plan; null: prices of the organization's own. */
  readonly plan: string | null; /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume). */
  readonly mode: string; /** Tiles a month that cost nothing. */
  readonly free_tiles_per_month: number; /** The amount that a month costs at least. */
  readonly minimum: string; /** Prices by quantity: the last tier has no end. */
  readonly tiers: readonly { /** The last tile of the tier; null: no end. */
  readonly up_to: number | null; /** The price of a thousand tiles, as a decimal text. */
  readonly price_per_thousand: string; }[]; /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When a later card took its place (RFC 3339); null when it holds. */
  readonly superseded_at: string | null; /** Whether the organization returns to its plan from then on. */
  readonly returns_to_plan: boolean; /** Why, in a sentence for people. */
  readonly reason: string | null; }[]; }[];
}

export interface BillingInvoicesListOutput {
  /** Statements, the latest month first. */
  readonly invoices: readonly { /** Its id (UUID). */
  readonly id: string; /** The number of the document, without gaps. */
  readonly number: string; /** Its kind, for programs. */
  readonly kind: "statement" | "invoice"; /** The month as YYYY-MM, in UTC. */
  readonly period: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string; /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: string; /** How many tiles. */
  readonly tiles: number; /** The day of the issue, in UTC. */
  readonly issued_on: string; /** The day by which it is to be paid; null where no days were set. */
  readonly due_on: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; }[];
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BillingReconciliationRunOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the comparison of all organizations that this belongs to (UUID). */
  readonly batch_id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The first day that was compared: of an open month, this one or the one before. */
  readonly first_day: string;
  /** Differences of more bytes than this are flagged; other counters may not differ at all. */
  readonly threshold_bytes: number;
  /** Whether the layers differ by more than they may. */
  readonly flagged: boolean;
  /** By how many bytes the layers differ at most. */
  readonly drift_bytes: number;
  /** By how many tiles, 304s or openings the layers differ at most. */
  readonly drift_count: number;
  /** The same usage as it is kept in four places. */
  readonly layers: { /** What raw events sum up to, with those that were dropped after 90 days. */
  readonly events: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by hour come to. */
  readonly hours: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by day come to. */
  readonly days: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by month come to; statements are made of these. */
  readonly months: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; };
  /** Who made it: an id of a person or key; null where the system did. */
  readonly created_by: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
}

export interface BillingReconciliationRunAllOutput {
  /** Id of the comparison of all organizations that this belongs to (UUID). */
  readonly batch_id: string | null;
  /** The first day that was compared: of an open month, this one or the one before. */
  readonly first_day: string;
  /** How many organizations were compared. */
  readonly organizations: number;
  /** How many of them were flagged. */
  readonly flagged_count: number;
  /** Runs, newest first. */
  readonly runs: readonly BillingReconciliationRunOutput[];
}

export interface BillingReconciliationListRunsOutput {
  /** Runs, newest first. */
  readonly runs: readonly BillingReconciliationRunOutput[];
}

export interface BillingReconciliationDetectDriftOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The first day that was compared: of an open month, this one or the one before. */
  readonly first_day: string;
  /** Whether anything differs, on any day. */
  readonly has_drift: boolean;
  /** By how many bytes the layers differ at most. */
  readonly drift_bytes: number;
  /** By how many tiles, 304s or openings the layers differ at most. */
  readonly drift_count: number;
  /** The same usage as it is kept in four places. */
  readonly layers: { /** What raw events sum up to, with those that were dropped after 90 days. */
  readonly events: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by hour come to. */
  readonly hours: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by day come to. */
  readonly days: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by month come to; statements are made of these. */
  readonly months: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; };
  /** The first hundred days on which the layers differ. */
  readonly drifting_days: readonly { /** The day as YYYY-MM-DD, in UTC. */
  readonly date: string; /** What raw events sum up to, with those that were dropped after 90 days. */
  readonly events: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by hour come to. */
  readonly hours: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; /** What the sums by day come to. */
  readonly days: { /** Tiles that were answered and are billed. */
  readonly tile_requests: number; /** Bytes of the tiles that were answered. */
  readonly tile_bytes: number; /** Answers 304, which cost nothing. */
  readonly not_modified: number; /** Openings of links. */
  readonly link_accesses: number; }; }[];
}

export interface BillingAdjustmentsListOutput {
  /** Adjustments, newest first. */
  readonly adjustments: readonly BillingAdjustment[];
}

export interface BillingPartiesGetOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** What documents say of the customer. */
  readonly party: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string | null; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. */
  readonly rate: string; /** Why, in a sentence for people. */
  readonly reason: string | null; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** The customer's order number. */
  readonly purchase_order?: string | undefined; /** The customer's own reference. */
  readonly reference?: string | undefined; /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingPartiesSetOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** What documents say of the customer. */
  readonly party: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string | null; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. */
  readonly rate: string; /** Why, in a sentence for people. */
  readonly reason: string | null; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** The customer's order number. */
  readonly purchase_order?: string | undefined; /** The customer's own reference. */
  readonly reference?: string | undefined; /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined; };
  /** What it replaces; null for the first one. */
  readonly replaces: { /** The name as it stands in the register. */
  readonly legal_name: string; /** The postal address. */
  readonly address?: { /** Street and number. */
  readonly street: string; /** A second line of the address. */
  readonly additional?: string | undefined; /** The postal code. */
  readonly postal_code?: string | undefined; /** Town or city. */
  readonly city: string; /** The region or state of the address. */
  readonly region?: string | undefined; /** The country as ISO 3166-1 alpha-2, such as DE. */
  readonly country: string; } | undefined; /** The VAT number. */
  readonly vat_id?: string | undefined; /** The tax number. */
  readonly tax_id?: string | undefined; /** The number in the commercial register. */
  readonly registration_id?: string | undefined; /** The electronic address for e-invoices: scheme and id. */
  readonly endpoint?: { /** The scheme of the electronic address, as in the EAS code list. */
  readonly scheme: string; /** Its id (UUID). */
  readonly id: string; } | undefined; /** A person to contact. */
  readonly contact?: string | undefined; /** The e-mail address. */
  readonly email?: string | undefined; /** The telephone number. */
  readonly phone?: string | undefined; /** Taxes that are added. */
  readonly taxes?: readonly { /** From when it holds: a month as YYYY-MM or a time (RFC 3339). */
  readonly effective_from: string; /** The currency as ISO 4217, such as EUR. */
  readonly currency: string | null; /** Why the tax has its rate: standard, zero, exempt, reverse_charge or not_subject. */
  readonly category: "standard" | "zero" | "exempt" | "reverse_charge" | "not_subject"; /** The tax rate in percent, as a decimal text. */
  readonly rate: string; /** Why, in a sentence for people. */
  readonly reason: string | null; }[] | undefined; /** Days until a statement is due. */
  readonly payment_days?: number | undefined; /** The customer's order number. */
  readonly purchase_order?: string | undefined; /** The customer's own reference. */
  readonly reference?: string | undefined; /** The language of the document: en, de or fr. */
  readonly language?: "en" | "de" | "fr" | undefined; };
}

export interface BillingAccountsEndOutput {
  /** Id of the organization (UUID). */
  readonly organization_id: string;
  /** The last month that is billed, as YYYY-MM; null: no end is set. */
  readonly last_period: string | null;
  /** What it replaces; null for the first one. */
  readonly replaces: string | null;
}

export interface BillingExportsGetOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** Id of the organization (UUID). */
  readonly organization_id: string | null;
  /** The month as YYYY-MM, in UTC. */
  readonly period: string;
  /** The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal. */
  readonly layout: string;
  /** csv, ndjson or parquet; of a document html, pdf or ubl. */
  readonly format: string;
  /** Whether CSV begins with a byte order mark, as Excel expects. */
  readonly excel: boolean;
  /** The version of FOCUS; null in other layouts. */
  readonly focus_version: string | null;
  /** Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV. */
  readonly escape_formulas: boolean;
  /** How finely rows are cut: `month` or `day`. */
  readonly charge_period: "month" | "day";
  /** Whether the month is closed: the file will not change any more. */
  readonly final: boolean;
  /** The time whose usage a provisional export shows (RFC 3339); null when it is final. */
  readonly as_of: string | null;
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "queued" | "running" | "completed" | "failed";
  /** Rows that are to be written; null while it is not known. */
  readonly rows_total: number | null;
  /** Rows that are written. */
  readonly rows_done: number;
  /** Why it failed; null when it did not. */
  readonly failure: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was completed (RFC 3339); null until then. */
  readonly completed_at: string | null;
  /** The files of the export, with their length and SHA-256. */
  readonly files: readonly { /** Its name. */
  readonly name: string; /** How many rows. */
  readonly rows: number; /** Length in bytes. */
  readonly bytes: number; /** SHA-256 in hexadecimal. */
  readonly sha256: string; }[];
}

export interface BillingExportsListOutput {
  /** Exports, newest first. */
  readonly exports: readonly BillingExport[];
}

export interface EventSubscriptionsGetOutput {
  /** Its id (UUID). */
  readonly id: string;
  /** The type of the event, such as share_link.opened_first. */
  readonly event_type: string;
  /** The HTTPS address that events are sent to. */
  readonly endpoint_url: string;
  /** Which events are sent: links, items or projects they concern; null: all. */
  readonly filter_config: Readonly<Record<string, unknown>>;
  /** Names of the headers that are sent along; their values are kept sealed. */
  readonly header_names: readonly string[];
  /** A longer text for people. */
  readonly description: string | null;
  /** Whether events are sent. */
  readonly active: boolean;
  /** Why events are no longer sent. */
  readonly disabled_reason: string | null;
  /** Since when every attempt has failed (RFC 3339); null when the last one succeeded. */
  readonly failing_since: string | null;
  /** Failed attempts since the last success. */
  readonly failures: number;
  /** Until when signatures by the former secret are sent as well (RFC 3339). */
  readonly former_secret_until: string | null;
  /** When it was made (RFC 3339). */
  readonly created_at: string;
  /** When it was last changed (RFC 3339). */
  readonly updated_at: string;
  readonly [field: string]: unknown;
}

export interface EventSubscriptionsListOutput {
  /** Subscriptions, with their health. */
  readonly subscriptions: readonly { /** Its id (UUID). */
  readonly id: string; /** The type of the event, such as share_link.opened_first. */
  readonly event_type: string; /** The HTTPS address that events are sent to. */
  readonly endpoint_url: string; /** Which events are sent: links, items or projects they concern; null: all. */
  readonly filter_config: Readonly<Record<string, unknown>>; /** Names of the headers that are sent along; their values are kept sealed. */
  readonly header_names: readonly string[]; /** A longer text for people. */
  readonly description: string | null; /** Whether events are sent now; on input, only subscriptions that are. */
  readonly active: boolean; /** Why events are no longer sent. */
  readonly disabled_reason: string | null; /** Since when every attempt has failed (RFC 3339); null when the last one succeeded. */
  readonly failing_since: string | null; /** Failed attempts since the last success. */
  readonly failures: number; /** Until when signatures by the former secret are sent as well (RFC 3339). */
  readonly former_secret_until: string | null; /** When it was made (RFC 3339). */
  readonly created_at: string; /** When it was last changed (RFC 3339). */
  readonly updated_at: string; readonly [field: string]: unknown; }[];
}

export interface EventSubscriptionsDeliveriesListOutput {
  /** Deliveries, newest first. */
  readonly deliveries: readonly { /** Its id (UUID). */
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
  readonly ended_at: string | null; }[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface EventsListOutput {
  /** Events, in the order in which they happened. */
  readonly events: readonly { /** Its id (UUID). */
  readonly id: string; /** The number of the event in its order. */
  readonly sequence: number; /** Its type; of a problem, an address that names it. */
  readonly type: string; /** When it happened (RFC 3339). */
  readonly occurred_at: string; /** Id of the organization (UUID). */
  readonly organization_id: string; /** What happened, by the type of the event. */
  readonly data: Readonly<Record<string, unknown>>; }[];
}

export interface BillingDeliveriesListOutput {
  /** Deliveries, newest first. */
  readonly deliveries: readonly BillingDelivery[];
}

export interface BillingDeliveriesDeleteOutput {
  /** True: it has been deleted. */
  readonly deleted: boolean;
}

export interface BillingDeliveriesTestOutput {
  /** What it is at; of a problem, the status of HTTP. */
  readonly status: "pending" | "delivered" | "failed";
  /** As the bucket's server says it. */
  readonly error: string | null;
  /** Id of the run (UUID). */
  readonly run_id: string;
}

export interface BillingDeliveriesRunsListOutput {
  /** Runs, newest first. */
  readonly runs: readonly BillingDeliveryRun[];
  /** The total in the currency beside it, as a decimal text; of a list, how many there are. */
  readonly total: number;
  /** The offset of the next page; null at the end. A page has fewer rows than its limit when they would make more than about a megabyte. */
  readonly next_offset: number | null;
}

export interface BudgetsListOutput {
  /** Budgets, with what has been used of them. */
  readonly budgets: readonly Budget[];
}

export interface TilesWarmListOutput {
  /** Warm-ups, newest first. */
  readonly warm_ups: readonly WarmUp[];
}
