-- Who may log in. The person is user-service's; this row follows it event by event and adds the
-- password, which nobody else ever sees. No unique name here: two people may swap theirs, and their
-- events may cross on the way.
create table account (
  id              binary(16)   not null primary key,
  username        varchar(100) not null,
  email           varchar(254) not null,
  display_name    varchar(200) not null,
  role            varchar(20)  character set ascii collate ascii_bin not null,
  client_id       binary(16),
  active          boolean      not null,
  person_sequence bigint       not null comment 'version of the person as last heard of',
  password_hash   varchar(255) character set ascii collate ascii_bin,
  password_set_at datetime(6),
  created_at      datetime(6)  not null,
  index account_by_username (username),
  index account_by_role (role, active)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The way in for somebody without a password, or who forgot it: one per account, the newest counts.
create table invitation (
  account_id  binary(16)  not null primary key,
  token_hash  binary(32)  not null,
  created_at  datetime(6) not null,
  expires_at  datetime(6) not null,
  accepted_at datetime(6),
  constraint invitation_by_token unique (token_hash),
  constraint invitation_of_an_account foreign key (account_id) references account (id) on delete cascade
);

-- One row for each name and each address that failed to log in lately: until when its allowance is
-- used up. Names and addresses are kept as hashes.
create table login_allowance (
  subject     binary(32)  not null primary key,
  spent_until datetime(6) not null,
  index login_allowance_by_end (spent_until)
);
