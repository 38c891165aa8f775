-- A session in which files come into the object store, below organizations/{organization}/uploads/{id}/, and become the assets of an item.

create table uploads (
  id uuid primary key,
  project_id uuid not null references projects,
  transfer_method text not null,
  file_count integer not null check (file_count > 0),
  total_bytes bigint not null check (total_bytes >= 0),
  target_collection_id uuid references collections,
  target_item_id uuid references items,
  asset_key text,
  is_categorical boolean not null,
  status text not null default 'open' check (status in ('open', 'uploading', 'processing', 'completed', 'failed')),
  bytes_uploaded bigint not null default 0,
  error_message text,
  error_step text,
  -- What the files became.
  item_id uuid references items,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  check ((status = 'completed') = (item_id is not null))
);
create index uploads_project on uploads (project_id, created_at);
