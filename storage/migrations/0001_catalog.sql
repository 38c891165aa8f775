-- Organizations, the people in them, and what they keep. Every id is a UUIDv7 made by the application.

create table organizations (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table users (
  id uuid primary key,
  organization_id uuid not null references organizations,
  email text not null,
  name text not null,
  is_organization_admin boolean not null default false,
  created_at timestamptz not null default now()
);
create unique index users_email_key on users (lower(email));
create index users_organization on users (organization_id);

create table projects (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  description text,
  gcs_region text,
  gcs_bucket_name text,
  is_archived boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index projects_organization on projects (organization_id);

create table project_members (
  project_id uuid not null references projects,
  user_id uuid not null references users,
  role text not null check (role in ('admin', 'editor', 'viewer')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (project_id, user_id)
);
create index project_members_user on project_members (user_id);

create table collections (
  id uuid primary key,
  project_id uuid not null references projects,
  name text not null,
  description text,
  color text,
  show_on_map boolean not null default true,
  layer_order integer not null default 0,
  auto_created boolean not null default false,
  source_type text,
  source_id text,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index collections_project on collections (project_id) where deleted_at is null;

create table items (
  id uuid primary key,
  project_id uuid not null references projects,
  collection_id uuid references collections,
  stac_id text not null,
  type text not null,
  geometry jsonb,
  bbox double precision[],
  datetime timestamptz,
  start_datetime timestamptz,
  end_datetime timestamptz,
  cloud_cover double precision,
  gsd double precision,
  name text not null,
  description text,
  properties jsonb not null default '{}',
  stac_extensions text[] not null default '{}',
  lifecycle_state text not null default 'active'
    check (lifecycle_state in ('active', 'expiring', 'archived', 'expired', 'deleted')),
  expires_at timestamptz,
  archived_at timestamptz,
  previous_version_id uuid,
  duplicated_from_id uuid,
  order_id text,
  upload_id text,
  job_id text,
  deleted_at timestamptz,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index items_stac_id on items (project_id, stac_id) where deleted_at is null;
create index items_project on items (project_id, created_at desc) where deleted_at is null;
create index items_collection on items (collection_id) where deleted_at is null;

-- One file of an item. `version` names the content: tile cache keys are derived from it.
create table assets (
  id uuid primary key,
  item_id uuid not null references items,
  key text not null,
  object_key text not null,
  version text not null,
  bytes bigint not null,
  media_type text not null,
  raster jsonb not null,
  created_at timestamptz not null default now(),
  unique (item_id, key)
);

create table render_profiles (
  id uuid primary key,
  item_id uuid not null references items,
  name text not null,
  layer text not null default 'user' check (layer in ('sensor', 'auto', 'user')),
  type text not null check (type in ('rgb', 'singleband', 'multiband', 'expression')),
  is_default boolean not null default false,
  sort_order integer not null default 0,
  config jsonb not null,
  asset_key text,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (item_id, name)
);
create unique index render_profiles_default on render_profiles (item_id) where is_default;
