-- Rules of an organization for its links; null and an empty list: no rule.
alter table organizations
  add column share_lifetime_max_days integer check (share_lifetime_max_days > 0),
  add column share_lifetime_default_days integer check (share_lifetime_default_days > 0),
  add column share_allowed_origins text[] not null default '{}',
  add constraint organizations_share_lifetimes check (share_lifetime_default_days <= share_lifetime_max_days);
