// Generated from docs/openapi.json by `npm run clients`; changes here are lost.

import type { CommandDefinition } from "../command-definition.ts";

/** Every operation as a command. */
export const COMMANDS: readonly CommandDefinition[] = [
  {
    ...{"id":"share.link.create","summary":"Mint a password-protected, expiring link to one item or one collection. The token is returned only here.","scope":"shares:write","answer":"json","isTile":false,"example":{"target_type":"item","target_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","permission":"view","password":"seven-green-otters","expires_at":"2026-12-31T23:59:59Z","label":"Harbour survey for the council","max_views":50}},
    flags: [
      {"field":"target_type","flag":"target-type","required":true,"value":"string","choices":["item","collection"],"description":"`item` or `collection`."},
      {"field":"target_id","flag":"target-id","required":true,"value":"string","description":"Id of the item or collection (UUID)."},
      {"field":"permission","flag":"permission","required":false,"value":"string","choices":["view","download"],"description":"What visitors may do: `view`, or `download` for the files as well.","preset":"view"},
      {"field":"password","flag":"password","required":true,"value":"string","description":"The password that opens the link: at least 8 characters, at most 72 bytes in UTF-8."},
      {"field":"expires_at","flag":"expires-at","required":true,"value":"string","isTime":true,"description":"May be left out where the organization has a rule for the lifetime of links."},
      {"field":"label","flag":"label","required":false,"value":"string","description":"A name for people who manage it; visitors see it only where the owner allows that."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"max_views","flag":"max-views","required":false,"value":"integer","description":"Openings after which the link ends; null: no limit."},
      {"field":"max_tiles","flag":"max-tiles","required":false,"value":"integer","description":"Tiles after which the link ends; null: no limit."},
      {"field":"spend_limit","flag":"spend-limit","required":false,"value":"integer","description":"Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."},
      {"field":"allowed_origins","flag":"allowed-origins","required":false,"value":"strings","description":"Origins of web pages that may use the link, such as https://example.org; empty: all."},
      {"field":"allow_values","flag":"allow-values","required":false,"value":"boolean","description":"Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false."},
      {"field":"profiles","flag":"profiles","required":false,"value":"json","description":"Names or ids of profiles that the holder may choose besides each item's default, or \"all\". Default: none."},
      {"field":"properties","flag":"properties","required":false,"value":"json","description":"Keys of the items' properties that the holder sees, or \"all\". Default: none."},
      {"field":"min_zoom","flag":"min-zoom","required":false,"value":"integer","description":"Tiles of lower zoom levels are not served."},
      {"field":"max_zoom","flag":"max-zoom","required":false,"value":"integer","description":"Tiles of higher zoom levels are not served."},
      {"field":"bounds","flag":"bounds","required":false,"value":"numbers","description":"[west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole."},
      {"field":"introduction","flag":"introduction","required":false,"value":"string","choices":["none","sender","label"],"description":"What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too."},
      {"field":"address_life","flag":"address-life","required":false,"value":"string","choices":["hour","day","link"],"description":"How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before."},
      {"field":"preview_card","flag":"preview-card","required":false,"value":"string","choices":["none","name","picture"],"description":"What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile."},
    ],
  },
  {
    ...{"id":"share.link.pause","summary":"Pause a link at once, until it is resumed. It opens nothing meanwhile; its password and its addresses work again afterwards.","scope":"shares:write","answer":"json","isTile":false,"destroys":true,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
    ],
  },
  {
    ...{"id":"share.link.resume","summary":"Let a paused link open again, with the same address, password and addresses for map software.","scope":"shares:write","answer":"json","isTile":false,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
    ],
  },
  {
    ...{"id":"share.link.revoke","summary":"Kill a link at once and for good. Caller must be editor or admin on the project that owns the target.","scope":"shares:write","answer":"json","isTile":false,"destroys":true,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
    ],
  },
  {
    ...{"id":"share.link.validate","summary":"Redeem token + password; answers the shared target.","scope":"shares:read","answer":"json","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj","password":"seven-green-otters"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
    ],
  },
  {
    ...{"id":"share.items.list","summary":"The items that a link shares, page by page: the rest of what share.link.validate answers. It is no view.","scope":"shares:read","answer":"json","isTile":false,"rows":"items","example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"share.link.introduce","summary":"What a link says of itself before its password: who shares it and until when, if its owner allows it.","scope":"shares:read","answer":"json","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
    ],
  },
  {
    ...{"id":"share.tile.render","summary":"Render one XYZ map tile of the shared target; the sharer is billed. Answers image bytes.","scope":"shares:read","answer":"bytes","isTile":true,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj","password":"seven-green-otters","z":16,"x":60281,"y":39326,"format":"png"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"z","flag":"z","required":true,"value":"integer","description":"The zoom of the tile."},
      {"field":"x","flag":"x","required":true,"value":"integer","description":"The column of the tile, from the west (Web Mercator)."},
      {"field":"y","flag":"y","required":true,"value":"integer","description":"The row of the tile, from the north (Web Mercator)."},
      {"field":"format","flag":"format","required":false,"value":"string","known":["png","jpg","webp","avif","auto","npy","tif","jpeg","tiff"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"png"},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"share.tilejson","summary":"TileJSON document that lets a map client show the shared target.","scope":"shares:read","answer":"json","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj","password":"seven-green-otters"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["png","jpg","jpeg","webp","avif","auto"],"description":"The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."},
      {"field":"scale","flag":"scale","required":false,"value":"json","description":"1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."},
      {"field":"renews","flag":"renews","required":false,"value":"string","description":"An address of a tile or document that this link gave before, also one that has ended: then this is no further view."},
    ],
  },
  {
    ...{"id":"share.legend","summary":"What the colours of a link's tiles mean: values and colours, and a picture. It is no view.","scope":"shares:read","answer":"json","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"share.point","summary":"The values under a point of a link that gives values; priced as the tile they are read from.","scope":"shares:read","answer":"json","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj","lon":151.22,"lat":-33.86}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"lon","flag":"lon","required":true,"value":"number","description":"Longitude in degrees (EPSG:4326)."},
      {"field":"lat","flag":"lat","required":true,"value":"number","description":"Latitude in degrees (EPSG:4326)."},
      {"field":"items","flag":"items","required":false,"value":"strings","description":"Only these items of a collection."},
      {"field":"hidden_items","flag":"hidden-items","required":false,"value":"strings","description":"All items of a collection but these."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","description":"Only items of a collection of this instant or interval, as in STAC: start/end."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"share.preview","summary":"A picture of everything that a link shows, within its rights; no view, and priced as one tile.","scope":"shares:read","answer":"bytes","isTile":false,"example":{"token":"3q2-7w8ZbT0Xk1VvN5cLrA9sYdUeHfGj"}},
    flags: [
      {"field":"token","flag":"token","required":true,"value":"string","description":"The token of the link."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"The password.","preset":""},
      {"field":"width","flag":"width","required":false,"value":"integer","description":"Width in pixels.","preset":512},
      {"field":"height","flag":"height","required":false,"value":"integer","description":"Height in pixels.","preset":512},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["webp","png","jpg","jpeg"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"webp"},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"share.link.get","summary":"One link of the organization with its limits and what it has used of them; never its token or password.","scope":"shares:read","answer":"json","isTile":false,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
    ],
  },
  {
    ...{"id":"share.link.list","summary":"The organization's links, newest first. A user sees the links of the projects that the user is a member of.","scope":"shares:read","answer":"json","isTile":false,"rows":"links","example":{"target_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","limit":100}},
    flags: [
      {"field":"project_id","flag":"project-id","required":false,"value":"string","description":"Id of the project (UUID)."},
      {"field":"target_id","flag":"target-id","required":false,"value":"string","description":"Id of the item or collection (UUID)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"share.link.update","summary":"Change a link's expiry, password, label, limits, allowed origins or what it gives. With a new password, every map that was opened with the old one stops working.","scope":"shares:write","answer":"json","isTile":false,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","expires_at":"2026-12-31T23:59:59Z","label":"Harbour survey for the council"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
      {"field":"expires_at","flag":"expires-at","required":false,"value":"string","isTime":true,"description":"When the link ends (RFC 3339, with an offset such as Z)."},
      {"field":"password","flag":"password","required":false,"value":"string","description":"A new password; visitors are asked again."},
      {"field":"label","flag":"label","required":false,"value":"string","description":"A name for people who manage it; visitors see it only where the owner allows that."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"max_views","flag":"max-views","required":false,"value":"integer","description":"Openings after which the link ends; null: no limit."},
      {"field":"max_tiles","flag":"max-tiles","required":false,"value":"integer","description":"Tiles after which the link ends; null: no limit."},
      {"field":"spend_limit","flag":"spend-limit","required":false,"value":"integer","description":"Millionths of the currency after which the link ends (50000000 are 50.00); null: no limit."},
      {"field":"allowed_origins","flag":"allowed-origins","required":false,"value":"strings","description":"Origins of web pages that may use the link, such as https://example.org; empty: all."},
      {"field":"allow_values","flag":"allow-values","required":false,"value":"boolean","description":"Also gives values (formats npy and tif), which the permission download always does. Without either, a link gives pictures only. Default: false."},
      {"field":"profiles","flag":"profiles","required":false,"value":"json","description":"Names or ids of profiles that the holder may choose besides each item's default, or \"all\". Default: none."},
      {"field":"properties","flag":"properties","required":false,"value":"json","description":"Keys of the items' properties that the holder sees, or \"all\". Default: none."},
      {"field":"min_zoom","flag":"min-zoom","required":false,"value":"integer","description":"Tiles of lower zoom levels are not served."},
      {"field":"max_zoom","flag":"max-zoom","required":false,"value":"integer","description":"Tiles of higher zoom levels are not served."},
      {"field":"bounds","flag":"bounds","required":false,"value":"numbers","description":"[west, south, east, north] in degrees: nothing outside is drawn. Files of the permission download are whole."},
      {"field":"introduction","flag":"introduction","required":false,"value":"string","choices":["none","sender","label"],"description":"What the page says before the password: nothing; the organization and the end date (sender, the default); or the label too."},
      {"field":"address_life","flag":"address-life","required":false,"value":"string","choices":["hour","day","link"],"description":"How long addresses for map software live: an hour, a day (the default), or as long as the link. A shorter choice ends the addresses given before."},
      {"field":"preview_card","flag":"preview-card","required":false,"value":"string","choices":["none","name","picture"],"description":"What messengers show of the link to everyone who has its address, without the password: nothing (the default); its label or the name of what it shares, and the organization; or a picture of it too, which is priced as a tile."},
    ],
  },
  {
    ...{"id":"share.link.rotate","summary":"Give a link a new token and keep its settings. The old token stops working at once, and so does every map that was opened with it.","scope":"shares:write","answer":"json","isTile":false,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
    ],
  },
  {
    ...{"id":"share.link.usage","summary":"The last days (UTC) of a link: views, tiles, bytes and unique clients. Clients are counted by a hash that changes every day.","scope":"shares:read","answer":"json","isTile":false,"example":{"link_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"link_id","flag":"link-id","required":true,"value":"string","description":"Id of the link (UUID)."},
      {"field":"days","flag":"days","required":false,"value":"integer","description":"Days, newest last; on input how many of them.","preset":30},
    ],
  },
  {
    ...{"id":"api_keys.create","summary":"Mint an organization API key; the secret is returned only here.","scope":"api_keys:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"permissions","flag":"permissions","required":false,"value":"strings","known":["shares:read","shares:write","items:read","items:write","collections:read","collections:write","projects:read","projects:write","uploads:read","uploads:write","api_keys:read","api_keys:write","tiles:read","band_formulas:read","band_formulas:write","usage:read","usage:write","billing:read","billing:write","audit:read","people:read","people:write","event_subscriptions:read","event_subscriptions:write","organizations:read","organizations:write","provenance:read","admin:read","admin:write"],"description":"Scopes that the key has, such as share:write."},
      {"field":"rate_limit","flag":"rate-limit","required":false,"value":"integer","description":"Calls a minute that the key may make; null: the organization's limit."},
      {"field":"expires_in_days","flag":"expires-in-days","required":false,"value":"integer","description":"Days until the key ends; null: it does not."},
    ],
  },
  {
    ...{"id":"api_keys.list","summary":"List the organization's keys, metadata only.","scope":"api_keys:read","answer":"json","isTile":false,"rows":"api_keys"},
    flags: [
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"api_keys.revoke","summary":"Revoke a key and every key made by it. A key revokes itself and what it made; administrators revoke any.","scope":"api_keys:write","answer":"json","isTile":false,"destroys":true,"example":{"key_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"key_id","flag":"key-id","required":true,"value":"string","description":"Id of the API key (UUID)."},
    ],
  },
  {
    ...{"id":"organizations.rules.get","summary":"The rules of the caller's organization for its links.","scope":"shares:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"organizations.tags.get","summary":"The cost-allocation tags that all usage of the caller's organization has.","scope":"usage:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"organizations.tags.update","summary":"Set the cost-allocation tags that all usage of the organization has. For its administrators.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","tags":{"cost_centre":"4711"}}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"tags","flag":"tags","required":true,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
    ],
  },
  {
    ...{"id":"organizations.rules.update","summary":"Set rules of the organization for its links; null and an empty list take one away. Administrators of the organization only. Links made before follow when they are changed or rotated.","scope":"api_keys:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"link_lifetime_max_days","flag":"link-lifetime-max-days","required":false,"value":"integer","description":"A link ends within so many days from when it is made or changed."},
      {"field":"link_lifetime_default_days","flag":"link-lifetime-default-days","required":false,"value":"integer","description":"The lifetime of links that are created without expires_at."},
      {"field":"link_password_min_length","flag":"link-password-min-length","required":false,"value":"integer","description":"The fewest characters of a link's password. The service asks for 8."},
      {"field":"link_allowed_origins","flag":"link-allowed-origins","required":false,"value":"strings","description":"The only origins that links may allow; links created without a list get this one."},
    ],
  },
  {
    ...{"id":"organizations.create","summary":"Create an organization, with a first API key that holds every scope and is answered only here. For operators of the service.","scope":"organizations:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"website","flag":"website","required":false,"value":"string","description":"The address of its web site."},
      {"field":"industry","flag":"industry","required":false,"value":"string","description":"The field that the organization works in."},
      {"field":"size","flag":"size","required":false,"value":"string","description":"How large the organization is."},
      {"field":"country","flag":"country","required":false,"value":"string","description":"The country it is in."},
      {"field":"abn","flag":"abn","required":false,"value":"string","description":"The Australian Business Number."},
      {"field":"tax_number","flag":"tax-number","required":false,"value":"string","description":"The tax number; invoices have that of billing.parties.set."},
      {"field":"billing_email","flag":"billing-email","required":false,"value":"string","description":"The address for questions about money; invoices have that of billing.parties.set."},
      {"field":"billing_address","flag":"billing-address","required":false,"value":"json","description":"The postal address for invoices, as an object; documents have that of billing.parties.set."},
      {"field":"billing_admin_id","flag":"billing-admin-id","required":false,"value":"string","description":"Not taken: a new organization has no people yet."},
      {"field":"enterprise_billing","flag":"enterprise-billing","required":false,"value":"boolean","description":"Always false: billing.plans.assign sets the plan.","preset":false},
    ],
  },
  {
    ...{"id":"organizations.get","summary":"The caller's organization, and what it says of itself.","scope":"organizations:read","answer":"json","isTile":false},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":false,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"organizations.update","summary":"Change the name of the organization, which pages of links show, and what it says of itself. For its administrators. Invoices follow billing.parties.set.","scope":"organizations:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"website","flag":"website","required":false,"value":"string","description":"The address of its web site."},
      {"field":"industry","flag":"industry","required":false,"value":"string","description":"The field that the organization works in."},
      {"field":"size","flag":"size","required":false,"value":"string","description":"How large the organization is."},
      {"field":"country","flag":"country","required":false,"value":"string","description":"The country it is in."},
      {"field":"abn","flag":"abn","required":false,"value":"string","description":"The Australian Business Number."},
      {"field":"tax_number","flag":"tax-number","required":false,"value":"string","description":"The tax number; invoices have that of billing.parties.set."},
      {"field":"billing_email","flag":"billing-email","required":false,"value":"string","description":"The address for questions about money; invoices have that of billing.parties.set."},
      {"field":"billing_address","flag":"billing-address","required":false,"value":"json","description":"The postal address for invoices, as an object; documents have that of billing.parties.set."},
    ],
  },
  {
    ...{"id":"projects.create","summary":"Create a project in the caller's organization.","scope":"projects:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"gcs_region","flag":"gcs-region","required":false,"value":"string","choices":["australia-southeast1","asia-southeast1","us-west1","europe-west1"],"description":"Kept for clients of the public contract; not used here.","preset":"australia-southeast1"},
    ],
  },
  {
    ...{"id":"projects.get","summary":"Get one project.","scope":"projects:read","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
    ],
  },
  {
    ...{"id":"projects.update","summary":"Change a project's name, description or tags, or whether it is archived.","scope":"projects:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"is_archived","flag":"is-archived","required":false,"value":"boolean","description":"Whether the project is archived."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
    ],
  },
  {
    ...{"id":"projects.archive","summary":"Archive a project: it takes no new items, uploads or collections, while all that it holds and shares stays.","scope":"projects:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"is_archived","flag":"is-archived","required":false,"value":"boolean","description":"Whether the project is archived; true when left out."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
    ],
  },
  {
    ...{"id":"projects.delete","summary":"Soft-delete a project with all that it holds; its links open nothing from then on. `preview` says what would go.","scope":"projects:write","answer":"json","isTile":false,"destroys":true,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"projects.list","summary":"The organization's projects by name. A user sees the projects that the user is a member of; an administrator sees all.","scope":"projects:read","answer":"json","isTile":false,"rows":"projects"},
    flags: [
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"is_archived","flag":"is-archived","required":false,"value":"boolean","description":"Whether it is archived; on input, only projects that are, or only those that are not."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"projects.list_members","summary":"The members of a project and their roles, by name.","scope":"projects:read","answer":"json","isTile":false,"rows":"members","example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"projects.add_member","summary":"Add a user to a project with a role (admin, editor, viewer).","scope":"projects:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","user_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"user_id","flag":"user-id","required":true,"value":"string","description":"Id of the person (UUID)."},
      {"field":"role","flag":"role","required":false,"value":"string","description":"The role in the project: viewer, editor or admin.","preset":"editor"},
    ],
  },
  {
    ...{"id":"projects.update_member","summary":"Change a member's role.","scope":"projects:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","user_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","role":"editor"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"user_id","flag":"user-id","required":true,"value":"string","description":"Id of the person (UUID)."},
      {"field":"role","flag":"role","required":true,"value":"string","description":"The role in the project: viewer, editor or admin."},
    ],
  },
  {
    ...{"id":"projects.remove_member","summary":"Remove a member.","scope":"projects:write","answer":"json","isTile":false,"destroys":true,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","user_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"user_id","flag":"user-id","required":true,"value":"string","description":"Id of the person (UUID)."},
    ],
  },
  {
    ...{"id":"collections.create","summary":"Create a collection of items in a project.","scope":"collections:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026","project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"attribution","flag":"attribution","required":false,"value":"string","description":"Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."},
      {"field":"color","flag":"color","required":false,"value":"string","description":"A colour as #rrggbb."},
      {"field":"show_on_map","flag":"show-on-map","required":false,"value":"boolean","description":"Whether the collection is drawn on maps of the project.","preset":true},
      {"field":"layer_order","flag":"layer-order","required":false,"value":"integer","description":"Where the collection stands in lists; the smallest comes first.","preset":0},
      {"field":"mosaic_rule","flag":"mosaic-rule","required":false,"value":"string","choices":["first","last","highest","lowest"],"description":"Which item is on top: last, first, highest or lowest.","preset":"last"},
      {"field":"mosaic_property","flag":"mosaic-property","required":false,"value":"string","description":"The property by which items lie on top of each other."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
    ],
  },
  {
    ...{"id":"collections.get","summary":"Get one collection.","scope":"collections:read","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","collection_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"collection_id","flag":"collection-id","required":true,"value":"string","description":"Id of the collection (UUID)."},
    ],
  },
  {
    ...{"id":"collections.list","summary":"List a project's collections with item counts.","scope":"collections:read","answer":"json","isTile":false,"rows":"collections","example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"collections.update","summary":"Change a collection's metadata and tags.","scope":"collections:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","collection_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"attribution","flag":"attribution","required":false,"value":"string","description":"Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."},
      {"field":"color","flag":"color","required":false,"value":"string","description":"A colour as #rrggbb."},
      {"field":"show_on_map","flag":"show-on-map","required":false,"value":"boolean","description":"Whether the collection is drawn on maps of the project."},
      {"field":"layer_order","flag":"layer-order","required":false,"value":"integer","description":"Where the collection stands in lists; the smallest comes first."},
      {"field":"mosaic_rule","flag":"mosaic-rule","required":false,"value":"string","choices":["first","last","highest","lowest"],"description":"Which item is on top: last, first, highest or lowest."},
      {"field":"mosaic_property","flag":"mosaic-property","required":false,"value":"string","description":"The property by which items lie on top of each other."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"collection_id","flag":"collection-id","required":true,"value":"string","description":"Id of the collection (UUID)."},
    ],
  },
  {
    ...{"id":"collections.thumbnail","summary":"A picture of all items of a collection together; free, as all tiles of owners are.","scope":"items:read","answer":"bytes","isTile":false,"example":{"collection_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"collection_id","flag":"collection-id","required":true,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"width","flag":"width","required":false,"value":"integer","description":"Width in pixels.","preset":512},
      {"field":"height","flag":"height","required":false,"value":"integer","description":"Height in pixels.","preset":512},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["webp","png","jpg","jpeg"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"webp"},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"collections.delete","summary":"Soft-delete a collection; its items stay, unlinked, and its links open nothing from then on. `preview` says how many.","scope":"collections:write","answer":"json","isTile":false,"destroys":true,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","collection_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"collection_id","flag":"collection-id","required":true,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"items.create","summary":"Create an item in a project.","scope":"items:write","answer":"json","isTile":false,"example":{"type":"satellite_capture","name":"Harbour 2026","project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"collection_id","flag":"collection-id","required":false,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"stac_id","flag":"stac-id","required":false,"value":"string","description":"The id within the project as STAC knows it."},
      {"field":"type","flag":"type","required":true,"value":"string","choices":["satellite_capture","derived_raster","derived_vector","clip","user_raster","user_vector","external_reference"],"description":"The type of the item, such as user_raster; in GeoJSON the type of the object."},
      {"field":"geometry","flag":"geometry","required":false,"value":"json","description":"The footprint as GeoJSON in degrees (EPSG:4326)."},
      {"field":"bbox","flag":"bbox","required":false,"value":"numbers","description":"West, south, east and north in degrees (EPSG:4326)."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","isTime":true,"description":"When the data was acquired (RFC 3339); null where only a range is known."},
      {"field":"start_datetime","flag":"start-datetime","required":false,"value":"string","isTime":true,"description":"The beginning of the acquisition (RFC 3339)."},
      {"field":"end_datetime","flag":"end-datetime","required":false,"value":"string","isTime":true,"description":"The end of the acquisition (RFC 3339)."},
      {"field":"expires_at","flag":"expires-at","required":false,"value":"string","isTime":true,"description":"When items.expire_batch marks it as expired (RFC 3339); null: never."},
      {"field":"cloud_cover","flag":"cloud-cover","required":false,"value":"number","description":"Cloud cover in percent (STAC eo:cloud_cover)."},
      {"field":"gsd","flag":"gsd","required":false,"value":"number","description":"Ground sample distance in metres (STAC)."},
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"attribution","flag":"attribution","required":false,"value":"string","description":"Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."},
      {"field":"properties","flag":"properties","required":false,"value":"json","description":"Properties of the item as STAC describes them, and others."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"stac_extensions","flag":"stac-extensions","required":false,"value":"strings","description":"STAC extensions, by their addresses."},
      {"field":"order_id","flag":"order-id","required":false,"value":"string","description":"Kept for clients of the public contract."},
      {"field":"upload_id","flag":"upload-id","required":false,"value":"string","description":"Id of the upload (UUID)."},
      {"field":"job_id","flag":"job-id","required":false,"value":"string","description":"Id of the job that made it, for clients of the public contract."},
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"assets","flag":"assets","required":false,"value":"json","description":"The item's files by their key."},
    ],
  },
  {
    ...{"id":"items.get","summary":"Get one item.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"items.list","summary":"List a project's items.","scope":"items:read","answer":"json","isTile":false,"rows":"items","example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","limit":100,"offset":0}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"collection_id","flag":"collection-id","required":false,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"uncollected","flag":"uncollected","required":false,"value":"boolean","description":"Answers only items that are in no collection.","preset":false},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"items.list_by_collection","summary":"List a collection's items.","scope":"items:read","answer":"json","isTile":false,"rows":"items","example":{"collection_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"collection_id","flag":"collection-id","required":true,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"items.search","summary":"Find a project's items by place, time, collection, type and properties, as STAC features.","scope":"items:read","answer":"json","isTile":false,"rows":"features","example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"bbox","flag":"bbox","required":false,"value":"numbers","description":"West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","description":"A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time."},
      {"field":"collections","flag":"collections","required":false,"value":"strings","description":"Only items of these collections; the id of a project stands for its items in no collection."},
      {"field":"token","flag":"token","required":false,"value":"string","description":"The `next_token` of the page before, with the same conditions and order."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many items are left out from the beginning, up to 10,000; `token` reaches all.","preset":0},
      {"field":"type","flag":"type","required":false,"value":"string","choices":["satellite_capture","derived_raster","derived_vector","clip","user_raster","user_vector","external_reference"],"description":"The type of the item, such as user_raster; in GeoJSON the type of the object."},
      {"field":"query","flag":"query","required":false,"value":"json","description":"Conditions by property, as in STAC's query extension: {\"eo:cloud_cover\": {\"lt\": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains."},
      {"field":"sortby","flag":"sortby","required":false,"value":"json","description":"Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out."},
      {"field":"format","flag":"format","required":false,"value":"string","description":"The format of the features: geojson."},
      {"field":"base_url","flag":"base-url","required":false,"value":"string","description":"What addresses in the document begin with; this server's own when left out."},
    ],
  },
  {
    ...{"id":"items.search_org","summary":"Find items in all projects that the caller sees, by place, time, collection, type and properties, as STAC features.","scope":"items:read","answer":"json","isTile":false,"rows":"features"},
    flags: [
      {"field":"bbox","flag":"bbox","required":false,"value":"numbers","description":"West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","description":"A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time."},
      {"field":"collections","flag":"collections","required":false,"value":"strings","description":"Only items of these collections; the id of a project stands for its items in no collection."},
      {"field":"token","flag":"token","required":false,"value":"string","description":"The `next_token` of the page before, with the same conditions and order."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many items are left out from the beginning, up to 10,000; `token` reaches all.","preset":0},
      {"field":"type","flag":"type","required":false,"value":"string","choices":["satellite_capture","derived_raster","derived_vector","clip","user_raster","user_vector","external_reference"],"description":"The type of the item, such as user_raster; in GeoJSON the type of the object."},
      {"field":"query","flag":"query","required":false,"value":"json","description":"Conditions by property, as in STAC's query extension: {\"eo:cloud_cover\": {\"lt\": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains."},
      {"field":"sortby","flag":"sortby","required":false,"value":"json","description":"Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out."},
      {"field":"format","flag":"format","required":false,"value":"string","description":"The format of the features: geojson."},
      {"field":"base_url","flag":"base-url","required":false,"value":"string","description":"What addresses in the document begin with; this server's own when left out."},
    ],
  },
  {
    ...{"id":"items.update","summary":"Change an item's mutable metadata.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"collection_id","flag":"collection-id","required":false,"value":"string","description":"Id of the collection (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"attribution","flag":"attribution","required":false,"value":"string","description":"Whom maps must name beside the pictures, as plain text: `© Example Imaging 2026`."},
      {"field":"geometry","flag":"geometry","required":false,"value":"json","description":"The footprint as GeoJSON in degrees (EPSG:4326)."},
      {"field":"bbox","flag":"bbox","required":false,"value":"numbers","description":"West, south, east and north in degrees (EPSG:4326)."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","isTime":true,"description":"When the data was acquired (RFC 3339); null where only a range is known."},
      {"field":"start_datetime","flag":"start-datetime","required":false,"value":"string","isTime":true,"description":"The beginning of the acquisition (RFC 3339)."},
      {"field":"end_datetime","flag":"end-datetime","required":false,"value":"string","isTime":true,"description":"The end of the acquisition (RFC 3339)."},
      {"field":"expires_at","flag":"expires-at","required":false,"value":"string","isTime":true,"description":"When items.expire_batch marks it as expired (RFC 3339); null: never."},
      {"field":"cloud_cover","flag":"cloud-cover","required":false,"value":"number","description":"Cloud cover in percent (STAC eo:cloud_cover)."},
      {"field":"gsd","flag":"gsd","required":false,"value":"number","description":"Ground sample distance in metres (STAC)."},
      {"field":"properties","flag":"properties","required":false,"value":"json","description":"Properties of the item as STAC describes them, and others."},
      {"field":"tags","flag":"tags","required":false,"value":"json","description":"Cost-allocation tags, at most 20; they take the place of those that are there. Usage has those of organization, project, item and link."},
      {"field":"lifecycle_state","flag":"lifecycle-state","required":false,"value":"string","choices":["active","expiring","archived","expired","deleted"],"description":"Where the item stands in its life: active, expiring, archived, expired or deleted."},
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"items.delete","summary":"Soft-delete an item: its links open nothing from then on. `preview` says how many.","scope":"items:write","answer":"json","isTile":false,"destroys":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"items.move","summary":"Move an item to another project of the organization, with its own links; it leaves its collection. `preview` says what would change.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","target_project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"target_project_id","flag":"target-project-id","required":true,"value":"string","description":"Id of the project that it comes into (UUID)."},
      {"field":"target_collection_id","flag":"target-collection-id","required":false,"value":"string","description":"Id of a collection of the target project that it joins (UUID); null: none."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"items.duplicate","summary":"Make an item like another one, with its files and profiles, in its project or another one. Files count as stored once more; links stay with the item they share.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"new_name","flag":"new-name","required":false,"value":"string","description":"The name of the duplicate; that of the item with (copy) behind it when left out."},
      {"field":"target_collection_id","flag":"target-collection-id","required":false,"value":"string","description":"Id of a collection of the target project that it joins (UUID); null: none."},
      {"field":"target_project_id","flag":"target-project-id","required":false,"value":"string","description":"Id of the project that it comes into (UUID)."},
    ],
  },
  {
    ...{"id":"items.lineage","summary":"The uploads and items that an item came of, and the items that came of it.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"items.list_expiring","summary":"Items of the organization whose `expires_at` comes within some days or has passed, soonest first: up to 1,000 that are not marked as expired.","scope":"admin:read","answer":"json","isTile":false},
    flags: [
      {"field":"days","flag":"days","required":false,"value":"integer","description":"Within how many days from now.","preset":7},
    ],
  },
  {
    ...{"id":"items.expire_batch","summary":"Mark items of the organization whose `expires_at` has passed as expired, up to 1,000 a call. Nothing is deleted, and links go on showing them.","scope":"admin:write","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"items.list_assets","summary":"List an item's assets (files).","scope":"items:read","answer":"json","isTile":false,"rows":"assets","example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"items.replace_asset","summary":"Put a file of the asset store in the place of one of an item's files: maps and links show it at once, under the same addresses. `preview` says what would change.","scope":"items:write","answer":"json","isTile":false,"destroys":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","href":"s3://example-rasters/harbour-2026.tif"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_id","flag":"asset-id","required":false,"value":"string","description":"Id of the file (UUID)."},
      {"field":"href","flag":"href","required":true,"value":"string","description":"Where the file is: a key of the object store, or an upload."},
      {"field":"sidecars","flag":"sidecars","required":false,"value":"strings","description":"Files that belong to the raster, such as .aux.xml."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"assets.delete","summary":"Delete a file of an item, with the original that it was made of. The next file is drawn then, or nothing. `preview` says what would change.","scope":"items:write","answer":"json","isTile":false,"destroys":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","asset_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_id","flag":"asset-id","required":true,"value":"string","description":"Id of the file (UUID)."},
      {"field":"preview","flag":"preview","required":false,"value":"boolean","description":"Whether nothing is done yet: the answer says what would happen.","preset":false},
    ],
  },
  {
    ...{"id":"items.set_asset_band_names","summary":"Name the bands of a file, for profiles and expressions that name bands. The file itself is not changed; a name that is empty is taken away.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","asset_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","band_names":[]}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_id","flag":"asset-id","required":true,"value":"string","description":"Id of the file (UUID)."},
      {"field":"band_names","flag":"band-names","required":true,"value":"strings","description":"A name for each band, in order; an empty one takes the name away."},
    ],
  },
  {
    ...{"id":"items.detect_asset_bands","summary":"Suggest names for the bands of a file: those it has, those of its colours, or by how bright its bands are. Nothing is changed.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","asset_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_id","flag":"asset-id","required":true,"value":"string","description":"Id of the file (UUID)."},
    ],
  },
  {
    ...{"id":"items.ingest.cancel","summary":"Cancel the preparation of an item's files; the originals stay.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"items.ingest.retry","summary":"Prepare an item's files again after that failed or was cancelled.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"items.asset.download","summary":"Issue a short-lived signed download URL for an asset.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","asset_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_id","flag":"asset-id","required":true,"value":"string","description":"Id of the file (UUID)."},
    ],
  },
  {
    ...{"id":"items.get_stac","summary":"The item as a STAC 1.0.0 Feature.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"base_url","flag":"base-url","required":false,"value":"string","description":"What addresses in the document begin with; this server's own when left out."},
    ],
  },
  {
    ...{"id":"items.tile.render","summary":"Render one XYZ tile of an item the caller may read (owner side, same pipeline).","scope":"items:read","answer":"bytes","isTile":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","z":16,"x":60281,"y":39326,"profile":"Natural colours"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"z","flag":"z","required":true,"value":"integer","description":"The zoom of the tile."},
      {"field":"x","flag":"x","required":true,"value":"integer","description":"The column of the tile, from the west (Web Mercator)."},
      {"field":"y","flag":"y","required":true,"value":"integer","description":"The row of the tile, from the north (Web Mercator)."},
      {"field":"format","flag":"format","required":false,"value":"string","known":["png","jpg","webp","avif","auto","npy","tif","jpeg","tiff"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"webp"},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"expression","flag":"expression","required":false,"value":"string","description":"A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."},
      {"field":"bands","flag":"bands","required":false,"value":"string","description":"Bands, from 1; for a picture red, green and blue."},
      {"field":"rescale","flag":"rescale","required":false,"value":"string","description":"Values that become black and white, or `auto`."},
      {"field":"colormap","flag":"colormap","required":false,"value":"string","description":"A named colour map, such as viridis, or colours by value."},
      {"field":"quality","flag":"quality","required":false,"value":"integer","description":"Quality of lossy formats, from 1 to 100.","preset":82},
    ],
  },
  {
    ...{"id":"items.tile.tilejson","summary":"TileJSON for an item the caller may read.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"grant_seconds","flag":"grant-seconds","required":false,"value":"integer","description":"How long the addresses live, in seconds."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["png","jpg","jpeg","webp","avif","auto"],"description":"The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."},
      {"field":"scale","flag":"scale","required":false,"value":"json","description":"1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."},
    ],
  },
  {
    ...{"id":"items.tile.statistics","summary":"Statistics of an expression over a sample of an item: percentiles (p2/p98), mean, histogram.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","expression":"(b4 - b3) / (b4 + b3)"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"expression","flag":"expression","required":true,"value":"string","description":"A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"bins","flag":"bins","required":false,"value":"integer","description":"How many bins the histogram has; there is none unless this is given."},
      {"field":"range","flag":"range","required":false,"value":"numbers","description":"What the bins cover: [low, high], or the smallest to the largest value."},
    ],
  },
  {
    ...{"id":"items.tile.legend","summary":"What the colours of an item's tiles mean: values and colours, and a picture.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
    ],
  },
  {
    ...{"id":"items.tile.point","summary":"The values of an item under a point: its bands, or a calculation.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","lon":151.22,"lat":-33.86}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"lon","flag":"lon","required":true,"value":"number","description":"Longitude in degrees (EPSG:4326)."},
      {"field":"lat","flag":"lat","required":true,"value":"number","description":"Latitude in degrees (EPSG:4326)."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"expression","flag":"expression","required":false,"value":"string","description":"A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."},
      {"field":"bands","flag":"bands","required":false,"value":"string","description":"Bands, from 1; for a picture red, green and blue."},
    ],
  },
  {
    ...{"id":"items.thumbnail","summary":"A picture of a whole item, at most as large as requested; free, as all tiles of owners are.","scope":"items:read","answer":"bytes","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"width","flag":"width","required":false,"value":"integer","description":"Width in pixels.","preset":512},
      {"field":"height","flag":"height","required":false,"value":"integer","description":"Height in pixels.","preset":512},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["webp","png","jpg","jpeg"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"webp"},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"expression","flag":"expression","required":false,"value":"string","description":"A calculation with bands b1, b2 and so on, such as (b4 - b3) / (b4 + b3)."},
      {"field":"bands","flag":"bands","required":false,"value":"string","description":"Bands, from 1; for a picture red, green and blue."},
      {"field":"rescale","flag":"rescale","required":false,"value":"string","description":"Values that become black and white, or `auto`."},
      {"field":"colormap","flag":"colormap","required":false,"value":"string","description":"A named colour map, such as viridis, or colours by value."},
      {"field":"type","flag":"type","required":false,"value":"string","choices":["rgb","singleband","multiband","expression"],"description":"With `config`: how a profile looks before it is saved."},
      {"field":"config","flag":"config","required":false,"value":"json","description":"How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."},
    ],
  },
  {
    ...{"id":"items.tile.wmts_capabilities","summary":"OGC WMTS 1.0.0 GetCapabilities XML for an item.","scope":"items:read","answer":"bytes","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","base_url":"https://maps.example.org"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"base_url","flag":"base-url","required":true,"value":"string","description":"What addresses in the document begin with; this server's own when left out."},
      {"field":"key","flag":"key","required":false,"value":"string","description":"The key of the file within its item.","preset":""},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"items.tile.wmts_get_tile","summary":"One tile of an item as WMTS names it (WebMercatorQuad), as PNG.","scope":"items:read","answer":"bytes","isTile":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","z":16,"x":60281,"y":39326}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"z","flag":"z","required":true,"value":"integer","description":"The zoom of the tile."},
      {"field":"x","flag":"x","required":true,"value":"integer","description":"The column of the tile, from the west (Web Mercator)."},
      {"field":"y","flag":"y","required":true,"value":"integer","description":"The row of the tile, from the north (Web Mercator)."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
    ],
  },
  {
    ...{"id":"stac.search","summary":"The item search of the STAC API, over all projects that the caller sees.","scope":"items:read","answer":"json","isTile":false,"rows":"features"},
    flags: [
      {"field":"base_url","flag":"base-url","required":false,"value":"string","description":"What addresses in the document begin with; this server's own when left out.","preset":""},
      {"field":"bbox","flag":"bbox","required":false,"value":"numbers","description":"West, south, east and north in degrees: only items whose bounding box touches it. West > east crosses the antimeridian."},
      {"field":"datetime","flag":"datetime","required":false,"value":"string","description":"A time with an offset, a date, or an interval of them such as 2026-01-01/.. (an open end): only items of that time."},
      {"field":"collections","flag":"collections","required":false,"value":"strings","description":"Only items of these collections; the id of a project stands for its items in no collection."},
      {"field":"token","flag":"token","required":false,"value":"string","description":"The token of the page before, as its next link has it."},
      {"field":"ids","flag":"ids","required":false,"value":"strings","description":"Only items with one of these STAC ids."},
      {"field":"sortby","flag":"sortby","required":false,"value":"json","description":"Up to three fields to sort by: datetime, created, updated, title, id, eo:cloud_cover or gsd; the newest data first when left out."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many items a page has at most; never more than 1,000, and fewer when they are large.","preset":10},
      {"field":"page","flag":"page","required":false,"value":"integer","description":"The page, from 0, of pages of `limit` items; up to 10,000 items. Following the next links reaches all.","preset":0},
      {"field":"query","flag":"query","required":false,"value":"json","description":"Conditions by property, as in STAC's query extension: {\"eo:cloud_cover\": {\"lt\": 10}}. Operators: eq, neq, lt, lte, gt, gte, in, startsWith, endsWith, contains."},
      {"field":"filter","flag":"filter","required":false,"value":"json","description":"A condition in CQL2 JSON: and, or, not, =, <>, <, <=, >, >=, isNull, between, in, like, s_intersects, t_intersects."},
      {"field":"filter-lang","flag":"filter-lang","required":false,"value":"string","description":"The language of the filter: cql2-json.","preset":"cql2-json"},
      {"field":"intersects","flag":"intersects","required":false,"value":"json","description":"A GeoJSON geometry: only items whose bounding box it touches."},
    ],
  },
  {
    ...{"id":"stac.collections.list","summary":"The collections of the STAC API: those of all projects that the caller sees.","scope":"items:read","answer":"json","isTile":false,"rows":"collections"},
    flags: [
      {"field":"base_url","flag":"base-url","required":false,"value":"string","description":"What addresses in the document begin with; this server's own when left out.","preset":""},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"token","flag":"token","required":false,"value":"string","description":"The token of the page before, as its next link has it."},
    ],
  },
  {
    ...{"id":"provenance.get","summary":"What an item or an upload came of (`up`), what came of it (`down`), or both. Only what the caller sees.","scope":"provenance:read","answer":"json","isTile":false,"example":{"entity_type":"item","entity_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"entity_type","flag":"entity-type","required":true,"value":"string","known":["item","upload"],"description":"What it is: item or upload."},
      {"field":"entity_id","flag":"entity-id","required":true,"value":"string","description":"Its id (UUID)."},
      {"field":"direction","flag":"direction","required":false,"value":"string","description":"`up`: what it came of; `down`: what came of it; or `both`.","preset":"up"},
      {"field":"max_depth","flag":"max-depth","required":false,"value":"integer","description":"How many steps are followed.","preset":20},
    ],
  },
  {
    ...{"id":"visualization.profile.create","summary":"Create a render profile on an item.","scope":"items:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026","type":"rgb","config":{"bands":[4,3,2],"rescale":"auto"},"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"layer","flag":"layer","required":false,"value":"string","choices":["sensor","auto","user"],"description":"Where the profile comes from: `sensor`, `auto` (the system) or `user`.","preset":"user"},
      {"field":"type","flag":"type","required":true,"value":"string","choices":["rgb","singleband","multiband","expression"],"description":"How the profile draws: rgb, singleband, multiband or expression."},
      {"field":"is_default","flag":"is-default","required":false,"value":"boolean","description":"Whether it is drawn where no profile is named.","preset":false},
      {"field":"sort_order","flag":"sort-order","required":false,"value":"integer","description":"Where it stands in lists; the smallest comes first.","preset":0},
      {"field":"config","flag":"config","required":true,"value":"json","description":"How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
    ],
  },
  {
    ...{"id":"visualization.profile.update","summary":"Change a render profile.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","profile_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"type","flag":"type","required":false,"value":"string","choices":["rgb","singleband","multiband","expression"],"description":"How the profile draws: rgb, singleband, multiband or expression."},
      {"field":"is_default","flag":"is-default","required":false,"value":"boolean","description":"Whether it is drawn where no profile is named."},
      {"field":"sort_order","flag":"sort-order","required":false,"value":"integer","description":"Where it stands in lists; the smallest comes first."},
      {"field":"config","flag":"config","required":false,"value":"json","description":"How pixels become colours; its form depends on `type`: see the ProfileConfig schemas."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile_id","flag":"profile-id","required":true,"value":"string","description":"Id of the render profile (UUID)."},
    ],
  },
  {
    ...{"id":"visualization.profile.delete","summary":"Delete a render profile.","scope":"items:write","answer":"json","isTile":false,"destroys":true,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","profile_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile_id","flag":"profile-id","required":true,"value":"string","description":"Id of the render profile (UUID)."},
    ],
  },
  {
    ...{"id":"visualization.profile.set_default","summary":"Make a profile the item's default.","scope":"items:write","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","profile_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile_id","flag":"profile-id","required":true,"value":"string","description":"Id of the render profile (UUID)."},
    ],
  },
  {
    ...{"id":"visualization.profile.get","summary":"Get one profile.","scope":"items:read","answer":"json","isTile":false,"example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","profile_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"profile_id","flag":"profile-id","required":true,"value":"string","description":"Id of the render profile (UUID)."},
    ],
  },
  {
    ...{"id":"visualization.profiles.list","summary":"List an item's profiles by sort_order, created_at.","scope":"items:read","answer":"json","isTile":false,"rows":"profiles","example":{"item_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"item_id","flag":"item-id","required":true,"value":"string","description":"Id of the item (UUID)."},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"visualization.list_for","summary":"The ways to draw a file of which the bands are known: composites, indices, heights, single bands.","scope":"tiles:read","answer":"json","isTile":false},
    flags: [
      {"field":"band_roles","flag":"band-roles","required":false,"value":"json","description":"Bands, from 1, by what they see: `red`, `nir`, `swir16` … in any usual spelling."},
      {"field":"data_type","flag":"data-type","required":false,"value":"string","description":"What the values are: `raster`, or `elevation` for heights.","preset":"raster"},
      {"field":"render_params","flag":"render-params","required":false,"value":"json","description":"How the file is drawn now: its `rescale` (`low,high`) and `colormap` are used where nothing better is known."},
      {"field":"asset","flag":"asset","required":false,"value":"string","description":"The key of the file that this is about."},
    ],
  },
  {
    ...{"id":"band_formulas.create","summary":"Give a calculation over bands a name, for profiles and tiles of all members.","scope":"band_formulas:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026","formula":"(nir - red) / (nir + red)"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"formula","flag":"formula","required":true,"value":"string","description":"The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"},
      {"field":"display_name","flag":"display-name","required":false,"value":"string","description":"A name for people, such as NDVI."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"colormap","flag":"colormap","required":false,"value":"string","description":"A named colour map, such as viridis, or colours by value.","preset":"RdYlGn"},
      {"field":"value_range","flag":"value-range","required":false,"value":"numbers","description":"The values that the colour map runs from and to: [low, high]."},
      {"field":"category","flag":"category","required":false,"value":"string","description":"What it is about, such as vegetation, water or custom.","preset":"custom"},
    ],
  },
  {
    ...{"id":"band_formulas.get","summary":"Get a formula of the organization or of the service, by id or name.","scope":"band_formulas:read","answer":"json","isTile":false,"example":{"formula_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"formula_id","flag":"formula-id","required":true,"value":"string","description":"The id or the name of a formula."},
    ],
  },
  {
    ...{"id":"band_formulas.list","summary":"List the organization's formulas by name, then those of the service.","scope":"band_formulas:read","answer":"json","isTile":false},
    flags: [
      {"field":"category","flag":"category","required":false,"value":"string","description":"What it is about, such as vegetation, water or custom."},
      {"field":"include_templates","flag":"include-templates","required":false,"value":"boolean","description":"Whether the formulas of the service are listed, too.","preset":true},
    ],
  },
  {
    ...{"id":"band_formulas.update","summary":"Change a formula of the organization; profiles that used it keep what they were given.","scope":"band_formulas:write","answer":"json","isTile":false,"example":{"formula_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"formula_id","flag":"formula-id","required":true,"value":"string","description":"The id or the name of a formula."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"formula","flag":"formula","required":false,"value":"string","description":"The calculation, with bands by what they see (`nir`, `red`, `swir16` …), by their names in files, or as b1, b2 …"},
      {"field":"display_name","flag":"display-name","required":false,"value":"string","description":"A name for people, such as NDVI."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
      {"field":"colormap","flag":"colormap","required":false,"value":"string","description":"A named colour map, such as viridis, or colours by value."},
      {"field":"value_range","flag":"value-range","required":false,"value":"numbers","description":"The values that the colour map runs from and to: [low, high]."},
      {"field":"category","flag":"category","required":false,"value":"string","description":"What it is about, such as vegetation, water or custom."},
    ],
  },
  {
    ...{"id":"band_formulas.delete","summary":"Delete a formula of the organization; profiles that used it keep what they were given.","scope":"band_formulas:write","answer":"json","isTile":false,"destroys":true,"example":{"formula_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"formula_id","flag":"formula-id","required":true,"value":"string","description":"The id or the name of a formula."},
    ],
  },
  {
    ...{"id":"cog.colormaps","summary":"The colour maps: any name of these, in any case, and reversed with _r.","scope":"tiles:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"cog.formulas","summary":"The formulas of the service: vegetation, water, fire, snow, soil and building indices.","scope":"tiles:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"cog.thumbnail","summary":"A picture of a whole file, at most as large as requested.","scope":"tiles:read","answer":"bytes","isTile":false,"example":{"url":"https://maps.example.org/v1/assets/eyJ2IjoxfQ/harbour-2026.tif"}},
    flags: [
      {"field":"url","flag":"url","required":true,"value":"string","description":"A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."},
      {"field":"width","flag":"width","required":false,"value":"integer","description":"Width in pixels.","preset":256},
      {"field":"height","flag":"height","required":false,"value":"integer","description":"Height in pixels.","preset":256},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["webp","png","jpg","jpeg"],"description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it.","preset":"png"},
    ],
  },
  {
    ...{"id":"cog.statistics","summary":"Statistics of each band of a file, or of a calculation, within a GeoJSON polygon.","scope":"tiles:read","answer":"json","isTile":false,"example":{"url":"https://maps.example.org/v1/assets/eyJ2IjoxfQ/harbour-2026.tif","geometry":{"type":"Polygon","coordinates":[[[151.15,-33.92],[151.29,-33.92],[151.29,-33.81],[151.15,-33.81],[151.15,-33.92]]]}}},
    flags: [
      {"field":"url","flag":"url","required":true,"value":"string","description":"A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."},
      {"field":"geometry","flag":"geometry","required":true,"value":"json","description":"The area: a GeoJSON Polygon, MultiPolygon, or a Feature of one, in degrees; at most 1,000 positions."},
      {"field":"expression","flag":"expression","required":false,"value":"string","description":"A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula."},
      {"field":"bands","flag":"bands","required":false,"value":"string","description":"Bands, from 1; for a picture red, green and blue."},
      {"field":"percentiles","flag":"percentiles","required":false,"value":"numbers","description":"Two percentiles from 0 to 100; in an answer the values at each.","preset":[2,98]},
      {"field":"bins","flag":"bins","required":false,"value":"integer","description":"How many bins of equal width the histogram has.","preset":10},
    ],
  },
  {
    ...{"id":"cog.tile.render","summary":"Render one XYZ tile of a file of this service by its address, in bands, a calculation or an area.","scope":"tiles:read","answer":"bytes","isTile":true,"example":{"url":"https://maps.example.org/v1/assets/eyJ2IjoxfQ/harbour-2026.tif","z":16,"x":60281,"y":39326,"format":"png"}},
    flags: [
      {"field":"url","flag":"url","required":true,"value":"string","description":"A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."},
      {"field":"z","flag":"z","required":true,"value":"integer","description":"The zoom of the tile."},
      {"field":"x","flag":"x","required":true,"value":"integer","description":"The column of the tile, from the west (Web Mercator)."},
      {"field":"y","flag":"y","required":true,"value":"integer","description":"The row of the tile, from the north (Web Mercator)."},
      {"field":"format","flag":"format","required":true,"value":"string","description":"The format of the picture: png, jpg, webp or avif; `auto` takes the smallest that shows it."},
      {"field":"bands","flag":"bands","required":false,"value":"string","description":"Bands, from 1; for a picture red, green and blue."},
      {"field":"expression","flag":"expression","required":false,"value":"string","description":"A calculation such as (b4 - b3) / (b4 + b3), or the name or id of a formula."},
      {"field":"rescale","flag":"rescale","required":false,"value":"string","description":"Values that become black and white, or `auto`."},
      {"field":"colormap","flag":"colormap","required":false,"value":"string","description":"A named colour map, such as viridis, or colours by value."},
      {"field":"quality","flag":"quality","required":false,"value":"integer","description":"Quality of lossy formats, from 1 to 100.","preset":85},
      {"field":"aoi","flag":"aoi","required":false,"value":"string","description":"The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text."},
    ],
  },
  {
    ...{"id":"cog.tile.terrain","summary":"Heights of a file's first band as a Mapbox Terrain-RGB tile (PNG), for raster-dem sources.","scope":"tiles:read","answer":"bytes","isTile":true,"example":{"url":"https://maps.example.org/v1/assets/eyJ2IjoxfQ/harbour-2026.tif","z":16,"x":60281,"y":39326}},
    flags: [
      {"field":"url","flag":"url","required":true,"value":"string","description":"A file of this service: `item:{item_id}/{asset_key}`, its download address, or the href it was registered with."},
      {"field":"z","flag":"z","required":true,"value":"integer","description":"The zoom of the tile."},
      {"field":"x","flag":"x","required":true,"value":"integer","description":"The column of the tile, from the west (Web Mercator)."},
      {"field":"y","flag":"y","required":true,"value":"integer","description":"The row of the tile, from the north (Web Mercator)."},
      {"field":"invert","flag":"invert","required":false,"value":"boolean","description":"Whether values are depths, which become heights below 0.","preset":false},
      {"field":"aoi","flag":"aoi","required":false,"value":"string","description":"The part of the file that is drawn: `west,south,east,north` in degrees, or a GeoJSON Polygon as text."},
      {"field":"size","flag":"size","required":false,"value":"json","description":"The edge of a tile in pixels: 256 or 512.","preset":256},
    ],
  },
  {
    ...{"id":"uploads.initiate","summary":"Open an upload session.","scope":"uploads:write","answer":"json","isTile":false,"example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"transfer_method","flag":"transfer-method","required":false,"value":"string","description":"How files arrive.","preset":"browser"},
      {"field":"file_count","flag":"file-count","required":false,"value":"integer","description":"How many files.","preset":1},
      {"field":"total_bytes","flag":"total-bytes","required":false,"value":"integer","description":"Length of all files in bytes.","preset":0},
      {"field":"target_collection_id","flag":"target-collection-id","required":false,"value":"string","description":"Id of the collection that the uploaded item joins."},
      {"field":"target_item_id","flag":"target-item-id","required":false,"value":"string","description":"Id of the item whose file is replaced."},
      {"field":"replaces_item_id","flag":"replaces-item-id","required":false,"value":"string","description":"Id of the item whose drawn file this one replaces (UUID): maps and links show it as soon as the upload is completed."},
      {"field":"asset_key","flag":"asset-key","required":false,"value":"string","description":"The key of one of the item's files; the first one when left out."},
      {"field":"is_categorical","flag":"is-categorical","required":false,"value":"boolean","description":"Whether values are classes, which are never averaged.","preset":false},
    ],
  },
  {
    ...{"id":"uploads.signed_url","summary":"Mint a signed PUT URL for one file of the session.","scope":"uploads:write","answer":"json","isTile":false,"example":{"upload_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","file_name":"harbour-2026.tif"}},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":true,"value":"string","description":"Id of the upload (UUID)."},
      {"field":"file_name","flag":"file-name","required":true,"value":"string","description":"The name of the file."},
      {"field":"content_type","flag":"content-type","required":false,"value":"string","description":"The media type of the file that will be sent.","preset":"application/octet-stream"},
    ],
  },
  {
    ...{"id":"uploads.part_urls","summary":"Addresses for the parts of a file that have not arrived: PUT each, and call again until none is left. An interrupted upload goes on in the same way, hours later.","scope":"uploads:write","answer":"json","isTile":false,"example":{"upload_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","file_name":"harbour-2026.tif","total_bytes":2147483648}},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":true,"value":"string","description":"Id of the upload (UUID)."},
      {"field":"file_name","flag":"file-name","required":true,"value":"string","description":"The name of the file."},
      {"field":"total_bytes","flag":"total-bytes","required":true,"value":"integer","description":"Length of all files in bytes."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":20},
    ],
  },
  {
    ...{"id":"uploads.get","summary":"An upload, and what has arrived of its files.","scope":"uploads:read","answer":"json","isTile":false,"example":{"upload_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":true,"value":"string","description":"Id of the upload (UUID)."},
    ],
  },
  {
    ...{"id":"uploads.list","summary":"Uploads of a project, or of all projects that the caller sees, newest first.","scope":"uploads:read","answer":"json","isTile":false,"rows":"uploads"},
    flags: [
      {"field":"project_id","flag":"project-id","required":false,"value":"string","description":"Id of the project (UUID)."},
      {"field":"status","flag":"status","required":false,"value":"string","choices":["open","uploading","processing","completed","failed"],"description":"What it is at; of a problem, the status of HTTP."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"before","flag":"before","required":false,"value":"string","description":"Continues after this one: `next_before` of the page before."},
    ],
  },
  {
    ...{"id":"uploads.progress","summary":"Report progress, or learn how far a completed upload is prepared.","scope":"uploads:write","answer":"json","isTile":false,"example":{"upload_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":true,"value":"string","description":"Id of the upload (UUID)."},
      {"field":"status","flag":"status","required":false,"value":"string","known":["open","uploading","processing"],"description":"What it is at; of a problem, the status of HTTP."},
      {"field":"bytes_uploaded","flag":"bytes-uploaded","required":false,"value":"integer","description":"Bytes that have arrived."},
    ],
  },
  {
    ...{"id":"uploads.complete","summary":"Finish the session; the file becomes an item asset.","scope":"uploads:write","answer":"json","isTile":false},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":false,"value":"string","description":"Id of the upload (UUID)."},
    ],
  },
  {
    ...{"id":"uploads.fail","summary":"Mark the session failed.","scope":"uploads:write","answer":"json","isTile":false,"destroys":true,"example":{"upload_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","error_message":"the file ends before its last tile"}},
    flags: [
      {"field":"upload_id","flag":"upload-id","required":true,"value":"string","description":"Id of the upload (UUID)."},
      {"field":"error_message","flag":"error-message","required":true,"value":"string","description":"What is wrong with the upload; null when nothing is."},
      {"field":"error_step","flag":"error-step","required":false,"value":"string","description":"The step that failed; null when none did."},
    ],
  },
  {
    ...{"id":"usage.current","summary":"Usage of the current billing period.","scope":"usage:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"usage.history","summary":"Usage of the past N months.","scope":"usage:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"months","flag":"months","required":false,"value":"integer","description":"Months, newest first; on input how many of them.","preset":3},
    ],
  },
  {
    ...{"id":"usage.query","summary":"Usage and what it costs so far, by hour, day or month, and by link, target, project or tag.","scope":"usage:read","answer":"json","isTile":false,"rows":"rows","example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"from","flag":"from","required":false,"value":"string","isTime":true,"description":"The current month's beginning if absent."},
      {"field":"to","flag":"to","required":false,"value":"string","isTime":true,"description":"The first instant that no longer counts; now if absent. Windows are whole: the last one ends here or later."},
      {"field":"window","flag":"window","required":false,"value":"string","choices":["hour","day","month"],"description":"The length of a row in time: `hour`, `day` or `month`.","preset":"day"},
      {"field":"group_by","flag":"group-by","required":false,"value":"strings","description":"link, target, project, and `tag:KEY` for up to three cost-allocation tags.","preset":[]},
      {"field":"link_id","flag":"link-id","required":false,"value":"string","description":"Only usage of this link."},
      {"field":"target_id","flag":"target-id","required":false,"value":"string","description":"Only usage of this item or collection."},
      {"field":"project_id","flag":"project-id","required":false,"value":"string","description":"Only usage of what lies in this project now."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":500},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"usage.recalculate_storage","summary":"Sum the bytes of an organization's files, and compare each with what lies in the store.","scope":"usage:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"organizations.limits.get","summary":"The limits that bind the caller's organization, and what it uses of those that count rows.","scope":"usage:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"audit.list","summary":"The audit log, newest entry first: every call except reads, and every refused opening of a link, with caller, time and address.","scope":"audit:read","answer":"json","isTile":false,"rows":"entries"},
    flags: [
      {"field":"operation_id","flag":"operation-id","required":false,"value":"string","description":"The operation, such as share.link.create."},
      {"field":"principal_id","flag":"principal-id","required":false,"value":"string","description":"Id of the person or key."},
      {"field":"since","flag":"since","required":false,"value":"string","isTime":true,"description":"Answers what happened since then (RFC 3339)."},
      {"field":"until","flag":"until","required":false,"value":"string","isTime":true,"description":"Answers what happened until then (RFC 3339)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"before","flag":"before","required":false,"value":"string","description":"Continues after this one: `next_before` of the page before."},
    ],
  },
  {
    ...{"id":"security_log.list","summary":"The security log, newest first: log-ins, tokens, devices, keys and people. Equal events of a minute are one row.","scope":"audit:read","answer":"json","isTile":false,"rows":"events"},
    flags: [
      {"field":"kind","flag":"kind","required":false,"value":"string","choices":["log_in","token","device","credential","key_made","key_revoked","password_changed","user_disabled","user_enabled","session_ended","queue_board"],"description":"Its kind, for programs."},
      {"field":"since","flag":"since","required":false,"value":"string","isTime":true,"description":"Answers what happened since then (RFC 3339)."},
      {"field":"until","flag":"until","required":false,"value":"string","isTime":true,"description":"Answers what happened until then (RFC 3339)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"before","flag":"before","required":false,"value":"string","description":"Continues after this one: `next_before` of the page before."},
    ],
  },
  {
    ...{"id":"users.list","summary":"The people of your organization, for administrators.","scope":"people:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"users.disable","summary":"Disable a person: they cannot sign in, and their sessions and keys stop working.","scope":"people:write","answer":"json","isTile":false,"destroys":true,"example":{"user_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"user_id","flag":"user-id","required":true,"value":"string","description":"Id of the person (UUID)."},
    ],
  },
  {
    ...{"id":"users.enable","summary":"Enable a disabled person; ended sessions stay ended.","scope":"people:write","answer":"json","isTile":false,"example":{"user_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"user_id","flag":"user-id","required":true,"value":"string","description":"Id of the person (UUID)."},
    ],
  },
  {
    ...{"id":"users.change_password","summary":"Replace your own password; ends all your sessions, this one included.","scope":"people:write","answer":"json","isTile":false,"destroys":true,"example":{"current_password":"correct horse battery staple","new_password":"Tr0ub4dor&3 is not it"}},
    flags: [
      {"field":"current_password","flag":"current-password","required":true,"value":"string","description":"The password until now."},
      {"field":"new_password","flag":"new-password","required":true,"value":"string","description":"The password from now on."},
    ],
  },
  {
    ...{"id":"sessions.list","summary":"Your log-ins that have not ended; administrators see those of all people of the organization.","scope":"people:read","answer":"json","isTile":false},
    flags: [
      {"field":"user_id","flag":"user-id","required":false,"value":"string","description":"Id of the person (UUID)."},
    ],
  },
  {
    ...{"id":"sessions.revoke","summary":"End a log-in with all its tokens: your own, or any of the organization for administrators.","scope":"people:write","answer":"json","isTile":false,"destroys":true,"example":{"session_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"session_id","flag":"session-id","required":true,"value":"string","description":"Id of the session."},
    ],
  },
  {
    ...{"id":"billing.rates.set","summary":"Set the prices of an organization or a plan from a month on. Prices for tiles that were already delivered at others need a reason, which the customer sees.","scope":"billing:write","answer":"json","isTile":false,"example":{"effective_from":"2026-12","currency":"USD","tiers":[{"up_to":100000,"price_per_thousand":"0.5000"}]}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":false,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"plan","flag":"plan","required":false,"value":"string","description":"The name of the plan; null: prices of the organization's own."},
      {"field":"effective_from","flag":"effective-from","required":true,"value":"string","description":"From when it holds: a month as YYYY-MM or a time (RFC 3339)."},
      {"field":"currency","flag":"currency","required":true,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"mode","flag":"mode","required":false,"value":"string","choices":["graduated","volume"],"description":"How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume).","preset":"graduated"},
      {"field":"free_tiles_per_month","flag":"free-tiles-per-month","required":false,"value":"integer","description":"Tiles a month that cost nothing.","preset":0},
      {"field":"minimum","flag":"minimum","required":false,"value":"string","description":"The amount that a month costs at least."},
      {"field":"tiers","flag":"tiers","required":true,"value":"json","description":"Prices by quantity: the last tier has no end."},
      {"field":"reason","flag":"reason","required":false,"value":"string","description":"Why, in a sentence for people."},
    ],
  },
  {
    ...{"id":"billing.rates.list","summary":"List the rate cards that can price an organization; the operator may ask for all.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"include_superseded","flag":"include-superseded","required":false,"value":"boolean","description":"Answers cards that were replaced as well.","preset":false},
    ],
  },
  {
    ...{"id":"billing.plans.assign","summary":"Put an organization on a plan, for all months that are not closed.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","plan":"standard"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"plan","flag":"plan","required":true,"value":"string","description":"The name of the plan; null: prices of the organization's own."},
    ],
  },
  {
    ...{"id":"billing.statements.get","summary":"The statement of a month: closed, or as closing the month now would make it.","scope":"billing:read","answer":"json","isTile":false,"rows":"lines","example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","period":"2026-11"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"currency","flag":"currency","required":false,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.statements.list","summary":"List closed statements, the latest month first; organization_id may be \"all\" for the operator.","scope":"billing:read","answer":"json","isTile":false,"rows":"statements","example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":false,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"currency","flag":"currency","required":false,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.statements.document","summary":"An issued statement as a document: a page (html), a PDF file, or Peppol BIS Billing 3.0 (ubl). The same bytes every time.","scope":"billing:read","answer":"bytes","isTile":false,"example":{"statement_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"statement_id","flag":"statement-id","required":true,"value":"string","description":"Id of the statement (UUID)."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["html","pdf","ubl"],"description":"csv, ndjson or parquet; of a document html, pdf or ubl.","preset":"pdf"},
      {"field":"language","flag":"language","required":false,"value":"string","choices":["en","de","fr"],"description":"The language of the document: en, de or fr."},
    ],
  },
  {
    ...{"id":"billing.periods.preview","summary":"What closing a month now would write, and what a person should look at first: faults, tiles without a price, large changes, credits beyond charges, incomplete e-invoices. Changes nothing.","scope":"billing:read","answer":"json","isTile":false,"rows":"statements","example":{"period":"2026-11"}},
    flags: [
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"change_ratio","flag":"change-ratio","required":false,"value":"number","description":"A change against the month before that is reported, as a ratio: 0.5 is half.","preset":0.5},
      {"field":"findings_only","flag":"findings-only","required":false,"value":"boolean","description":"Answers only organizations with findings.","preset":false},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.periods.close","summary":"Close a month that is over, for good: its statements become final. Repeating it answers the same.","scope":"billing:write","answer":"json","isTile":false,"destroys":true,"example":{"period":"2026-11"}},
    flags: [
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
    ],
  },
  {
    ...{"id":"billing.periods.list","summary":"List the months that are closed.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"billing.periods.draft","summary":"Make a month that is over a draft: no usage is booked in it any more, its statements can be looked at and corrected until billing.periods.close issues them.","scope":"billing:write","answer":"json","isTile":false,"destroys":true,"example":{"period":"2026-11"}},
    flags: [
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
    ],
  },
  {
    ...{"id":"billing.periods.approve","summary":"Approve the draft of a month that another person made. A correction in the draft takes the approval back.","scope":"billing:write","answer":"json","isTile":false,"example":{"period":"2026-11"}},
    flags: [
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
    ],
  },
  {
    ...{"id":"billing.settings.get","summary":"How months become final (the days that they are a draft, whether a second person approves them), the accounts of journals, and what documents say of their issuer.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"billing.settings.update","summary":"Change how months become final, for months that become drafts from then on; the accounts of journals; and what documents say of their issuer.","scope":"billing:write","answer":"json","isTile":false},
    flags: [
      {"field":"draft_days","flag":"draft-days","required":false,"value":"integer","description":"Days between the close of a month and the issue of its statements."},
      {"field":"needs_approval","flag":"needs-approval","required":false,"value":"boolean","description":"Whether a second person has to approve the statements of a month."},
      {"field":"journal_accounts","flag":"journal-accounts","required":false,"value":"json","description":"Accounts of the journal layout, by what is booked on them."},
      {"field":"seller","flag":"seller","required":false,"value":"json","description":"What documents say of the operator."},
    ],
  },
  {
    ...{"id":"billing.books.list","summary":"The chain of closed months: each entry holds the SHA-256 of what its month was closed with and of the entry before. Anyone can check it: docs/billing-proof.md.","scope":"billing:read","answer":"json","isTile":false,"rows":"entries"},
    flags: [
      {"field":"after","flag":"after","required":false,"value":"integer","description":"Answers entries after this one.","preset":0},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
    ],
  },
  {
    ...{"id":"billing.books.statements","summary":"The SHA-256 of the lines of each statement of a closed month, as the ndjson export writes them; organization_id may be \"all\" for the operator.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","period":"2026-11"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
    ],
  },
  {
    ...{"id":"billing.credits.create","summary":"Give money back: a credit note about a month, shown on the statement of the open month.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","belongs_to":"2026-10","currency":"USD","amount":"12.5000","reason":"revoked"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"belongs_to","flag":"belongs-to","required":true,"value":"string","description":"Id of the organization that pays (UUID)."},
      {"field":"currency","flag":"currency","required":true,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"amount","flag":"amount","required":true,"value":"string","description":"The amount, in the currency beside it, as a decimal text; negative in the customer's favour."},
      {"field":"reason","flag":"reason","required":true,"value":"string","description":"Why, in a sentence for people."},
      {"field":"force","flag":"force","required":false,"value":"boolean","description":"Also beyond what was billed.","preset":false},
    ],
  },
  {
    ...{"id":"billing.credits.balance","summary":"What the next statements give back: notes that are on none yet, by currency.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"billing.credits.transactions","summary":"The organization's credit and debit notes, the latest first, with all or a part of their reason.","scope":"billing:read","answer":"json","isTile":false,"rows":"transactions"},
    flags: [
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":50},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
      {"field":"reason","flag":"reason","required":false,"value":"string","description":"Only notes whose reason holds this text, in any case."},
    ],
  },
  {
    ...{"id":"billing.status.get","summary":"Where an organization's billing stands: plan, prices, the month so far, the last statements.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"billing.plans.list","summary":"Plans with their prices: those that can price the caller's organization, all for the operator.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"billing.invoices.list","summary":"The organization's statements as documents, the latest first; billing.statements.document prints them.","scope":"billing:read","answer":"json","isTile":false,"rows":"invoices"},
    flags: [
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":50},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.reconciliation.run","summary":"Compare an organization's usage of open months in events, hours, days and months, and keep the result.","scope":"admin:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"threshold_bytes","flag":"threshold-bytes","required":false,"value":"integer","description":"Differences of more bytes than this are flagged; other counters may not differ at all.","preset":1048576},
    ],
  },
  {
    ...{"id":"billing.reconciliation.run_all","summary":"Compare the usage of open months of every organization that has any, and keep the results.","scope":"admin:write","answer":"json","isTile":false},
    flags: [
      {"field":"threshold_bytes","flag":"threshold-bytes","required":false,"value":"integer","description":"Differences of more bytes than this are flagged; other counters may not differ at all.","preset":1048576},
    ],
  },
  {
    ...{"id":"billing.reconciliation.list_runs","summary":"Comparisons of usage that were kept, the latest first; each for 90 days.","scope":"admin:read","answer":"json","isTile":false},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":false,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"flagged_only","flag":"flagged-only","required":false,"value":"boolean","description":"Whether only runs that were flagged are listed.","preset":false},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":50},
    ],
  },
  {
    ...{"id":"billing.reconciliation.detect_drift","summary":"Compare an organization's usage of open months, name the days that differ, and keep nothing.","scope":"admin:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"billing.rates.simulate","summary":"What a month would cost an organization with other prices: an open month by its statement, a closed one by the lines that billing.adjustments.rerate would book. Changes nothing.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","period":"2026-11","currency":"USD","tiers":[{"up_to":100000,"price_per_thousand":"0.5000"}]}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"currency","flag":"currency","required":true,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"mode","flag":"mode","required":false,"value":"string","choices":["graduated","volume"],"description":"How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume).","preset":"graduated"},
      {"field":"free_tiles_per_month","flag":"free-tiles-per-month","required":false,"value":"integer","description":"Tiles a month that cost nothing.","preset":0},
      {"field":"minimum","flag":"minimum","required":false,"value":"string","description":"The amount that a month costs at least."},
      {"field":"tiers","flag":"tiers","required":true,"value":"json","description":"Prices by quantity: the last tier has no end."},
    ],
  },
  {
    ...{"id":"billing.rates.end","summary":"End an organization's own prices: from a month on its plan's hold again.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","effective_from":"2026-12"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"effective_from","flag":"effective-from","required":true,"value":"string","description":"From when it holds: a month as YYYY-MM or a time (RFC 3339)."},
      {"field":"reason","flag":"reason","required":false,"value":"string","description":"Why, in a sentence for people."},
    ],
  },
  {
    ...{"id":"billing.adjustments.create","summary":"Charge or give back an amount: a numbered debit note (above 0) or credit note (below 0) about a month, shown on the statement of the open month.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","currency":"USD","amount":"12.5000","reason":"revoked"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"currency","flag":"currency","required":true,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"amount","flag":"amount","required":true,"value":"string","description":"The amount, in the currency beside it, as a decimal text; negative in the customer's favour."},
      {"field":"reason","flag":"reason","required":true,"value":"string","description":"Why, in a sentence for people."},
      {"field":"belongs_to","flag":"belongs-to","required":false,"value":"string","description":"Id of the organization that pays (UUID)."},
      {"field":"statement_id","flag":"statement-id","required":false,"value":"string","description":"Id of the statement (UUID)."},
      {"field":"line_number","flag":"line-number","required":false,"value":"integer","description":"The line of the statement, from 1."},
      {"field":"force","flag":"force","required":false,"value":"boolean","description":"Also beyond what was billed.","preset":false},
    ],
  },
  {
    ...{"id":"billing.adjustments.list","summary":"List credit and debit notes, the latest first; organization_id may be \"all\" for the operator.","scope":"billing:read","answer":"json","isTile":false,"rows":"adjustments","example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":false,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"currency","flag":"currency","required":false,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.adjustments.void","summary":"Undo a credit or debit note by a note of the opposite amount; both stay on their statements.","scope":"billing:write","answer":"json","isTile":false,"example":{"adjustment_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","reason":"revoked"}},
    flags: [
      {"field":"adjustment_id","flag":"adjustment-id","required":true,"value":"string","description":"Id of the adjustment (UUID)."},
      {"field":"reason","flag":"reason","required":true,"value":"string","description":"Why, in a sentence for people."},
    ],
  },
  {
    ...{"id":"billing.adjustments.rerate","summary":"Price a closed month anew: a credit or debit note with the difference for each link and tier, on the statement of the open month. billing.rates.simulate shows it first.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","period":"2026-11","currency":"USD","tiers":[{"up_to":100000,"price_per_thousand":"0.5000"}],"reason":"revoked"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"currency","flag":"currency","required":true,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"The currency as ISO 4217, such as EUR."},
      {"field":"mode","flag":"mode","required":false,"value":"string","choices":["graduated","volume"],"description":"How tiers price tiles: each tier its own tiles (graduated), or the last one all (volume).","preset":"graduated"},
      {"field":"free_tiles_per_month","flag":"free-tiles-per-month","required":false,"value":"integer","description":"Tiles a month that cost nothing.","preset":0},
      {"field":"minimum","flag":"minimum","required":false,"value":"string","description":"The amount that a month costs at least."},
      {"field":"tiers","flag":"tiers","required":true,"value":"json","description":"Prices by quantity: the last tier has no end."},
      {"field":"reason","flag":"reason","required":true,"value":"string","description":"Why, in a sentence for people."},
    ],
  },
  {
    ...{"id":"billing.adjustments.document","summary":"A credit or debit note as a document, in the formats of billing.statements.document. The statement of its month settles it.","scope":"billing:read","answer":"bytes","isTile":false,"example":{"adjustment_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"adjustment_id","flag":"adjustment-id","required":true,"value":"string","description":"Id of the adjustment (UUID)."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["html","pdf","ubl"],"description":"csv, ndjson or parquet; of a document html, pdf or ubl.","preset":"pdf"},
      {"field":"language","flag":"language","required":false,"value":"string","choices":["en","de","fr"],"description":"The language of the document: en, de or fr."},
    ],
  },
  {
    ...{"id":"billing.parties.get","summary":"What documents say of a customer: legal name, address, tax ids, references. Its name alone where nothing is set.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
    ],
  },
  {
    ...{"id":"billing.parties.set","summary":"Set what documents that are issued from now on say of a customer. Customers set their own; taxes and payment days are set by the operator.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","party":{"legal_name":"Example Imaging Pty Ltd","address":{"street":"1 Harbour Street","additional":"Building 4","postal_code":"2000","city":"Sydney","region":"eu-central-1","country":"AU"},"vat_id":"DE123456789","tax_id":"51 824 753 556","registration_id":"HRB 12345","endpoint":{"scheme":"0088","id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"},"contact":"Alex Example","email":"alex@example.org","phone":"+61 2 5550 1234","taxes":[{"effective_from":"2026-12","currency":"USD","category":"standard","rate":"0.19","reason":"revoked"}],"payment_days":14,"purchase_order":"PO-4711","reference":"CUST-0042","language":"en"}}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"party","flag":"party","required":true,"value":"json","description":"What documents say of the customer."},
    ],
  },
  {
    ...{"id":"billing.accounts.list","summary":"All organizations by name, each with its plan and the end of its account, if one is set.","scope":"billing:read","answer":"json","isTile":false,"rows":"accounts"},
    flags: [
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.accounts.end","summary":"End an organization's account after a month: later months have no minimum. Tiles, if there are any, are charged as before.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","last_period":"2026-12","reason":"revoked"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"last_period","flag":"last-period","required":true,"value":"string","description":"The last month that is billed, as YYYY-MM; null: no end is set."},
      {"field":"reason","flag":"reason","required":true,"value":"string","description":"Why, in a sentence for people."},
    ],
  },
  {
    ...{"id":"billing.exports.create","summary":"Export a month as files, in the background; organization_id may be \"all\" for the operator. An open month needs provisional.","scope":"billing:read","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","period":"2026-11"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"period","flag":"period","required":true,"value":"string","description":"The month as YYYY-MM, in UTC."},
      {"field":"layout","flag":"layout","required":false,"value":"string","choices":["statement","usage","focus","focus-billing-period","focus-invoice-detail","prices","journal"],"description":"The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal.","preset":"statement"},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["csv","ndjson","parquet"],"description":"csv, ndjson or parquet; of a document html, pdf or ubl.","preset":"csv"},
      {"field":"excel","flag":"excel","required":false,"value":"boolean","description":"Whether CSV begins with a byte order mark, as Excel expects.","preset":false},
      {"field":"focus_version","flag":"focus-version","required":false,"value":"string","choices":["1.3","1.4"],"description":"The version of FOCUS; null in other layouts."},
      {"field":"escape_formulas","flag":"escape-formulas","required":false,"value":"boolean","description":"Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."},
      {"field":"charge_period","flag":"charge-period","required":false,"value":"string","choices":["month","day"],"description":"How finely rows are cut: `month` or `day`."},
      {"field":"provisional","flag":"provisional","required":false,"value":"boolean","description":"Export a month that is not closed as it is now. Of a closed month the export is final.","preset":false},
    ],
  },
  {
    ...{"id":"billing.exports.get","summary":"How far an export is, and the files that are whole.","scope":"billing:read","answer":"json","isTile":false,"example":{"export_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"export_id","flag":"export-id","required":true,"value":"string","description":"Id of the export (UUID)."},
    ],
  },
  {
    ...{"id":"billing.exports.list","summary":"List the exports that the organization asked for, the latest first.","scope":"billing:read","answer":"json","isTile":false,"rows":"exports"},
    flags: [
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"billing.exports.download","summary":"A file of a completed export, by the name its manifest gives; without a name the manifest itself.","scope":"billing:read","answer":"bytes","isTile":false,"example":{"export_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"export_id","flag":"export-id","required":true,"value":"string","description":"Id of the export (UUID)."},
      {"field":"file","flag":"file","required":false,"value":"string","description":"The name of the file within the export.","preset":"manifest.json"},
    ],
  },
  {
    ...{"id":"event_subscriptions.create","summary":"Have events of your organization posted to an endpoint. The secret is shown this once.","scope":"event_subscriptions:write","answer":"json","isTile":false,"example":{"event_type":"link.opened","endpoint_url":"https://example.org/hooks/geopera"}},
    flags: [
      {"field":"event_type","flag":"event-type","required":true,"value":"string","description":"A type of events, or * for all: statement.issued, export.ready, export.delivered, export.delivery_failed, link.opened, link.limit_reached, link.expires_soon, budget.threshold_reached, subscription.disabled."},
      {"field":"endpoint_url","flag":"endpoint-url","required":true,"value":"string","description":"Where events are posted to; https."},
      {"field":"filter_config","flag":"filter-config","required":false,"value":"json","description":"Only events whose data has these values, such as {\"project_id\": \"…\"}; a list allows each of its values."},
      {"field":"headers","flag":"headers","required":false,"value":"json","description":"Further headers of each delivery. Values are encrypted and never answered."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
    ],
  },
  {
    ...{"id":"event_subscriptions.get","summary":"One event subscription.","scope":"event_subscriptions:read","answer":"json","isTile":false,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
    ],
  },
  {
    ...{"id":"event_subscriptions.list","summary":"The event subscriptions of your organization, the latest first.","scope":"event_subscriptions:read","answer":"json","isTile":false},
    flags: [
      {"field":"event_type","flag":"event-type","required":false,"value":"string","description":"The type of the event, such as share_link.opened_first."},
      {"field":"active","flag":"active","required":false,"value":"boolean","description":"Whether events are sent now; on input, only subscriptions that are."},
    ],
  },
  {
    ...{"id":"event_subscriptions.update","summary":"Change an event subscription; `active: true` also takes it back from failure.","scope":"event_subscriptions:write","answer":"json","isTile":false,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
      {"field":"endpoint_url","flag":"endpoint-url","required":false,"value":"string","description":"The HTTPS address that events are sent to."},
      {"field":"filter_config","flag":"filter-config","required":false,"value":"json","description":"Which events are sent: links, items or projects they concern; null: all."},
      {"field":"headers","flag":"headers","required":false,"value":"json","description":"Headers that are sent along, by name."},
      {"field":"active","flag":"active","required":false,"value":"boolean","description":"Whether events are sent."},
      {"field":"description","flag":"description","required":false,"value":"string","description":"A longer text for people."},
    ],
  },
  {
    ...{"id":"event_subscriptions.delete","summary":"Delete an event subscription with its deliveries.","scope":"event_subscriptions:write","answer":"json","isTile":false,"destroys":true,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
    ],
  },
  {
    ...{"id":"event_subscriptions.rotate_secret","summary":"Give a subscription a new secret, shown this once; until the former one ends, both sign.","scope":"event_subscriptions:write","answer":"json","isTile":false,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
      {"field":"keep_hours","flag":"keep-hours","required":false,"value":"integer","description":"How long the former secret signs as well; 0 ends it at once.","preset":24},
    ],
  },
  {
    ...{"id":"event_subscriptions.test","summary":"Send a test event to a subscription's endpoint, and answer what came of the first attempt.","scope":"event_subscriptions:write","answer":"json","isTile":false,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
    ],
  },
  {
    ...{"id":"event_subscriptions.deliveries.list","summary":"What was sent to a subscription's endpoint, the latest first, and what it answered.","scope":"event_subscriptions:read","answer":"json","isTile":false,"rows":"deliveries","example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
      {"field":"status","flag":"status","required":false,"value":"string","choices":["pending","delivered","failed"],"description":"What it is at; of a problem, the status of HTTP."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"event_subscriptions.deliveries.replay","summary":"Send again what has ended: one delivery, or all that failed since a time. The event ids stay.","scope":"event_subscriptions:write","answer":"json","isTile":false,"example":{"subscription_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"subscription_id","flag":"subscription-id","required":true,"value":"string","description":"Id of the subscription (UUID)."},
      {"field":"delivery_id","flag":"delivery-id","required":false,"value":"string","description":"Id of the delivery (UUID)."},
      {"field":"failed_since","flag":"failed-since","required":false,"value":"string","isTime":true,"description":"Repeats deliveries that have failed since then (RFC 3339)."},
    ],
  },
  {
    ...{"id":"events.list","summary":"Events of your organization in their order, for programs that poll; kept for 90 days.","scope":"event_subscriptions:read","answer":"json","isTile":false,"rows":"events"},
    flags: [
      {"field":"type","flag":"type","required":false,"value":"string","choices":["statement.issued","export.ready","export.delivered","export.delivery_failed","link.opened","link.limit_reached","link.expires_soon","budget.threshold_reached","subscription.disabled"],"description":"Its type; of a problem, an address that names it."},
      {"field":"after","flag":"after","required":false,"value":"integer","description":"The sequence of the last event that you know.","preset":0},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
    ],
  },
  {
    ...{"id":"billing.deliveries.create","summary":"Have an export brought to your bucket every day; organization_id may be \"all\" for the operator. The secret is never answered.","scope":"billing:write","answer":"json","isTile":false,"example":{"organization_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10","name":"Harbour 2026","bucket":"example-billing","access_key_id":"AKIAIOSFODNN7EXAMPLE","secret_access_key":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}},
    flags: [
      {"field":"organization_id","flag":"organization-id","required":true,"value":"string","description":"Id of the organization (UUID)."},
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"layout","flag":"layout","required":false,"value":"string","choices":["statement","usage","focus","focus-billing-period","focus-invoice-detail","prices","journal"],"description":"The layout of the export: statement, usage, focus, focus-billing-period, focus-invoice-detail, prices or journal.","preset":"focus"},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["csv","ndjson","parquet"],"description":"csv, ndjson or parquet; of a document html, pdf or ubl.","preset":"parquet"},
      {"field":"excel","flag":"excel","required":false,"value":"boolean","description":"Whether CSV begins with a byte order mark, as Excel expects.","preset":false},
      {"field":"focus_version","flag":"focus-version","required":false,"value":"string","choices":["1.3","1.4"],"description":"The version of FOCUS; null in other layouts."},
      {"field":"escape_formulas","flag":"escape-formulas","required":false,"value":"boolean","description":"Whether texts that a spreadsheet would take for formulas begin with an apostrophe in CSV."},
      {"field":"charge_period","flag":"charge-period","required":false,"value":"string","choices":["month","day"],"description":"How finely rows are cut: `month` or `day`."},
      {"field":"provisional","flag":"provisional","required":false,"value":"boolean","description":"Brings open months every day; false: months that are closed, once.","preset":true},
      {"field":"hour","flag":"hour","required":false,"value":"integer","description":"Of the day, in UTC.","preset":3},
      {"field":"endpoint_url","flag":"endpoint-url","required":false,"value":"string","description":"Of a server that speaks S3, without the bucket; absent for Amazon S3."},
      {"field":"region","flag":"region","required":false,"value":"string","description":"The region of the bucket.","preset":"us-east-1"},
      {"field":"bucket","flag":"bucket","required":true,"value":"string","description":"The customer's S3 bucket."},
      {"field":"prefix","flag":"prefix","required":false,"value":"string","description":"What names of objects begin with.","preset":""},
      {"field":"path_style","flag":"path-style","required":false,"value":"boolean","description":"Whether the bucket stands in the path; by default for servers other than Amazon's."},
      {"field":"access_key_id","flag":"access-key-id","required":true,"value":"string","description":"The access key of the bucket's credentials. Its secret is kept sealed and never answered."},
      {"field":"secret_access_key","flag":"secret-access-key","required":true,"value":"string","description":"Encrypted, and never answered."},
    ],
  },
  {
    ...{"id":"billing.deliveries.list","summary":"The deliveries of exports that your organization has, the oldest first.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"billing.deliveries.get","summary":"One delivery of exports.","scope":"billing:read","answer":"json","isTile":false,"example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
    ],
  },
  {
    ...{"id":"billing.deliveries.update","summary":"Change a delivery's name, hour, key or state. For another place or layout make another one.","scope":"billing:write","answer":"json","isTile":false,"example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"provisional","flag":"provisional","required":false,"value":"boolean","description":"Whether open months are delivered too, until they are final."},
      {"field":"hour","flag":"hour","required":false,"value":"integer","description":"Of the day, in UTC."},
      {"field":"access_key_id","flag":"access-key-id","required":false,"value":"string","description":"The access key of the bucket's credentials. Its secret is kept sealed and never answered."},
      {"field":"secret_access_key","flag":"secret-access-key","required":false,"value":"string","description":"Encrypted, and never answered."},
      {"field":"active","flag":"active","required":false,"value":"boolean","description":"Whether it is carried out by its schedule."},
    ],
  },
  {
    ...{"id":"billing.deliveries.delete","summary":"Delete a delivery and the record of its runs. What it wrote to the bucket stays there.","scope":"billing:write","answer":"json","isTile":false,"destroys":true,"example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
    ],
  },
  {
    ...{"id":"billing.deliveries.run","summary":"Bring a month to the bucket now: an open one as it is, a closed one as final, also once more.","scope":"billing:write","answer":"json","isTile":false,"example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
      {"field":"period","flag":"period","required":false,"value":"string","description":"The month as YYYY-MM, in UTC."},
    ],
  },
  {
    ...{"id":"billing.deliveries.test","summary":"Write a small object to the bucket of a delivery and delete it again; answers what came of it.","scope":"billing:write","answer":"json","isTile":false,"example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
    ],
  },
  {
    ...{"id":"billing.deliveries.runs.list","summary":"What a delivery brought or could not bring to its bucket, the latest first.","scope":"billing:read","answer":"json","isTile":false,"rows":"runs","example":{"delivery_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"delivery_id","flag":"delivery-id","required":true,"value":"string","description":"Id of the delivery (UUID)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"budgets.create","summary":"Have events published when a month's usage comes to shares of an amount, or is forecast to exceed it.","scope":"billing:write","answer":"json","isTile":false,"example":{"name":"Harbour 2026","amount":"12.5000"}},
    flags: [
      {"field":"name","flag":"name","required":true,"value":"string","description":"Its name."},
      {"field":"amount","flag":"amount","required":true,"value":"string","description":"The amount of the budget, in its currency, as a decimal text."},
      {"field":"currency","flag":"currency","required":false,"value":"string","choices":["AED","AFN","ALL","AMD","ANG","AOA","ARS","AUD","AWG","AZN","BAM","BBD","BDT","BGN","BHD","BIF","BMD","BND","BOB","BRL","BSD","BTN","BWP","BYN","BZD","CAD","CDF","CHF","CLP","CNY","COP","CRC","CUP","CVE","CZK","DJF","DKK","DOP","DZD","EGP","ERN","ETB","EUR","FJD","FKP","GBP","GEL","GHS","GIP","GMD","GNF","GTQ","GYD","HKD","HNL","HTG","HUF","IDR","ILS","INR","IQD","IRR","ISK","JMD","JOD","JPY","KES","KGS","KHR","KMF","KPW","KRW","KWD","KYD","KZT","LAK","LBP","LKR","LRD","LSL","LYD","MAD","MDL","MGA","MKD","MMK","MNT","MOP","MRU","MUR","MVR","MWK","MXN","MYR","MZN","NAD","NGN","NIO","NOK","NPR","NZD","OMR","PAB","PEN","PGK","PHP","PKR","PLN","PYG","QAR","RON","RSD","RUB","RWF","SAR","SBD","SCR","SDG","SEK","SGD","SHP","SLE","SOS","SRD","SSP","STN","SVC","SYP","SZL","THB","TJS","TMT","TND","TOP","TRY","TTD","TWD","TZS","UAH","UGX","USD","UYU","UZS","VED","VES","VND","VUV","WST","XAF","XCD","XCG","XOF","XPF","YER","ZAR","ZMW","ZWG"],"description":"That of this month's prices if absent."},
      {"field":"project_id","flag":"project-id","required":false,"value":"string","description":"Only usage of what lies in this project."},
      {"field":"link_id","flag":"link-id","required":false,"value":"string","description":"Only usage of this link."},
      {"field":"thresholds","flag":"thresholds","required":false,"value":"numbers","description":"Percents of the amount at which an event is written, each once a month.","preset":[50,80,100]},
      {"field":"forecast","flag":"forecast","required":false,"value":"boolean","description":"Whether the budget also reports that it will be passed at the present pace.","preset":true},
    ],
  },
  {
    ...{"id":"budgets.list","summary":"The budgets of your organization, and what they have come to this month.","scope":"billing:read","answer":"json","isTile":false},
    flags: [],
  },
  {
    ...{"id":"budgets.update","summary":"Change a budget. What was published this month is not published again.","scope":"billing:write","answer":"json","isTile":false,"example":{"budget_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"budget_id","flag":"budget-id","required":true,"value":"string","description":"Id of the budget (UUID)."},
      {"field":"name","flag":"name","required":false,"value":"string","description":"Its name."},
      {"field":"amount","flag":"amount","required":false,"value":"string","description":"The amount of the budget, in its currency, as a decimal text."},
      {"field":"thresholds","flag":"thresholds","required":false,"value":"numbers","description":"Percents of the amount at which an event is written, each once a month."},
      {"field":"forecast","flag":"forecast","required":false,"value":"boolean","description":"Whether the budget also reports that it will be passed at the present pace."},
    ],
  },
  {
    ...{"id":"budgets.delete","summary":"Delete a budget.","scope":"billing:write","answer":"json","isTile":false,"destroys":true,"example":{"budget_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"budget_id","flag":"budget-id","required":true,"value":"string","description":"Id of the budget (UUID)."},
    ],
  },
  {
    ...{"id":"tiles.warm.estimate","summary":"How many tiles a warm-up would draw, and what they take of the store; nothing is drawn.","scope":"items:read","answer":"json","isTile":false,"example":{"target_type":"item","target_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"target_type","flag":"target-type","required":true,"value":"string","choices":["link","item","collection"],"description":"`item` or `collection`."},
      {"field":"target_id","flag":"target-id","required":true,"value":"string","description":"Id of the item or collection (UUID)."},
      {"field":"zoom_min","flag":"zoom-min","required":false,"value":"integer","description":"By default the lowest zoom that the TileJSON of the target names."},
      {"field":"zoom_max","flag":"zoom-max","required":false,"value":"integer","description":"By default the highest one. Each level has about four times the tiles of the one before."},
      {"field":"bounds","flag":"bounds","required":false,"value":"numbers","description":"Only tiles that touch this area are drawn; null: all of the target."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["png","jpg","jpeg","webp","avif","auto"],"description":"The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."},
      {"field":"scale","flag":"scale","required":false,"value":"json","description":"1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."},
      {"field":"quality","flag":"quality","required":false,"value":"integer","description":"Quality of lossy formats, from 1 to 100.","preset":82},
    ],
  },
  {
    ...{"id":"tiles.warm.start","summary":"Draw tiles before they are looked at, in the background: no viewer waits for them, and they are not billed.","scope":"items:write","answer":"json","isTile":false,"example":{"target_type":"item","target_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"target_type","flag":"target-type","required":true,"value":"string","choices":["link","item","collection"],"description":"`item` or `collection`."},
      {"field":"target_id","flag":"target-id","required":true,"value":"string","description":"Id of the item or collection (UUID)."},
      {"field":"zoom_min","flag":"zoom-min","required":false,"value":"integer","description":"By default the lowest zoom that the TileJSON of the target names."},
      {"field":"zoom_max","flag":"zoom-max","required":false,"value":"integer","description":"By default the highest one. Each level has about four times the tiles of the one before."},
      {"field":"bounds","flag":"bounds","required":false,"value":"numbers","description":"Only tiles that touch this area are drawn; null: all of the target."},
      {"field":"profile","flag":"profile","required":false,"value":"string","description":"The name of the render profile; the default one when left out or null."},
      {"field":"format","flag":"format","required":false,"value":"string","choices":["png","jpg","jpeg","webp","avif","auto"],"description":"The format of the tile URLs. `auto` is the smallest: JPEG where every pixel has data, WebP at an edge, PNG for classes."},
      {"field":"scale","flag":"scale","required":false,"value":"json","description":"1: tiles of 256 pixels (default). 2: the same tiles in 512 pixels (`@2x`), for dense screens."},
      {"field":"quality","flag":"quality","required":false,"value":"integer","description":"Quality of lossy formats, from 1 to 100.","preset":82},
    ],
  },
  {
    ...{"id":"tiles.warm.get","summary":"One warm-up, and how far it is.","scope":"items:read","answer":"json","isTile":false,"example":{"warm_up_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"warm_up_id","flag":"warm-up-id","required":true,"value":"string","description":"Id of the warm-up (UUID)."},
    ],
  },
  {
    ...{"id":"tiles.warm.list","summary":"The warm-ups of a project, the latest first; ended ones for 90 days.","scope":"items:read","answer":"json","isTile":false,"rows":"warm_ups","example":{"project_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"project_id","flag":"project-id","required":true,"value":"string","description":"Id of the project (UUID)."},
      {"field":"limit","flag":"limit","required":false,"value":"integer","description":"How many are answered at most.","preset":100},
      {"field":"offset","flag":"offset","required":false,"value":"integer","description":"How many entries are left out from the beginning of the list.","preset":0},
    ],
  },
  {
    ...{"id":"tiles.warm.cancel","summary":"End a warm-up; the tiles that it has drawn stay, and it can be resumed.","scope":"items:write","answer":"json","isTile":false,"example":{"warm_up_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"warm_up_id","flag":"warm-up-id","required":true,"value":"string","description":"Id of the warm-up (UUID)."},
    ],
  },
  {
    ...{"id":"tiles.warm.resume","summary":"Go on with a warm-up that was cancelled or failed, where it was.","scope":"items:write","answer":"json","isTile":false,"example":{"warm_up_id":"0198a1c2-7d3e-7b41-9c55-2f6f8a1e4b10"}},
    flags: [
      {"field":"warm_up_id","flag":"warm-up-id","required":true,"value":"string","description":"Id of the warm-up (UUID)."},
    ],
  },
];

/** What the groups of commands are about, by their first word. */
export const GROUPS: Readonly<Record<string, string>> = {
  "share": "Links: made by owners, opened by the people who received them.",
  "api_keys": "Keys for programs.",
  "organizations": "The organization's own rules, limits and tags.",
  "projects": "Rooms for items, with members.",
  "collections": "Several items under one name.",
  "items": "Rasters with their files, metadata and tiles.",
  "assets": "Files of items.",
  "stac": "Items as STAC, searched.",
  "provenance": "What an item was made of.",
  "visualization": "Profiles: how an item is drawn.",
  "band_formulas": "Expressions with a name.",
  "cog": "Files by their address: pictures, values and tiles.",
  "uploads": "Files on their way to an item.",
  "usage": "What was used, by window, link and item.",
  "audit": "What was changed, by whom.",
  "security_log": "Log-ins, refusals, and what else is about security.",
  "users": "People of the organization.",
  "sessions": "Log-ins of people.",
  "billing": "Rate cards, statements, exports, and what stands behind them.",
  "event_subscriptions": "Events, posted to an endpoint of yours (webhooks).",
  "events": "What happened in the organization.",
  "budgets": "Amounts that usage is compared with.",
  "tiles": "Drawing tiles before they are looked at.",
};
