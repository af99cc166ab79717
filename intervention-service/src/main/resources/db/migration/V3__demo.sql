-- Which of the demo's interventions are there already; empty where no demo was ever loaded.
create table demo_part (
  number          smallint   not null primary key,
  intervention_id binary(16) not null
);
