-- The lists: every reader's scope with every single filter, in the order of each sort key. The primary
-- key, a UUID of version 7, ends each of them and is the order of creation. ListIndexes says the same
-- in Java; docs/decisions/0004-listing-indexes.md says why.
alter table intervention
  add key list_planned (planned_start),
  add key list_due (due_at),
  add key list_status_created (status_id),
  add key list_status_planned (status_id, planned_start),
  add key list_status_due (status_id, due_at),
  add key list_urgency_created (urgency_id),
  add key list_urgency_planned (urgency_id, planned_start),
  add key list_urgency_due (urgency_id, due_at),
  add key list_owner_created (owner_id),
  add key list_owner_planned (owner_id, planned_start),
  add key list_owner_due (owner_id, due_at),
  add key list_technician_created (technician_id),
  add key list_technician_planned (technician_id, planned_start),
  add key list_technician_due (technician_id, due_at),
  add key list_client_created (client_id),
  add key list_client_planned (client_id, planned_start),
  add key list_client_due (client_id, due_at),
  add key list_site_created (site_id),
  add key list_site_planned (site_id, planned_start),
  add key list_site_due (site_id, due_at),
  add key list_owner_status_created (owner_id, status_id),
  add key list_owner_status_planned (owner_id, status_id, planned_start),
  add key list_owner_status_due (owner_id, status_id, due_at),
  add key list_owner_urgency_created (owner_id, urgency_id),
  add key list_owner_urgency_planned (owner_id, urgency_id, planned_start),
  add key list_owner_urgency_due (owner_id, urgency_id, due_at),
  add key list_owner_technician_created (owner_id, technician_id),
  add key list_owner_technician_planned (owner_id, technician_id, planned_start),
  add key list_owner_technician_due (owner_id, technician_id, due_at),
  add key list_owner_client_created (owner_id, client_id),
  add key list_owner_client_planned (owner_id, client_id, planned_start),
  add key list_owner_client_due (owner_id, client_id, due_at),
  add key list_owner_site_created (owner_id, site_id),
  add key list_owner_site_planned (owner_id, site_id, planned_start),
  add key list_owner_site_due (owner_id, site_id, due_at),
  add key list_technician_status_created (technician_id, status_id),
  add key list_technician_status_planned (technician_id, status_id, planned_start),
  add key list_technician_status_due (technician_id, status_id, due_at),
  add key list_technician_urgency_created (technician_id, urgency_id),
  add key list_technician_urgency_planned (technician_id, urgency_id, planned_start),
  add key list_technician_urgency_due (technician_id, urgency_id, due_at),
  add key list_technician_client_created (technician_id, client_id),
  add key list_technician_client_planned (technician_id, client_id, planned_start),
  add key list_technician_client_due (technician_id, client_id, due_at),
  add key list_technician_site_created (technician_id, site_id),
  add key list_technician_site_planned (technician_id, site_id, planned_start),
  add key list_technician_site_due (technician_id, site_id, due_at),
  add key list_client_status_created (client_id, status_id),
  add key list_client_status_planned (client_id, status_id, planned_start),
  add key list_client_status_due (client_id, status_id, due_at),
  add key list_client_urgency_created (client_id, urgency_id),
  add key list_client_urgency_planned (client_id, urgency_id, planned_start),
  add key list_client_urgency_due (client_id, urgency_id, due_at);

-- The search: the words of each intervention and who may find it by them, in the order of creation.
create table search_word (
  intervention_id binary(16)  not null,
  word            varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  owner_id        binary(16)  not null,
  technician_id   binary(16)  null,
  client_id       binary(16)  not null,
  primary key (intervention_id, word),
  key search_word_of_all (word, intervention_id),
  key search_word_of_owner (owner_id, word, intervention_id),
  key search_word_of_technician (technician_id, word, intervention_id),
  key search_word_of_client (client_id, word, intervention_id)
);

-- Clients whose new name is not yet in the words of all their interventions, and how far it is.
create table search_renamed_client (
  client_id binary(16) not null primary key,
  after_id  binary(16) null
);
