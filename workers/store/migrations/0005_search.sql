-- What analyses claim, a row a stance or reaction, for searching. Of several analyses of a text that were asked the same, the
-- latest has rows; a correction replaces them. The analysis stays the truth: rows can be made anew from it.
create table standpoint.claims (
  task_id integer not null references standpoint.tasks on delete cascade,
  position integer not null, -- in the analysis: stances first
  content_hash text not null references standpoint.articles on delete cascade,
  asked text not null, -- hash of the given targets and actors
  kind text not null check (kind in ('stance', 'reaction')),
  claim text not null,
  actor text not null,
  actor_kind text not null,
  names text[] not null, -- every way to call the actor, in lower case
  target text,
  label text not null, -- of a stance, or the kind of a reaction
  polarity text,
  voice text,
  quote text,
  evidence json not null,
  primary key (task_id, position)
);
create index claims_by_names on standpoint.claims using gin (names);
create index claims_by_target on standpoint.claims using gin (to_tsvector('simple', coalesce(target, '')));
create index claims_by_label on standpoint.claims (label, task_id);
create index claims_by_content on standpoint.claims (content_hash, asked);

-- Words as they are: articles are in many languages. A tsvector holds a megabyte at most, so very long articles are cut.
alter table standpoint.articles add column words tsvector
  generated always as (to_tsvector('simple', coalesce(title, '') || ' ' || left(text, 100000))) stored;
create index articles_by_words on standpoint.articles using gin (words);
create index article_names_by_outlet on standpoint.article_names (lower(outlet));
create index article_names_by_day on standpoint.article_names (left(published_at, 10));

-- Analyses that were there before.
insert into standpoint.claims
select
  tasks.id, claim.position, tasks.content_hash, asked, claim.kind, claim.body->>'id', actor->>'name', actor->>'kind',
  array(select distinct lower(name) from json_array_elements_text(actor->'aliases') as name
    union select lower(actor->>'name')
    union select word from regexp_split_to_table(lower(actor->>'name'), '\s+') as word where length(word) > 2),
  coalesce(
    (select issue->>'statement' from json_array_elements(analysis->'issues') as issue where issue->>'id' = claim.body->>'target'),
    (select other->>'name' from json_array_elements(analysis->'actors') as other where other->>'id' = claim.body->>'target')),
  coalesce(claim.body->>'label', claim.body->>'kind'), claim.body->>'polarity', claim.body->>'voice', claim.body->'quote'->>'text',
  claim.body->'evidence'
from standpoint.analyses
join standpoint.tasks on tasks.id = analyses.task_id
join standpoint.recipes on recipes.recipe_hash = tasks.recipe_hash
cross join lateral (select md5(coalesce(recipe->>'targets', '') || coalesce(recipe->>'actors', '')) as asked) as given
cross join lateral (
  select 'stance' as kind, body, (number - 1)::integer as position
  from json_array_elements(analysis->'stances') with ordinality as each(body, number)
  union all
  select 'reaction', body, (number - 1 + json_array_length(analysis->'stances'))::integer
  from json_array_elements(analysis->'reactions') with ordinality as each(body, number)
) as claim
join lateral (
  select actor from json_array_elements(analysis->'actors') as actor where actor->>'id' = claim.body->>'actor'
) as who on true
where tasks.id = (
  select max(newest.id) from standpoint.tasks as newest join standpoint.recipes as theirs on theirs.recipe_hash = newest.recipe_hash
  where newest.content_hash = tasks.content_hash and newest.state = 'done'
    and md5(coalesce(theirs.recipe->>'targets', '') || coalesce(theirs.recipe->>'actors', '')) = asked
);
