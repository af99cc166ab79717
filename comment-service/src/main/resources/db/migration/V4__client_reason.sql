-- The reason apart, where the client reads it: in another language its words come from the list of statuses.
alter table status_change add column client_reason text null;
