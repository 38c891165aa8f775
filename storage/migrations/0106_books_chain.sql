-- Closed months form a chain: an entry of the books holds the SHA-256 of everything that its month was closed with, and that of the entry
-- before. Rows that belong to no closed month carry a seal of their own.
--
-- Replace metering workers with the API, or stop them before: those of the previous version do not say in which month an event is booked.

create table books_entries (
  entry integer primary key check (entry > 0),
  -- A month has another entry when statements that were left open are written.
  month date not null references billing_periods,
  made_at timestamptz not null,
  document text not null,
  -- Of the document.
  sha256 text not null unique
);
create trigger books_entries_immutable before update or delete on books_entries for each row execute function refuse_change();
create trigger books_entries_kept before truncate on books_entries execute function refuse_change();

-- SHA-256 of a statement's lines as the ndjson export writes them.
create table statement_digests (
  statement_id uuid primary key references statements,
  -- The first entry whose list of statements has it.
  entry integer not null references books_entries deferrable initially deferred,
  sha256 text not null
);
create trigger statement_digests_immutable before update or delete on statement_digests for each row execute function refuse_change();
create trigger statement_digests_kept before truncate on statement_digests execute function refuse_change();

-- The entry that the manifest names: the month's latest one when the export was requested.
alter table billing_exports add column books_entry integer references books_entries;
-- Of the manifest as it was written; null in exports that were completed before.
alter table billing_exports add column manifest_sha256 text;

-- The month that an event is booked in; null for events of before, which are booked in the month of their time.
alter table usage_events add column booked_in date;

-- A seal names the columns that it covers: a column that is added later does not break it.
create function seal_of(item jsonb) returns jsonb language sql stable as $$
  select jsonb_build_object('columns', (select jsonb_agg(name order by name) from jsonb_object_keys(item) as name),
    'sha256', encode(sha256(convert_to(item::text, 'UTF8')), 'hex'))
$$;
create function seal_row() returns trigger language plpgsql set timezone = 'UTC' as $$
begin
  new.seal := seal_of(to_jsonb(new) - 'seal');
  return new;
end $$;

do $$
declare
  name text;
begin
  perform set_config('timezone', 'UTC', true);
  foreach name in array array['rate_cards', 'credit_notes', 'billing_exports', 'billing_books', 'usage_retired_days'] loop
    execute format('alter table %I add column seal jsonb', name);
    execute format('alter table %I disable trigger user', name);
    execute format('update %1$I as sealed set seal = seal_of(to_jsonb(sealed) - ''seal'')', name);
    execute format('alter table %I enable trigger user', name);
    -- The last one by name: it sees what other triggers made of the row.
    execute format('create trigger zz_seal before insert or update on %I for each row execute function seal_row()', name);
  end loop;
end $$;
