-- Programs of other companies that read events. A retired one stays, for the journal's sake, and gives
-- its name free. One index for each combination of filter and order that the list offers.
create table partner (
  id            binary(16)    not null primary key,
  name          varchar(120)  not null,
  contact_email varchar(254)  null,
  state         varchar(10)   character set ascii collate ascii_bin not null,
  event_types   varchar(2000) character set ascii collate ascii_bin not null,  -- one a line; none: all
  entitlement   int           not null,  -- counts the changes of what it may read
  created_at    datetime(6)   not null,
  changed_at    datetime(6)   not null,
  version       bigint        not null,
  present_name  varchar(120)  generated always as (if(state = 'RETIRED', null, name)) virtual,
  constraint partner_present_name unique (present_name),
  constraint partner_state check (state in ('ACTIVE', 'SUSPENDED', 'RETIRED')),
  key partner_name (name),
  key partner_state_name (state, name),
  key partner_newest (created_at, id),
  key partner_state_newest (state, created_at, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Whose events a partner may read.
create table partner_client (
  partner_id binary(16) not null,
  client_id  binary(16) not null,
  primary key (partner_id, client_id),
  constraint partner_client_of_partner foreign key (partner_id) references partner (id),
  constraint partner_client_of_client foreign key (client_id) references client (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- By which words a partner is found.
create table partner_word (
  partner_id binary(16)  not null,
  word       varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  shared     tinyint     not null,
  state      varchar(10) character set ascii collate ascii_bin not null,
  primary key (partner_id, word),
  key partner_word (word, partner_id, shared),
  key partner_state_word (state, word, partner_id, shared)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The streams on the broker, one generation for each entitlement. A partner reads the one that is filled.
-- "behind_at" is the entry of the log up to which a stream was written that does not follow the others
-- any longer, because its partner is suspended.
create table partner_stream (
  partner_id  binary(16) not null,
  generation  int        not null,
  entitlement int        not null,
  filled      boolean    not null,
  behind_at   bigint     null,
  primary key (partner_id, generation),
  constraint partner_stream_of_partner foreign key (partner_id) references partner (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The entry of the log up to which all streams were written, but for what their last entries say.
create table partner_routing (
  id        tinyint not null primary key,
  routed_to bigint  null
);
insert into partner_routing values (1, null);

-- What seals places in the log and in streams that partners hold; the same for all instances.
create table partner_key (
  id     tinyint    not null primary key,
  secret binary(16) not null
);
insert into partner_key values (1, random_bytes(16));
