-- Counts the changes of the lists: the sequence of their events.
alter table list_lock add column version bigint not null default 0;
