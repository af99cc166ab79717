-- One row: seals the cursors of the live changes, for all instances alike.
create table live_key (
  id     tinyint    not null primary key,
  secret binary(16) not null
);
insert into live_key values (1, random_bytes(16));
