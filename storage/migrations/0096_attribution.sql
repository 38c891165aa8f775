-- Whom maps must name beside the pictures: plain text of the owner, by the licence of the data.
alter table items add column attribution text;
alter table collections add column attribution text;
