-- The tables themselves announce changes of what API processes remember of links, also those written by hand.
-- A link is looked up again when it has changed, and otherwise once a minute.

create function announce_link() returns trigger language plpgsql as $$
begin
  perform pg_notify('geopera_changes', 'share_link:' || old.id);
  return null;
end $$;

-- Usage that is counted changes nothing of what a link gives.
create trigger share_links_announced after update on share_links for each row
  when (old.access_count = new.access_count and old.last_accessed_at is not distinct from new.last_accessed_at)
  execute function announce_link();

create function announce_item() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('geopera_changes', 'item:' || old.id);
    perform pg_notify('geopera_changes', 'collection:' || old.collection_id) where old.collection_id is not null;
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('geopera_changes', 'collection:' || new.collection_id) where new.collection_id is not null;
  end if;
  return null;
end $$;

create trigger items_announced after insert or update or delete on items for each row
  execute function announce_item();

create function announce_part_of_item() returns trigger language plpgsql as $$
declare
  changed uuid := case when tg_op = 'DELETE' then old.item_id else new.item_id end;
begin
  perform pg_notify('geopera_changes', 'item:' || changed);
  perform pg_notify('geopera_changes', 'collection:' || collection_id)
    from items where id = changed and collection_id is not null;
  return null;
end $$;

create trigger assets_announced after insert or update or delete on assets for each row
  execute function announce_part_of_item();
create trigger render_profiles_announced after insert or update or delete on render_profiles for each row
  execute function announce_part_of_item();

create function announce_collection() returns trigger language plpgsql as $$
begin
  perform pg_notify('geopera_changes', 'collection:' || old.id);
  return null;
end $$;

create trigger collections_announced after update or delete on collections for each row
  execute function announce_collection();
