-- Who may use the API. The secret is shown once and kept as its hash only.
create table standpoint.api_keys (
  id text primary key,
  name text not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  old_hash text unique, -- the secret before a rotation, and until when it is taken
  old_until timestamptz,
  scopes text[] not null,
  requests_per_minute integer,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);

-- What was asked for over the API: an article, analysed by one task, which several requests may share.
create table standpoint.requests (
  id text primary key, -- begins with its time: the newest sort last
  key_id text not null references standpoint.api_keys,
  article_id text not null,
  revision integer not null,
  task_id integer not null references standpoint.tasks on delete cascade,
  idempotency_key text,
  fingerprint text, -- hash of what was sent with that key
  created_at timestamptz not null default now(),
  cancelled_at timestamptz,
  unique (key_id, idempotency_key),
  foreign key (article_id, revision) references standpoint.article_names on delete cascade
);
create index requests_by_task on standpoint.requests (task_id);
create index requests_by_article on standpoint.requests (article_id, revision);

-- A list of articles that came over the API.
create table standpoint.batch_requests (
  id text primary key,
  key_id text not null references standpoint.api_keys,
  batch_id integer not null unique references standpoint.batches on delete cascade,
  idempotency_key text,
  created_at timestamptz not null default now(),
  received_at timestamptz, -- when its last article had come
  cancelled_at timestamptz,
  announced_at timestamptz, -- when its end was told to webhooks
  unique (key_id, idempotency_key)
);

-- What became of a task and when, for those who watch it. They go after some days, and with their task.
create table standpoint.task_events (
  id bigint generated always as identity primary key,
  task_id integer not null references standpoint.tasks on delete cascade,
  event json not null,
  at timestamptz not null default now()
);
create index task_events_by_task on standpoint.task_events (task_id, id);
create index task_events_by_time on standpoint.task_events (at);
