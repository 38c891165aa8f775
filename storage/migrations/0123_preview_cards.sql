-- What messengers show of a link's page: nothing of it, its name and who shares it, or a picture too. An added column with a
-- constant default rewrites no row.
alter table share_links
  add column preview_card text not null default 'none' check (preview_card in ('none', 'name', 'picture'));
