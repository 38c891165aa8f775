-- A link shares an item or a collection: both have tags.

alter table collections add column tags jsonb not null default '{}';
