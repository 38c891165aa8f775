-- Limits of organizations that differ from the default of the service; null: the default holds.
create table organization_limits (
  organization_id uuid primary key references organizations,
  calls_per_key bigint check (calls_per_key > 0),
  calls_per_organization bigint check (calls_per_organization > 0),
  tiles_per_link bigint check (tiles_per_link > 0),
  waiting_renders bigint check (waiting_renders > 0),
  storage_bytes bigint check (storage_bytes >= 0),
  open_uploads bigint check (open_uploads >= 0),
  share_links bigint check (share_links >= 0),
  render_profiles bigint check (render_profiles >= 0),
  collections bigint check (collections >= 0),
  items bigint check (items >= 0),
  updated_at timestamptz not null default now()
);
