-- What an organization says of itself, and indexes of lineage. Nothing has to be stopped.

alter table organizations add column details jsonb not null default '{}';
alter table organizations add column updated_at timestamptz not null default now();

create index items_duplicates on items (duplicated_from_id) where duplicated_from_id is not null;
create index items_versions on items (previous_version_id) where previous_version_id is not null;
create index uploads_item on uploads (item_id) where item_id is not null;
