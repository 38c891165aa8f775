-- Statements and notes as documents. What a document says besides its lines (number, parties, taxes, terms) is taken when it is issued, so that
-- the document never changes. What was issued before has none.

-- What the operator's documents say of it: names, address, taxes, terms.
alter table billing_books add column seller jsonb;

-- What documents say of a customer. People set it up; no proof of money.
create table billing_parties (
  organization_id uuid primary key references organizations,
  party jsonb not null,
  updated_by text,
  updated_at timestamptz not null default now()
);

alter table statements
  -- Without gaps, in the order of issue.
  add column number integer unique check (number > 0),
  add column document jsonb;
alter table credit_notes add column document jsonb;

select set_config('timezone', 'UTC', true);
update billing_books as books set seal = seal_of(to_jsonb(books) - 'seal');
alter table credit_notes disable trigger user;
update credit_notes as note set seal = seal_of(to_jsonb(note) - 'seal');
alter table credit_notes enable trigger user;
