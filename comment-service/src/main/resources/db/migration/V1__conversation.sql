-- What this service knows of interventions and people: copies, kept up to date by events.
-- A copy carries the version it was taken at, and an older one never overwrites a newer one.

create table intervention (
  id            binary(16)  not null primary key,
  reference     varchar(32) character set ascii collate ascii_bin not null,
  client_id     binary(16)  not null,
  owner_id      binary(16)  not null,
  technician_id binary(16)  null,
  status        varchar(40) character set ascii collate ascii_bin not null,
  created_at    datetime(6) not null,
  sequence      bigint      not null,
  key intervention_reference (reference)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table person (
  id           binary(16)   not null primary key,
  display_name varchar(200) null,  -- null once the person was erased
  role         varchar(16)  character set ascii collate ascii_bin null,
  client_id    binary(16)   null,
  sequence     bigint       not null
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table comment (
  id              binary(16)    not null primary key,
  intervention_id binary(16)    not null,
  author_id       binary(16)    not null,
  author_role     varchar(16)   character set ascii collate ascii_bin not null,
  visibility      varchar(16)   character set ascii collate ascii_bin not null,
  body            varchar(4000) null,
  created_at      datetime(6)   not null,
  changed_at      datetime(6)   not null,
  removed_at      datetime(6)   null,
  version         bigint        not null,
  constraint comment_visibility check (visibility in ('PUBLIC', 'INTERNAL')),
  constraint comment_by_a_client_is_public check (author_role <> 'CLIENT' or visibility = 'PUBLIC'),
  constraint comment_tombstone_is_empty check ((removed_at is null) = (body is not null))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The bodies that an edit or a removal replaced; the present one stands in comment.
create table comment_revision (
  comment_id binary(16)    not null,
  version    bigint        not null,
  body       varchar(4000) not null,
  written_at datetime(6)   not null,
  primary key (comment_id, version)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Labels are kept as they read on that day, the client's with its reason already in place:
-- what a client may not read is in no column that a client's query selects.
create table status_change (
  id                binary(16)   not null primary key,  -- the event's id
  intervention_id   binary(16)   not null,
  sequence          bigint       not null,
  from_code         varchar(40)  character set ascii collate ascii_bin not null,
  from_label        varchar(200) not null,
  from_client_label varchar(200) not null,
  to_code           varchar(40)  character set ascii collate ascii_bin not null,
  to_label          varchar(200) not null,
  to_client_label   text         not null,
  reason            text         null,
  changed_by        binary(16)   not null,
  changed_by_role   varchar(16)  character set ascii collate ascii_bin not null,
  changed_at        datetime(6)  not null,
  unique key status_change_once (intervention_id, sequence)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The thread itself: when, who, what, for whom. Narrow and never updated, stored in reading order,
-- so that a page costs the same in a thread of ten entries and in one of a million.
create table thread_entry (
  intervention_id binary(16)  not null,
  occurred_at     datetime(6) not null,
  id              binary(16)  not null,
  kind            varchar(16) character set ascii collate ascii_bin not null,
  visibility      varchar(16) character set ascii collate ascii_bin not null,
  author_id       binary(16)  not null,
  primary key (intervention_id, occurred_at, id),
  key thread_entry_for_clients (intervention_id, visibility, occurred_at, id),
  constraint thread_entry_kind check (kind in ('COMMENT', 'STATUS_CHANGE')),
  constraint thread_entry_visibility check (visibility in ('PUBLIC', 'INTERNAL'))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
