-- Cost-allocation tags. Usage has those of its organization, project, item and link together; the nearer one wins where two name the same key.
-- Statement lines keep them as they were when the month was closed, as they keep names.

alter table organizations add column tags jsonb not null default '{}';
alter table projects add column tags jsonb not null default '{}';
alter table items add column tags jsonb not null default '{}';
alter table share_links add column tags jsonb not null default '{}';
-- Null where there are none.
alter table statement_lines add column tags jsonb;
alter table provisional_lines add column tags jsonb;
