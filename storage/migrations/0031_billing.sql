-- Prices, statements and exports. What is closed is kept from changes by the database itself.

-- Keys of an organization that operates billing may set prices and close months, for everybody.
alter table organizations add column operates_billing boolean not null default false;
alter table organizations add column plan text not null default 'standard';
update organizations set operates_billing = true
where id = (select id from organizations order by created_at, id limit 1);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is immutable', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- A card belongs to an organization or to a plan and holds until the next one of the same subject begins.
create table rate_cards (
  id uuid primary key,
  organization_id uuid references organizations,
  plan text,
  effective_from date not null check (effective_from = date_trunc('month', effective_from)::date),
  currency text not null,
  mode text not null check (mode in ('graduated', 'volume')),
  free_tiles_per_month bigint not null check (free_tiles_per_month >= 0),
  minimum numeric(27, 12) not null check (minimum >= 0),
  -- [{"up_to": "10000" | null, "price_per_thousand": "0.40"}]
  tiers jsonb not null,
  -- Replaced before any month was closed with it.
  superseded_at timestamptz,
  created_by text,
  created_at timestamptz not null default now(),
  check ((organization_id is null) <> (plan is null))
);
create unique index rate_cards_organization on rate_cards (organization_id, effective_from) where superseded_at is null;
create unique index rate_cards_plan on rate_cards (plan, effective_from) where superseded_at is null;
-- Every month of every organization has a price, if only this one.
insert into rate_cards (id, plan, effective_from, currency, mode, free_tiles_per_month, minimum, tiers)
values ('00000000-0000-7000-8000-000000000000', 'standard', '2000-01-01', 'EUR', 'graduated', 0, 0,
  '[{"up_to": null, "price_per_thousand": "0"}]');

create table credit_notes (
  id uuid primary key,
  organization_id uuid not null references organizations,
  belongs_to date not null,
  -- The month whose statement shows it.
  booked_in date not null,
  currency text not null,
  amount numeric(27, 12) not null check (amount > 0),
  reason text not null,
  created_by text,
  created_at timestamptz not null default now()
);
create index credit_notes_booked on credit_notes (organization_id, booked_in);
create trigger credit_notes_immutable before update or delete on credit_notes
  for each row execute function refuse_change();

-- Sealed: nothing is booked in it any more. Closed: its statements are written.
create table billing_periods (
  month date primary key check (month = date_trunc('month', month)::date),
  sealed_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by text,
  statements integer
);
create trigger billing_periods_immutable before update or delete on billing_periods
  for each row when (old.closed_at is not null) execute function refuse_change();

-- The card that priced an organization's closed month: late tiles of that month are priced by the same card, whatever plan it is on since.
create table billing_period_cards (
  organization_id uuid not null references organizations,
  month date not null references billing_periods,
  rate_card_id uuid not null references rate_cards,
  primary key (organization_id, month)
);
create trigger billing_period_cards_immutable before update or delete on billing_period_cards
  for each row execute function refuse_change();

create table statements (
  id uuid primary key,
  organization_id uuid not null references organizations,
  month date not null references billing_periods,
  currency text not null,
  total numeric(27, 12) not null,
  tiles bigint not null,
  line_count integer not null,
  created_at timestamptz not null default now(),
  unique (organization_id, month)
);
create trigger statements_immutable before update or delete on statements
  for each row execute function refuse_change();

create table statement_lines (
  month date not null,
  organization_id uuid not null,
  number integer not null,
  statement_id uuid not null references statements,
  kind text not null check (kind in ('usage', 'correction', 'minimum', 'credit', 'rounding')),
  belongs_to date not null,
  link_id uuid,
  item_id uuid,
  tier integer,
  quantity bigint,
  unit_price numeric(24, 9),
  amount numeric(30, 12) not null,
  rate_card_id uuid references rate_cards,
  credit_note_id uuid references credit_notes,
  description text not null,
  -- The order of exports.
  primary key (month, organization_id, number)
);
create trigger statement_lines_immutable before update or delete on statement_lines
  for each row execute function refuse_change();

create table billing_exports (
  id uuid primary key,
  -- Who asked for it and may read it.
  owner_organization_id uuid not null references organizations,
  -- Null: all organizations.
  organization_id uuid references organizations,
  month date not null,
  layout text not null,
  format text not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'completed', 'failed')),
  rows_total bigint,
  rows_done bigint not null default 0,
  failure text,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz
);
create index billing_exports_owner on billing_exports (owner_organization_id, created_at desc);

-- Files that are whole in the object store; an export goes on after the last of them.
create table billing_export_files (
  export_id uuid not null references billing_exports,
  number integer not null,
  name text not null,
  rows bigint not null,
  bytes bigint not null,
  sha256 text not null,
  totals jsonb not null,
  -- The key of the file's last row; null in the last file.
  last_key jsonb,
  primary key (export_id, number)
);
