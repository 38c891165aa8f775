-- People who log in, the sessions they and keys have, and the keys that sign session tokens.

alter table users
  add column password_hash text,
  add column disabled_at timestamptz,
  -- `sub` at the trusted external issuer, where one is configured.
  add column external_subject text unique;

-- A family of tokens: everything that one log-in led to. Revoking it ends access and refresh tokens alike.
create table sessions (
  id uuid primary key,
  organization_id uuid not null references organizations,
  user_id uuid references users,
  api_key_id uuid references api_keys,
  client_id text not null,
  scopes text[] not null,
  is_openid boolean not null default false,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check ((user_id is null) <> (api_key_id is null))
);

-- A used token stays until it would have expired: seeing it again means that it was stolen.
create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);
create index refresh_tokens_age on refresh_tokens (expires_at);

-- RFC 8628. Codes are kept as hashes; the user code is short, and therefore short-lived and throttled.
create table device_authorizations (
  device_code_hash bytea primary key,
  user_code text not null unique,
  client_id text not null,
  scope text not null,
  code_challenge text,
  expires_at timestamptz not null,
  interval_seconds integer not null,
  last_polled_at timestamptz,
  outcome text not null default 'pending' check (outcome in ('pending', 'approved', 'denied', 'redeemed')),
  session_id uuid references sessions
);

-- A key is published from its creation, signs from signs_from until a younger one does, and stays published until its last token has expired.
create table signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  sealed_private_jwk bytea not null,
  signs_from timestamptz not null
);
