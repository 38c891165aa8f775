-- Corrections are numbered notes: a credit note gives money back (amount above 0), a debit note charges it (below 0). Nothing is ever edited:
-- a note is undone by one that names it, a closed month is priced anew by a note with the differences.

alter table credit_notes drop constraint credit_notes_amount_check;
alter table credit_notes add constraint credit_notes_amount_check check (amount <> 0);
alter table credit_notes
  -- Without gaps, for credit notes and for debit notes.
  add column number integer,
  -- What it corrects.
  add column statement_id uuid references statements,
  add column line_number integer,
  -- The note that it undoes.
  add column voids uuid unique references credit_notes,
  -- The card that prices the month from then on, for late tiles too.
  add column rate_card_id uuid references rate_cards,
  -- The lines of the statement, where there are several.
  add column details jsonb;

-- A card without prices of its own: the organization is priced by its plan from then on.
alter table rate_cards add column returns_to_plan boolean not null default false;
-- Why days that had passed were priced anew.
alter table rate_cards add column reason text;

-- The last month in which a card's minimum is charged; null while there is no end.
alter table organizations add column billing_ends_after date check (billing_ends_after = date_trunc('month', billing_ends_after)::date);
-- The minimum that the month was closed with, where it is not the card's.
alter table billing_period_cards add column minimum numeric(27, 12) check (minimum >= 0);

alter table statement_lines drop constraint statement_lines_kind_check;
alter table statement_lines add constraint statement_lines_kind_check
  check (kind in ('usage', 'correction', 'minimum', 'credit', 'debit', 'rounding'));

select set_config('timezone', 'UTC', true);
alter table credit_notes disable trigger user;
update credit_notes set number = numbered.number
  from (select id, row_number() over (order by created_at, id) as number from credit_notes) as numbered where numbered.id = credit_notes.id;
update credit_notes as note set seal = seal_of(to_jsonb(note) - 'seal');
alter table credit_notes enable trigger user;
alter table rate_cards disable trigger user;
update rate_cards as card set seal = seal_of(to_jsonb(card) - 'seal');
alter table rate_cards enable trigger user;
alter table credit_notes alter column number set not null;
create unique index credit_notes_number on credit_notes ((amount > 0), number);
create index credit_notes_card on credit_notes (rate_card_id) where rate_card_id is not null;

create or replace function refuse_card_of_closed_month() returns trigger language plpgsql as $$
begin
  if exists (select from billing_period_cards where rate_card_id = old.id)
    or exists (select from credit_notes where rate_card_id = old.id) then
    raise exception 'rate_cards of a closed month are immutable' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end $$;
