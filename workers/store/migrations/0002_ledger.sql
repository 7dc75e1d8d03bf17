-- Every call of a model: written down before it is sent, with its answer when that is there, settled with an analysis that used it.
create table standpoint.calls (
  request text not null check (request ~ '^[0-9a-f]{64}$'), -- hash of the whole request and of the server that it goes to
  ordinal integer not null, -- rises when the same request is sent again after an unusable answer
  sample integer not null,
  content_hash text not null references standpoint.articles on delete cascade,
  model text,
  steps text[],
  process uuid, -- which process may send it, as which of its leases, and until when
  lease integer,
  lease_until timestamptz,
  sends integer not null default 0,
  lost integer not null default 0, -- sends whose answer never came: they may have been paid for
  refused integer not null default 0, -- sends that were answered with what is no answer, and costs nothing
  sent_at timestamptz, -- of the send that is under way, or was answered
  answered_at timestamptz,
  status integer,
  headers json,
  body text, -- goes when answers are kept no longer
  ms double precision,
  tokens_in integer,
  tokens_cached integer,
  tokens_out integer,
  cost_usd double precision,
  usable boolean,
  replays integer not null default 0, -- times that an analysis used it without paying again
  settled_at timestamptz,
  primary key (request, ordinal, sample)
);
create index calls_by_content on standpoint.calls (content_hash);
create index calls_open on standpoint.calls (process) where answered_at is null;
create index calls_kept on standpoint.calls (coalesce(settled_at, answered_at)) where body is not null;
