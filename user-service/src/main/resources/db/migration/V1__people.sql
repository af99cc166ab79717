-- Clients, their sites, and everybody who logs in. What is listed by name has one index for each
-- combination of filters that the API offers; what is searched has a table of words beside it, with
-- the same combinations. A row that left is kept, inactive: others refer to it.

create table client (
  id           binary(16)   not null primary key,
  code         varchar(16)  character set ascii collate ascii_bin not null,
  name         varchar(200) not null,
  contact_name varchar(120) null,
  phone        varchar(40)  null,
  email        varchar(254) null,
  active       boolean      not null,
  created_at   datetime(6)  not null,
  changed_at   datetime(6)  not null,
  version      bigint       not null,
  constraint client_code unique (code),
  key client_name (name),
  key client_active_name (active, name)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The number of the newest client code. Its row is locked from the allocation to the commit, so codes
-- have neither twins nor gaps.
create table client_counter (
  last bigint not null
);
insert into client_counter (last) values (0);

-- By which words a client is found: its own and those of its sites. Of the words that begin alike an
-- owner is found by the first only: "shared" says how many letters the owner's word before it, in
-- order, has in common with it.
create table client_word (
  client_id binary(16)  not null,
  word      varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  shared    tinyint     not null,
  active    boolean     not null,
  primary key (client_id, word),
  key client_word (word, client_id, shared),
  key client_active_word (active, word, client_id, shared)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table site (
  id            binary(16)    not null primary key,
  client_id     binary(16)    not null,
  name          varchar(200)  not null,
  address_line  varchar(200)  not null,
  postal_code   varchar(10)   character set ascii collate ascii_bin not null,
  city          varchar(100)  not null,
  contact_name  varchar(120)  null,
  contact_phone varchar(40)   null,
  access_notes  varchar(2000) null,
  active        boolean       not null,
  created_at    datetime(6)   not null,
  changed_at    datetime(6)   not null,
  version       bigint        not null,
  constraint site_of_client foreign key (client_id) references client (id),
  key site_name (client_id, name),
  key site_active_name (client_id, active, name)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Once erased, a person is an id that others may still hold, and nothing else.
create table person (
  id           binary(16)    not null primary key,
  username     varchar(64)   character set ascii collate ascii_bin null,
  email        varchar(254)  character set utf8mb4 collate utf8mb4_bin null,
  display_name varchar(120)  null,
  role         varchar(16)   character set ascii collate ascii_bin not null,
  client_id    binary(16)    null,
  phone        varchar(40)   null,
  skills       varchar(1300) not null,  -- one a line
  active       boolean       not null,
  created_at   datetime(6)   not null,
  changed_at   datetime(6)   not null,
  erased_at    datetime(6)   null,
  version      bigint        not null,
  constraint person_username unique (username),
  constraint person_email unique (email),
  constraint person_of_client foreign key (client_id) references client (id),
  constraint person_role check (role in ('ADMIN', 'DISPATCHER', 'TECHNICIAN', 'CLIENT')),
  constraint person_client check ((role = 'CLIENT') = (client_id is not null)),
  constraint person_erased check ((erased_at is null and username is not null and email is not null
      and display_name is not null)
    or (erased_at is not null and username is null and email is null and display_name is null
      and phone is null and skills = '' and not active)),
  key person_name (display_name),
  key person_active_name (active, display_name),
  key person_role_name (role, display_name),
  key person_role_active_name (role, active, display_name),
  key person_client_name (client_id, display_name),
  key person_client_active_name (client_id, active, display_name)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- By which words a person is found.
create table person_word (
  person_id binary(16)  not null,
  word      varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  shared    tinyint     not null,
  role      varchar(16) character set ascii collate ascii_bin not null,
  client_id binary(16)  null,
  active    boolean     not null,
  primary key (person_id, word),
  key person_word (word, person_id, shared),
  key person_active_word (active, word, person_id, shared),
  key person_role_word (role, word, person_id, shared),
  key person_role_active_word (role, active, word, person_id, shared),
  key person_client_word (client_id, word, person_id, shared),
  key person_client_active_word (client_id, active, word, person_id, shared)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who can do what, by name: skills without case and accents.
create table person_skill (
  person_id    binary(16)   not null,
  skill        varchar(60)  character set utf8mb4 collate utf8mb4_bin not null,
  active       boolean      not null,
  display_name varchar(120) not null,
  primary key (person_id, skill),
  key skill_name (skill, display_name, person_id),
  key skill_active_name (skill, active, display_name, person_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A row that is only ever locked: who wants to take an admin's rights away does it alone.
create table admin_turn (
  id tinyint not null primary key
);
insert into admin_turn (id) values (1);
