-- A key knows its maker: a key that made it, or a person. It ends with its maker, and shares the calls a minute of a limited one.
--
-- Keys made before learn which key made them, so revoking that key from now on ends them as well. Keys whose maker was revoked
-- earlier stay as they are: api_keys.list shows parent_id.
alter table api_keys
  add column parent_key_id uuid references api_keys,
  add column user_id uuid references users,
  -- The key whose calls a minute it shares; null: its own.
  add column rate_bucket uuid;
update api_keys as child set parent_key_id = parent.id
  from api_keys as parent
  where child.created_by = parent.id::text and child.organization_id = parent.organization_id and child.id <> parent.id;
create index api_keys_parent on api_keys (parent_key_id) where parent_key_id is not null;

alter table organizations
  -- The longest life of a key, in days; null: no rule.
  add column api_key_days_max integer check (api_key_days_max > 0);

alter table users
  -- A password that an operator issued works until then; null: its owner chose it.
  add column password_expires_at timestamptz;

-- What concerns the safety of accounts. Refusals are sums per minute: `count` of one row.
create table security_events (
  id uuid primary key,
  occurred_at timestamptz not null,
  organization_id uuid references organizations,
  kind text not null,
  outcome text not null check (outcome in ('allowed', 'refused')),
  principal_type text,
  principal_id text,
  -- Ids and names; never a secret.
  subject jsonb not null default '{}',
  client_address text,
  count integer not null default 1 check (count > 0)
);
create index security_events_organization on security_events (organization_id, id);
create index security_events_age on security_events (occurred_at);

-- Keys that held every scope hold the new ones too.
update api_keys set scopes = scopes || '{people:read,people:write}'
  where scopes @> '{shares:read,shares:write,items:read,items:write,collections:read,collections:write,projects:read,projects:write,uploads:read,uploads:write,api_keys:read,api_keys:write,usage:read,billing:read,billing:write,audit:read}';
