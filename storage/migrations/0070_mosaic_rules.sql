-- Which item of a collection lies on top where several have data.

alter table collections
  add column mosaic_rule text not null default 'last' check (mosaic_rule in ('first', 'last', 'highest', 'lowest')),
  add column mosaic_property text,
  add constraint collections_mosaic_property
    check (mosaic_property is not null or mosaic_rule in ('first', 'last'));
