-- Who was sent to an intervention, and until when: what they wrote there meanwhile is theirs to tell.
create table assignment (
  intervention_id binary(16)  not null,
  since_sequence  bigint      not null,
  technician_id   binary(16)  not null,
  since_at        datetime(6) not null,
  until_sequence  bigint      null,
  until_at        datetime(6) null,
  primary key (intervention_id, since_sequence)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
