-- What an export was asked for besides its layout and format: version of FOCUS, spelling, accounts of a journal. Kept, so that its bytes can be
-- made again; exports of before have none.
alter table billing_exports add column if not exists options jsonb not null default '{}';
-- The accounts of journals, by what is booked on them.
alter table billing_books add column if not exists journal_accounts jsonb;

select set_config('timezone', 'UTC', true);
update billing_exports as export set seal = seal_of(to_jsonb(export) - 'seal');
update billing_books as books set seal = seal_of(to_jsonb(books) - 'seal');
