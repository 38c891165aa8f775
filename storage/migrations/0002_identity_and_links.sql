-- Keys, links, and the record of who did what. Secrets are kept only as hashes.

create table api_keys (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  prefix text not null,
  secret_hash bytea not null unique,
  scopes text[] not null,
  rate_limit integer check (rate_limit > 0),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_by text,
  created_at timestamptz not null default now()
);
create index api_keys_organization on api_keys (organization_id, created_at);

create table share_links (
  id uuid primary key,
  organization_id uuid not null references organizations,
  project_id uuid not null references projects,
  target_type text not null check (target_type in ('item', 'collection')),
  target_id uuid not null,
  permission text not null check (permission in ('view', 'download')),
  token_hash bytea not null unique,
  password_hash text not null,
  -- Goes up when token or password change: grants and remembered passwords of older versions are void.
  credential_version integer not null default 1,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  access_count bigint not null default 0,
  last_accessed_at timestamptz,
  created_by text,
  created_at timestamptz not null default now()
);
create index share_links_target on share_links (target_id);
create index share_links_organization on share_links (organization_id, created_at);

create table audit_log (
  id uuid primary key,
  occurred_at timestamptz not null default now(),
  organization_id uuid references organizations,
  principal_type text not null,
  principal_id text,
  operation_id text not null,
  -- Ids named by the input and answered by the operation; never secrets.
  subject jsonb not null default '{}',
  outcome integer not null,
  client_address text,
  request_id text not null
);
create index audit_log_organization on audit_log (organization_id, occurred_at desc);

-- Answers of create operations, replayed for a repeated Idempotency-Key within 24 hours. The answer is encrypted with a key
-- derived from the Idempotency-Key, because it may hold a secret that is shown only once.
create table idempotent_answers (
  principal_id text not null,
  operation_id text not null,
  key_hash bytea not null,
  body_hash bytea not null,
  answer bytea,
  created_at timestamptz not null default now(),
  primary key (principal_id, operation_id, key_hash)
);
create index idempotent_answers_age on idempotent_answers (created_at);
