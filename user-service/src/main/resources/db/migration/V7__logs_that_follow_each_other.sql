-- Which log it is, counted from 0: one that was lost is followed by another, whose places say nothing about the first.
alter table partner_routing add column log_number int not null default 0;
alter table partner_stream add column log_number int not null default 0;
