create table note (
  id      binary(16)   not null primary key,
  text    varchar(200) not null,
  version bigint       not null
);
create table seen (
  position bigint not null auto_increment primary key,
  note     binary(16) not null,
  sequence bigint not null
);
