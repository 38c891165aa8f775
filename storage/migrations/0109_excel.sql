-- CSV files that begin with a byte order mark: Excel then reads UTF-8 without asking.
alter table billing_exports add column excel boolean not null default false check (not excel or format = 'csv');

select set_config('timezone', 'UTC', true);
update billing_exports as export set seal = seal_of(to_jsonb(export) - 'seal');
