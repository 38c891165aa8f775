-- Items are searched across their organization, and projects can be deleted. Nothing has to be stopped: rows of
-- the version before get their organization by a trigger.

alter table projects add column deleted_at timestamptz;

alter table items add column owner_organization_id uuid references organizations;

create function set_item_organization() returns trigger language plpgsql as $$
begin
  new.owner_organization_id := (select organization_id from projects where id = new.project_id);
  return new;
end $$;

create trigger items_organization before insert or update of project_id on items for each row
  execute function set_item_organization();

-- What is remembered of items does not change.
alter table items disable trigger items_announced;
update items set owner_organization_id = projects.organization_id from projects where projects.id = items.project_id;
alter table items enable trigger items_announced;

-- A bbox as a box that PostgreSQL can index; one over the antimeridian reaches beyond 180 degrees.
create function item_extent(bbox double precision[]) returns box language sql immutable parallel safe as $$
  select case when array_length(bbox, 1) = 4 then
    box(point(bbox[1], bbox[2]), point(bbox[3] + case when bbox[3] < bbox[1] then 360 else 0 end, bbox[4])) end
$$;

-- The time of an item's data, as a range.
create function item_period(at timestamptz, from_time timestamptz, to_time timestamptz, made timestamptz)
returns tstzrange language sql immutable parallel safe as $$
  select tstzrange(
    least(coalesce(from_time, at, to_time, made), coalesce(to_time, at, from_time, made)),
    greatest(coalesce(from_time, at, to_time, made), coalesce(to_time, at, from_time, made)), '[]')
$$;

create index items_search on items
  (owner_organization_id, coalesce(datetime, start_datetime, end_datetime, created_at) desc, id desc) where deleted_at is null;
create index items_search_project on items
  (project_id, coalesce(datetime, start_datetime, end_datetime, created_at) desc, id desc) where deleted_at is null;
create index items_search_collection on items
  (collection_id, coalesce(datetime, start_datetime, end_datetime, created_at) desc, id desc)
  where deleted_at is null and collection_id is not null;
create index items_search_uncollected on items
  (project_id, coalesce(datetime, start_datetime, end_datetime, created_at) desc, id desc)
  where deleted_at is null and collection_id is null;
create index items_search_ids on items (owner_organization_id, stac_id) where deleted_at is null;
create index items_search_extent on items using gist (item_extent(bbox)) where deleted_at is null and bbox is not null;
create index items_search_period on items using gist (item_period(datetime, start_datetime, end_datetime, created_at))
  where deleted_at is null;
create index items_search_properties on items using gin (properties jsonb_path_ops) where deleted_at is null;
-- items.list_expiring and items.expire_batch.
create index items_expiring on items (owner_organization_id, expires_at) where deleted_at is null and expires_at is not null;
