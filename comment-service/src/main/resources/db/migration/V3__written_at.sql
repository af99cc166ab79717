-- When a device without network had it written; null when it came at once. The thread stays in the order of arrival.
alter table comment
  add column written_at datetime(6) null after body;
