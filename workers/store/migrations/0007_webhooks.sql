-- Who is told of what, and where.
create table standpoint.webhooks (
  id text primary key,
  key_id text not null references standpoint.api_keys on delete cascade, -- it is told of what this key asked for
  url text not null,
  secret text not null, -- it signs, so it is kept whole
  old_secret text, -- the one before a rotation, and until when it signs too
  old_until timestamptz,
  events text[] not null,
  created_at timestamptz not null default now(),
  failing_since timestamptz, -- nothing has got through since
  disabled_at timestamptz,
  disabled_reason text check (disabled_reason in ('asked', 'gone', 'failing')),
  check ((disabled_at is null) = (disabled_reason is null))
);
create index webhooks_by_key on standpoint.webhooks (key_id);

-- What they are told: written in the transaction that ended what it tells of. It goes with that, and after some weeks.
create table standpoint.deliveries (
  id text primary key, -- begins with its time: the newest sort last
  webhook_id text not null references standpoint.webhooks on delete cascade,
  request_id text references standpoint.requests on delete cascade,
  batch_request_id text references standpoint.batch_requests on delete cascade,
  payload json not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts integer not null default 0, -- rises each time a process takes it
  round integer not null default 0, -- attempts since it was made, or was last asked for anew
  next_at timestamptz not null default now(), -- when it is due; while a process has it, when that must be dead
  log jsonb not null default '[]', -- the latest attempts
  created_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index deliveries_due on standpoint.deliveries (webhook_id, next_at) where state = 'pending';
create index deliveries_by_webhook on standpoint.deliveries (webhook_id, id);
create index deliveries_by_request on standpoint.deliveries (request_id);
create index deliveries_by_batch on standpoint.deliveries (batch_request_id);
create index deliveries_by_time on standpoint.deliveries (created_at);
create index batch_requests_unannounced on standpoint.batch_requests (batch_id) where announced_at is null;
