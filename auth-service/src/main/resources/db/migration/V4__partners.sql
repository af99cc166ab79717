-- Programs of other companies that may ask for tokens. The partner is user-service's; this row follows
-- it event by event.
create table partner (
  id       binary(16)   not null primary key,
  name     varchar(200) not null,
  state    varchar(10)  character set ascii collate ascii_bin not null comment 'ACTIVE, SUSPENDED or RETIRED',
  sequence bigint       not null comment 'version of the partner as last heard of'
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a partner shows to get a token; its id is the OAuth 2.0 client id. Of a secret only the SHA-256
-- is kept, of a key only the public half.
create table partner_credential (
  id            binary(16)    not null primary key,
  partner_id    binary(16)    not null,
  kind          varchar(20)   character set ascii collate ascii_bin not null comment 'SECRET or PRIVATE_KEY_JWT',
  secret_hash   char(64)      character set ascii collate ascii_bin,
  public_key    varchar(2000) character set ascii collate ascii_bin,
  created_at    datetime(6)   not null,
  created_by    binary(16)    not null,
  ends_at       datetime(6)   comment 'from then on it opens nothing; null until it is rotated or revoked',
  last_used_at  datetime(6)   comment 'to the minute',
  token_ends_at datetime(6)   comment 'of the last token it led to',
  constraint partner_credential_of_a_partner foreign key (partner_id) references partner (id),
  constraint partner_credential_has_one_proof check ((secret_hash is null) <> (public_key is null)),
  index partner_credential_by_partner (partner_id, id),
  index partner_credential_by_end (ends_at)
);

-- Signed assertions that were shown already, until they would have expired: each serves once.
create table client_assertion (
  hash       binary(32)  not null primary key comment 'of the client and the jti',
  expires_at datetime(6) not null,
  index client_assertion_by_end (expires_at)
);
