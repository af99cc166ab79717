-- In which role somebody took the last step: whether a technician refused, or the desk took back.
alter table intervention
  add column status_by varchar(10) character set ascii collate ascii_bin null;
update intervention i
  join intervention_change c on c.intervention_id = i.id and c.field = 'status'
  left join intervention_change later
    on later.intervention_id = i.id and later.field = 'status' and later.version > c.version
  set i.status_by = c.actor_role
  where i.category = 'OPEN' and i.status_reason is not null and later.version is null;
