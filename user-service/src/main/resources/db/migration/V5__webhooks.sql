-- Where partners want their events sent. How far a webhook has come in its partner's stream is written
-- in the transaction that takes the events from there. One that was deleted goes when its deliveries have.
create table partner_webhook (
  id                binary(16)     not null primary key,
  partner_id        binary(16)     not null,
  url               varchar(500)   character set ascii collate ascii_bin not null,
  event_types       varchar(2000)  character set ascii collate ascii_bin not null,  -- one a line; none: all
  state             varchar(10)    character set ascii collate ascii_bin not null,
  gone              boolean        not null default false,  -- paused, because the receiver answered 410
  secret            varbinary(200) not null,  -- locked away, as all secrets are
  former_secret     varbinary(200) null,
  former_until      datetime(6)    null,      -- until then the former secret signs too
  generation        int            null,      -- how far the stream was read
  stream_offset     bigint         null,
  place             bigint         null,
  taken             bigint         not null default 0,  -- the number of the last delivery
  replay_from       datetime(6)    null,      -- a span that is to be read again, and how far that has come
  replay_to         datetime(6)    null,
  replay_generation int            null,
  replay_offset     bigint         null,
  replay_place      bigint         null,
  replays           int            not null default 0,
  created_at        datetime(6)    not null,
  changed_at        datetime(6)    not null,
  deleted_at        datetime(6)    null,
  version           bigint         not null,
  constraint partner_webhook_of_partner foreign key (partner_id) references partner (id),
  constraint partner_webhook_state check (state in ('ACTIVE', 'PAUSED')),
  key partner_webhook_created (partner_id, created_at, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What is sent to a webhook, in the order of the numbers. Of those about one subject that wait, one is the
-- head: it alone has a time at which it is due. While it is being sent, that is the end of the claim, so
-- what an ended instance had claimed comes back by itself.
create table webhook_delivery (
  id               binary(16)   not null primary key,
  webhook_id       binary(16)   not null,
  number           bigint       not null,
  event_id         binary(16)   not null,
  type             varchar(60)  character set ascii collate ascii_bin not null,
  client_id        binary(16)   null,      -- whose event it is; none's: a test
  subject          binary(16)   not null,
  happened_at      datetime(6)  not null,
  body             mediumblob   not null,
  state            varchar(10)  character set ascii collate ascii_bin not null,
  attempts         int          not null default 0,
  first_attempt_at datetime(6)  null,
  last_attempt_at  datetime(6)  null,
  due_at           datetime(6)  null,
  claim            binary(16)   null,      -- who sends it right now
  answer_status    smallint     null,
  error            varchar(200) null,
  created_at       datetime(6)  not null,
  finished_at      datetime(6)  null,
  head             binary(16)   generated always as (if(due_at is null, null, subject)) virtual,
  constraint webhook_delivery_of_webhook foreign key (webhook_id) references partner_webhook (id),
  constraint webhook_delivery_state check (state in ('WAITING', 'DELIVERED', 'FAILED')),
  constraint webhook_delivery_head unique (webhook_id, head),
  constraint webhook_delivery_number unique (webhook_id, number),
  key webhook_delivery_state_number (webhook_id, state, number),
  key webhook_delivery_subject_number (webhook_id, subject, number),
  key webhook_delivery_due (due_at, webhook_id),
  key webhook_delivery_webhook_due (webhook_id, due_at),
  key webhook_delivery_oldest (state, created_at),
  key webhook_delivery_finished (state, finished_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
