-- When whoever writes the partners' streams was last seen at it.
alter table partner_routing add column routed_at datetime(6) null;
