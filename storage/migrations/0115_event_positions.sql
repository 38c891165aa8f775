-- Transactions commit in another order than they write their events. Readers that go on from the last event they know would miss one
-- that commits later, so the order of reading is given when deliveries are planned, by one planner at a time.
create sequence event_positions;
alter table events add column position bigint unique;
update events set position = numbered.position
from (select id, nextval('event_positions') as position from (select id from events where planned_at is not null order by sequence) as planned) as numbered
where events.id = numbered.id;
drop index events_organization;
create index events_organization on events (organization_id, position);
