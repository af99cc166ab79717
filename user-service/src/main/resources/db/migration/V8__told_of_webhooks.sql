-- How many events there were of a webhook, which is the sequence of the last one. Those that are here
-- already begin with what becomes of them next.
alter table partner_webhook add column told bigint not null default 0;
