-- Who changed what, as all services told. One index for each lead of a list; of one subject there are so
-- few that its other filters are looked at row by row. No names: people may be erased.
create table audit_entry (
  event_id    binary(16)   not null primary key,
  occurred_at datetime(6)  not null,
  actor_id    binary(16)   null,
  kind        varchar(20)  character set ascii collate ascii_bin not null,
  type        varchar(40)  character set ascii collate ascii_bin not null,
  subject_id  binary(16)   not null,
  sequence    bigint       not null,
  label       varchar(200) null,
  detail      varchar(400) null,
  key audit (occurred_at, event_id),
  key audit_actor (actor_id, occurred_at, event_id),
  key audit_kind (kind, occurred_at, event_id),
  key audit_actor_kind (actor_id, kind, occurred_at, event_id),
  key audit_subject (subject_id, occurred_at, event_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
