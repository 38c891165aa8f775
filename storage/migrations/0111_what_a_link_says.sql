-- What the page of a link says before the password: nothing, who shares it and until when, or its label too. Links made before
-- say nothing until their owner edits them. An added column with a constant default rewrites no row.
alter table share_links
  add column introduction text not null default 'none' check (introduction in ('none', 'sender', 'label'));
alter table share_links alter column introduction set default 'sender';
