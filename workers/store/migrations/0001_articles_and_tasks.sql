-- A text that was accepted, once for all the names that it goes by.
create table standpoint.articles (
  content_hash text primary key check (content_hash ~ '^[0-9a-f]{64}$'),
  title text,
  text text not null,
  language text not null,
  incomplete text[] not null, -- why it looks like a fragment
  accepted_at timestamptz not null default now()
);

-- What an archive calls it. A known id with a new text is a new revision.
create table standpoint.article_names (
  id text not null,
  revision integer not null,
  content_hash text not null references standpoint.articles on delete cascade,
  url text,
  outlet text,
  author text,
  published_at text, -- as the source gave it, ISO 8601
  accepted_at timestamptz not null default now(),
  primary key (id, revision)
);
create index article_names_by_content on standpoint.article_names (content_hash);

create table standpoint.recipes (
  recipe_hash text primary key,
  recipe json not null, -- json, not jsonb: a reader finds the fields in the order of the schema
  created_at timestamptz not null default now()
);

-- One unit of work: a content, a recipe and a sample.
create table standpoint.tasks (
  id integer generated always as identity primary key,
  content_hash text not null references standpoint.articles on delete cascade,
  recipe_hash text not null references standpoint.recipes,
  sample integer not null,
  lane text not null check (lane in ('editorial', 'archive')),
  state text not null default 'accepted' check (state in ('accepted', 'queued', 'running', 'done', 'failed')),
  turn integer not null default 0, -- rises each time it is handed to the queue
  claim integer not null default 0, -- rises each time a worker takes it
  attempts integer not null default 0, -- those that count towards failing
  error_code text,
  error_message text,
  error_where text,
  error_fix text,
  accepted_at timestamptz not null default now(),
  queued_at timestamptz,
  started_at timestamptz,
  settled_at timestamptz,
  unique (content_hash, recipe_hash, sample)
);
create index tasks_open on standpoint.tasks (lane, state, id) where state in ('accepted', 'queued', 'running');
create index tasks_failed on standpoint.tasks (settled_at) where state = 'failed';

-- The analysis whole. Its actors, stances and reactions get rows of their own when a search needs them.
create table standpoint.analyses (
  task_id integer primary key references standpoint.tasks on delete cascade,
  analysis json not null,
  created_at timestamptz not null default now()
);

create table standpoint.batches (
  id integer generated always as identity primary key,
  key text not null unique,
  created_at timestamptz not null default now()
);

create table standpoint.batch_items (
  batch_id integer not null references standpoint.batches on delete cascade,
  position integer not null,
  article_id text not null,
  revision integer, -- none: it was refused
  task_id integer references standpoint.tasks on delete cascade,
  error_code text,
  error_message text,
  error_where text,
  error_fix text,
  primary key (batch_id, position),
  foreign key (article_id, revision) references standpoint.article_names on delete cascade,
  check ((revision is null) = (task_id is null)),
  check ((task_id is null) = (error_code is not null))
);
create index batch_items_by_task on standpoint.batch_items (task_id);
