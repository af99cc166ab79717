-- Events not yet confirmed by the broker; a row leaves once it is. Filled in the transaction of the
-- change that it tells.
create table outbox (
  id           bigint       not null auto_increment primary key,
  event_id     binary(16)   not null,
  aggregate_id binary(16)   not null,
  sequence     bigint       not null,
  routing_key  varchar(80)  character set ascii collate ascii_bin not null,
  body         mediumblob   not null,
  created_at   datetime(6)  not null,
  constraint outbox_one_event_per_version unique (aggregate_id, sequence)
);

-- Events already applied, by the queue they came through.
create table inbox (
  queue       varchar(100) character set ascii collate ascii_bin not null,
  event_id    binary(16)   not null,
  received_at datetime(6)  not null,
  primary key (queue, event_id),
  index inbox_by_age (received_at)
);

-- Answers kept for requests that carried an Idempotency-Key.
create table idempotency_key (
  caller        binary(16)   not null,
  idempotency   varchar(255) character set ascii collate ascii_bin not null,
  fingerprint   binary(32)   not null,
  claim         binary(16)   not null,
  claimed_until datetime(6)  not null,
  status        smallint,
  headers       varchar(2000),
  body          mediumblob,
  created_at    datetime(6)  not null,
  primary key (caller, idempotency),
  index idempotency_key_by_age (created_at)
);
