-- What people made of an analysis: each correction and each approval is a version. Version 0 is the analysis itself.
create table standpoint.reviews (
  task_id integer not null references standpoint.analyses on delete cascade,
  version integer not null check (version > 0),
  kind text not null check (kind in ('correction', 'approval')),
  analysis json not null, -- whole, as it was after the correction or was approved
  corrections json not null,
  author text not null check (author <> ''),
  reason text,
  reviewed_at timestamptz not null default now(),
  primary key (task_id, version)
);
create index reviews_approved on standpoint.reviews (task_id, version) where kind = 'approval';
