-- A paused link opens nothing until it is resumed. An added column without a default rewrites no row.
alter table share_links add column paused_at timestamptz;
