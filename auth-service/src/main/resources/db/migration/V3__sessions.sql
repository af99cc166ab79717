-- Sessions of the login page, as Spring Session JDBC expects them (its schema-mysql.sql), so that
-- any instance can go on with what another began.
create table SPRING_SESSION (
  PRIMARY_ID            char(36) character set ascii collate ascii_bin not null,
  SESSION_ID            char(36) character set ascii collate ascii_bin not null,
  CREATION_TIME         bigint   not null,
  LAST_ACCESS_TIME      bigint   not null,
  MAX_INACTIVE_INTERVAL int      not null,
  EXPIRY_TIME           bigint   not null,
  PRINCIPAL_NAME        varchar(100) character set ascii collate ascii_bin,
  constraint SPRING_SESSION_PK primary key (PRIMARY_ID),
  constraint SPRING_SESSION_IX1 unique (SESSION_ID),
  index SPRING_SESSION_IX2 (EXPIRY_TIME),
  index SPRING_SESSION_IX3 (PRINCIPAL_NAME)
);

create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID char(36)     character set ascii collate ascii_bin not null,
  ATTRIBUTE_NAME     varchar(200) character set ascii collate ascii_bin not null,
  ATTRIBUTE_BYTES    blob         not null,
  constraint SPRING_SESSION_ATTRIBUTES_PK primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint SPRING_SESSION_ATTRIBUTES_FK foreign key (SESSION_PRIMARY_ID)
    references SPRING_SESSION (PRIMARY_ID) on delete cascade
);
