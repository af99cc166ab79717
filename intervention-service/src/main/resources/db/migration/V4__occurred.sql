-- When it really happened, where the technician's device has told: it may have had no network then.
alter table intervention
  add column status_since datetime(6) null;
alter table intervention_change
  add column occurred_at datetime(6) null;
