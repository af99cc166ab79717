-- The last of its entitlements that took something away from a partner: streams of earlier ones are not its to read.
alter table partner add column restricted int not null default 0;
