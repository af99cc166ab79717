-- How far a subscription has come with each aggregate: every version up to this one is dealt with.
-- The row is also the lock under which the aggregate's events are handled one after another.
create table followed_aggregate (
  queue        varchar(100) character set ascii collate ascii_bin not null,
  aggregate_id binary(16)   not null,
  sequence     bigint       not null,
  primary key (queue, aggregate_id)
);

-- Events that could not be handled when they came: RETRYING has failed and will be tried again,
-- WAITING came before an earlier version, PARKED is for people to look at, and MISSING stands for
-- versions (sequence to last_sequence) that were given up and are nowhere to be found.
create table held_event (
  id            bigint        not null auto_increment primary key,
  queue         varchar(100)  character set ascii collate ascii_bin not null,
  state         varchar(8)    character set ascii collate ascii_bin not null,
  fingerprint   binary(32)    not null comment 'SHA-256 of the body: what comes again is held once',
  type          varchar(200),
  event_id      binary(16),
  aggregate_id  binary(16),
  sequence      bigint,
  last_sequence bigint,
  attempts      int           not null,
  reason        varchar(1000) not null,
  body          longblob      not null,
  held_at       datetime(6)   not null,
  due_at        datetime(6)   not null,
  constraint held_event_once unique (queue, fingerprint),
  index held_event_by_aggregate (queue, aggregate_id, sequence),
  index held_event_by_state (queue, state, id),
  index held_event_by_time (state, due_at),
  constraint held_event_state check (state in ('RETRYING', 'WAITING', 'PARKED', 'MISSING'))
);

-- One row for each subscription: since when it has read what was told before it was there, and what
-- it last did.
create table subscription_state (
  queue        varchar(100) character set ascii collate ascii_bin not null primary key,
  caught_up_at datetime(6),
  handled_at   datetime(6),
  event_time   datetime(6)
);

-- An event that the broker refuses while it takes others is set aside, so that it is not in their way.
alter table outbox
  add column refusals        int not null default 0,
  add column set_aside_until datetime(6);

-- What the last rebuilding of a subscription's projection found.
create table projection_report (
  queue       varchar(100) character set ascii collate ascii_bin not null primary key,
  state       varchar(8)   character set ascii collate ascii_bin not null,
  run         binary(16)   not null,
  seen_at     datetime(6)  not null,
  report      mediumtext   not null,
  constraint projection_report_state check (state in ('RUNNING', 'DONE', 'FAILED'))
);
