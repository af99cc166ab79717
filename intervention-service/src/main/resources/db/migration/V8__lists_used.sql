-- What an intervention ever had stays in its history, so a row that was used is retired, never removed.
alter table status
  add column used boolean not null default false comment 'an intervention has stood in it';
alter table urgency
  add column used boolean not null default false comment 'an intervention has had it';
update status s set s.used = true
  where exists (select 1 from intervention i where i.status_id = s.id)
    or s.code in (select c.new_value from intervention_change c where c.field = 'status');
update urgency u set u.used = true
  where exists (select 1 from intervention i where i.urgency_id = u.id)
    or u.code in (select c.new_value from intervention_change c where c.field = 'urgency');
