-- How often a task was found in work with nobody at it: its process had died or fallen silent.
alter table standpoint.tasks add column recovered integer not null default 0;

-- What one process of a fleet does for all: whose turn it is, and until when nobody else need do it.
create table standpoint.leases (
  name text primary key,
  until timestamptz not null
);
