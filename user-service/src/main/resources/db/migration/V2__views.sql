-- The lists that somebody wants to see again, as one document of theirs.
create table saved_views (
  person_id binary(16)    not null primary key,
  views     varchar(16000) not null,
  version   bigint        not null
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
