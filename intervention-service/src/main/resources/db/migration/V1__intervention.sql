-- The lists that the admin edits. Code knows the categories only.
create table status (
  id              smallint     not null auto_increment primary key,
  code            varchar(30)  character set ascii collate ascii_bin not null,
  label_fr        varchar(60)  not null,
  label_en        varchar(60)  not null,
  client_label_fr varchar(60)  not null,
  client_label_en varchar(60)  not null,
  category        varchar(10)  character set ascii collate ascii_bin not null,
  clock           varchar(5)   character set ascii collate ascii_bin not null,
  position        smallint     not null,
  color           char(7)      character set ascii collate ascii_bin not null,
  active          boolean      not null,
  version         bigint       not null,
  constraint status_code unique (code)
);

create table transition (
  id               binary(16) not null primary key,
  from_status      smallint   null,
  to_status        smallint   not null,
  by_dispatcher    boolean    not null,
  by_technician    boolean    not null,
  needs_reason     boolean    not null,
  needs_report     boolean    not null,
  needs_technician boolean    not null,
  needs_slot       boolean    not null,
  active           boolean    not null,
  version          bigint     not null,
  constraint transition_once unique (from_status, to_status),
  constraint transition_from foreign key (from_status) references status (id),
  constraint transition_to foreign key (to_status) references status (id)
);

create table urgency (
  id                smallint    not null auto_increment primary key,
  code              varchar(30) character set ascii collate ascii_bin not null,
  label_fr          varchar(60) not null,
  label_en          varchar(60) not null,
  severity          smallint    not null,
  color             char(7)     character set ascii collate ascii_bin not null,
  take_over_minutes int         not null,
  resolve_minutes   int         not null,
  active            boolean     not null,
  version           bigint      not null,
  constraint urgency_code unique (code)
);

-- One row: whoever changes the lists locks it, so that each check sees the whole of them.
create table list_lock (id tinyint not null primary key);
insert into list_lock values (1);

-- What other services own, as their events told it.
create table person (
  id           binary(16)   not null primary key,
  display_name varchar(200) not null,
  role         varchar(10)  character set ascii collate ascii_bin not null,
  client_id    binary(16)   null,
  active       boolean      not null,
  sequence     bigint       not null
);

create table client (
  id       binary(16)   not null primary key,
  code     varchar(20)  not null,
  name     varchar(200) not null,
  active   boolean      not null,
  sequence bigint       not null
);

create table site (
  id            binary(16)    not null primary key,
  client_id     binary(16)    not null,
  name          varchar(200)  not null,
  address_line  varchar(300)  not null,
  postal_code   varchar(20)   not null,
  city          varchar(100)  not null,
  contact_name  varchar(200)  null,
  contact_phone varchar(50)   null,
  access_notes  varchar(2000) null,
  active        boolean       not null,
  sequence      bigint        not null
);

create table intervention (
  id                binary(16)    not null primary key,
  reference         varchar(20)   character set ascii collate ascii_bin not null,
  title             varchar(200)  not null,
  description       varchar(4000) not null,
  client_id         binary(16)    not null,
  site_id           binary(16)    not null,
  owner_id          binary(16)    not null,
  technician_id     binary(16)    null,
  status_id         smallint      not null,
  category          varchar(10)   character set ascii collate ascii_bin not null,
  urgency_id        smallint      not null,
  planned_start     datetime(6)   null,
  planned_end       datetime(6)   null,
  override_reason   varchar(500)  null,
  actual_start      datetime(6)   null,
  actual_end        datetime(6)   null,
  report            varchar(4000) null,
  status_reason     varchar(500)  null,
  created_by        binary(16)    not null,
  created_at        datetime(6)   not null,
  updated_at        datetime(6)   not null,
  taken_over_at     datetime(6)   null,
  clock_elapsed_ms  bigint        not null,
  clock_since       datetime(6)   null,
  clock_started_at  datetime(6)   not null,
  take_over_due_at  datetime(6)   null,
  resolve_due_at    datetime(6)   null,
  due_at            datetime(6)   null,
  version           bigint        not null,
  constraint intervention_reference unique (reference),
  constraint intervention_status foreign key (status_id) references status (id),
  constraint intervention_urgency foreign key (urgency_id) references urgency (id)
);

-- Who changed which field from what to what, when and why.
create table intervention_change (
  intervention_id binary(16)    not null,
  version         bigint        not null,
  field           varchar(30)   character set ascii collate ascii_bin not null,
  old_value       varchar(4000) null,
  new_value       varchar(4000) null,
  actor_id        binary(16)    not null,
  actor_role      varchar(10)   character set ascii collate ascii_bin not null,
  changed_at      datetime(6)   not null,
  reason          varchar(500)  null,
  primary key (intervention_id, version, field),
  constraint change_of foreign key (intervention_id) references intervention (id)
);

create table reference_counter (
  year smallint not null primary key,
  last int      not null
);

-- The guarantee that nobody is booked twice: a planned slot claims every cell of five minutes that it
-- touches, and a cell has room for one.
create table booked_interval (
  technician_id   binary(16) not null,
  slot_start      datetime   not null,
  intervention_id binary(16) not null,
  primary key (technician_id, slot_start),
  index booked_by_intervention (intervention_id)
);

insert into status
  (id, code, label_fr, label_en, client_label_fr, client_label_en, category, clock, position, color, active, version)
