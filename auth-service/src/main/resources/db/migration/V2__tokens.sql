-- Keys that sign tokens, the private part encrypted. Whoever inserts a generation first has made it.
create table signing_key (
  generation  integer      not null primary key,
  kid         varchar(50)  character set ascii collate ascii_bin not null unique,
  public_jwk  varchar(2000) character set ascii collate ascii_bin not null,
  private_key blob         not null,
  created_at  datetime(6)  not null,
  signs_from  datetime(6)  not null comment 'published before it signs, so that everybody knows it by then'
);

-- What somebody allowed an application by logging in. Deleting it revokes every token it led to.
create table token_grant (
  id               binary(16)   not null primary key,
  client           varchar(100) character set ascii collate ascii_bin not null,
  principal        varchar(100) character set ascii collate ascii_bin not null,
  account_id       binary(16)   comment 'null when an application speaks for itself',
  login_id         binary(16)   comment 'the session at the login page, so that logging out ends what it led to',
  logged_in_at     datetime(6),
  grant_type       varchar(50)  character set ascii collate ascii_bin not null,
  scopes           varchar(500) character set ascii collate ascii_bin not null,
  redirect_uri     varchar(500) character set ascii collate ascii_bin,
  code_challenge   varchar(43)  character set ascii collate ascii_bin,
  nonce            varchar(500),
  created_at       datetime(6)  not null,
  index token_grant_by_account (account_id),
  index token_grant_by_login (login_id),
  index token_grant_by_age (created_at)
) default character set utf8mb4 collate utf8mb4_bin;

-- Every token handed out, as the SHA-256 of its value: what lies here opens nothing.
create table issued_token (
  hash       binary(32)  not null primary key,
  grant_id   binary(16)  not null,
  kind       varchar(10) character set ascii collate ascii_bin not null comment 'CODE, ACCESS, REFRESH or ID',
  scopes     varchar(500) character set ascii collate ascii_bin not null,
  issued_at  datetime(6) not null,
  expires_at datetime(6) not null,
  kept_until datetime(6) not null comment 'when the clean-up may take the row',
  spent_at   datetime(6) comment 'a code redeemed, a refresh token replaced, any token revoked',
  index issued_token_by_grant (grant_id, kind, issued_at),
  index issued_token_by_end (kept_until),
  constraint issued_token_of_a_grant foreign key (grant_id) references token_grant (id) on delete cascade
);
