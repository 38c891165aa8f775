-- What becomes of a file after its registration: it is read to its end, and made fit for tiles where it is not. One current row per file
-- of an item; former rows stay until the object they made is deleted.
create table ingests (
  id uuid primary key,
  item_id uuid not null references items,
  organization_id uuid not null references organizations,
  asset_key text not null,
  upload_id uuid references uploads,
  kind text not null check (kind in ('convert', 'check')),
  state text not null default 'queued' check (state in ('queued', 'preparing', 'ready', 'failed', 'cancelled')),
  source_key text not null,
  source_version text not null,
  -- Files beside the source that are read with it.
  sidecar_keys text[] not null default '{}',
  sidecar_bytes bigint not null default 0,
  is_categorical boolean not null default false,
  is_current boolean not null default true,
  step text not null default 'waiting',
  percent real not null default 0,
  attempts integer not null default 0,
  error_message text,
  -- The object that a conversion made.
  result_key text,
  started_at timestamptz,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index ingests_current on ingests (item_id, asset_key) where is_current;
create index ingests_item on ingests (item_id);
create index ingests_upload on ingests (upload_id) where upload_id is not null;
create index ingests_organization on ingests (organization_id) where sidecar_bytes > 0;
create index ingests_open on ingests (updated_at) where state in ('queued', 'preparing');
create index ingests_former on ingests (id) where not is_current;
create index ingests_sidecars on ingests using gin (sidecar_keys);

-- Only a ready file is drawn.
alter table assets add column state text not null default 'ready' check (state in ('ready', 'preparing', 'failed', 'cancelled'));
-- Statistics and histogram of each band, as the preparation found them.
alter table assets add column band_statistics jsonb;