values
  (1, 'NEW', 'Nouvelle', 'New', 'Demande enregistrée', 'Request recorded', 'OPEN', 'RUN', 10, '#2563eb', true, 1),
  (2, 'ASSIGNED', 'Affectée', 'Assigned', 'Intervenant désigné', 'Technician appointed', 'PLANNED', 'RUN', 20, '#7c3aed', true, 1),
  (3, 'SCHEDULED', 'Planifiée', 'Scheduled', 'Rendez-vous fixé', 'Appointment made', 'PLANNED', 'RUN', 30, '#6d28d9', true, 1),
  (4, 'EN_ROUTE', 'En route', 'On the way', 'Intervenant en route', 'Technician on the way', 'ACTIVE', 'RUN', 40, '#0891b2', true, 1),
  (5, 'IN_PROGRESS', 'En cours', 'In progress', 'Intervention en cours', 'Work in progress', 'ACTIVE', 'RUN', 50, '#0e7490', true, 1),
  (6, 'ON_HOLD', 'En attente', 'On hold', 'En attente : {reason}', 'On hold: {reason}', 'PAUSED', 'PAUSE', 60, '#b45309', true, 1),
  (7, 'DONE', 'Terminée', 'Done', 'Terminée, à valider', 'Done, to be confirmed', 'RESOLVED', 'STOP', 70, '#15803d', true, 1),
  (8, 'UNRESOLVED', 'Non aboutie', 'Unresolved', 'À reprogrammer', 'To be rescheduled', 'RESOLVED', 'STOP', 80, '#be123c', true, 1),
  (9, 'CLOSED', 'Clôturée', 'Closed', 'Clôturée', 'Closed', 'CLOSED', 'STOP', 90, '#4b5563', true, 1),
  (10, 'CANCELLED', 'Annulée', 'Cancelled', 'Annulée', 'Cancelled', 'CANCELLED', 'STOP', 100, '#6b7280', true, 1);

-- dispatcher, technician, reason, report, needs a technician, needs a slot
insert into transition
  (id, from_status, to_status, by_dispatcher, by_technician, needs_reason, needs_report, needs_technician, needs_slot, active, version)
values
  (unhex('01900000000070008000000000000001'), null, 1, true, false, false, false, false, false, true, 1),
  (unhex('01900000000070008000000000000002'), 1, 2, true, false, false, false, true, false, true, 1),
  (unhex('01900000000070008000000000000003'), 1, 3, true, false, false, false, true, true, true, 1),
  (unhex('01900000000070008000000000000004'), 2, 3, true, false, false, false, true, true, true, 1),
  (unhex('01900000000070008000000000000005'), 3, 2, true, false, false, false, true, false, true, 1),
  (unhex('01900000000070008000000000000006'), 6, 3, true, false, false, false, true, true, true, 1),
  (unhex('01900000000070008000000000000007'), 8, 3, true, false, false, false, true, true, true, 1),
  (unhex('01900000000070008000000000000008'), 2, 1, true, true, true, false, false, false, true, 1),
  (unhex('01900000000070008000000000000009'), 3, 1, true, true, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000000a'), 2, 4, false, true, false, false, true, false, true, 1),
  (unhex('0190000000007000800000000000000b'), 3, 4, false, true, false, false, true, false, true, 1),
  (unhex('0190000000007000800000000000000c'), 4, 5, false, true, false, false, true, false, true, 1),
  (unhex('0190000000007000800000000000000d'), 2, 5, false, true, false, false, true, false, true, 1),
  (unhex('0190000000007000800000000000000e'), 3, 5, false, true, false, false, true, false, true, 1),
  (unhex('0190000000007000800000000000000f'), 4, 6, false, true, true, false, true, false, true, 1),
  (unhex('01900000000070008000000000000010'), 5, 6, false, true, true, false, true, false, true, 1),
  (unhex('01900000000070008000000000000011'), 6, 5, false, true, false, false, true, false, true, 1),
  (unhex('01900000000070008000000000000012'), 5, 7, false, true, false, true, true, false, true, 1),
  (unhex('01900000000070008000000000000013'), 5, 8, false, true, true, true, true, false, true, 1),
  (unhex('01900000000070008000000000000014'), 7, 5, true, false, true, false, true, false, true, 1),
  (unhex('01900000000070008000000000000015'), 7, 9, true, false, false, false, false, false, true, 1),
  (unhex('01900000000070008000000000000016'), 8, 9, true, false, false, false, false, false, true, 1),
  (unhex('01900000000070008000000000000017'), 1, 10, true, false, true, false, false, false, true, 1),
  (unhex('01900000000070008000000000000018'), 2, 10, true, false, true, false, false, false, true, 1),
  (unhex('01900000000070008000000000000019'), 3, 10, true, false, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000001a'), 6, 10, true, false, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000001b'), 4, 10, false, false, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000001c'), 5, 10, false, false, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000001d'), 9, 1, false, false, true, false, false, false, true, 1),
  (unhex('0190000000007000800000000000001e'), 10, 1, false, false, true, false, false, false, true, 1);

insert into urgency
  (id, code, label_fr, label_en, severity, color, take_over_minutes, resolve_minutes, active, version)
values
  (1, 'LOW', 'Faible', 'Low', 1, '#64748b', 480, 4320, true, 1),
  (2, 'NORMAL', 'Normale', 'Normal', 2, '#2563eb', 240, 2880, true, 1),
  (3, 'HIGH', 'Haute', 'High', 3, '#d97706', 60, 1440, true, 1),
  (4, 'CRITICAL', 'Critique', 'Critical', 4, '#dc2626', 15, 480, true, 1);
