import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AnalysisRequest } from '../api/shapes.ts'
import type { Result } from '../pipeline/schema/analysis.ts'
import { ask, type Call, RequestFailed, type Trouble, troubleOf } from './client.ts'
import { titleOf } from './copy.ts'
import { rememberedHeadline, rememberHeadline } from './session.ts'
import { TroubleNote } from './trouble.tsx'

const A_PAGE = 12

/** What was analysed lately, to open again. */
export function Recent({ secret, onRefused }: { secret: string; onRefused(trouble: Trouble): void }) {
  const [items, setItems] = useState<readonly AnalysisRequest[]>()
  const [next, setNext] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const leaving = useMemo(() => new AbortController(), [])
  const call = { secret, signal: leaving.signal }
  const load = async (after?: string) => {
    try {
      const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`
      const page = await ask<{ items: AnalysisRequest[]; next?: string }>(`/v1/analyses?limit=${A_PAGE}${query}`, call)
      setItems((before = []) => [...before, ...page.items])
      setNext(page.next)
      await learnHeadlines(page.items, call, () => setItems((before = []) => [...before]))
    } catch (error) {
      if (leaving.signal.aborted) return
      if (error instanceof RequestFailed && error.status === 401) onRefused(error.trouble)
      else setTrouble(troubleOf(error))
    }
  }
  useEffect(() => {
    load()
    return () => leaving.abort()
  }, [])
  return (
    <section class="recent" aria-labelledby="recent">
      <h2 id="recent">Recent</h2>
      {trouble && <TroubleNote trouble={trouble} />}
      {items?.length === 0 && <p class="quiet">Nothing yet. What you analyse will be listed here.</p>}
      <ul>
        {items?.map((request) => (
          <RecentItem key={request.id} request={request} />
        ))}
      </ul>
      {next && (
        <button type="button" class="link" onClick={() => load(next)}>
          Show older ones
        </button>
      )}
    </section>
  )
}

function RecentItem({ request }: { request: AnalysisRequest }) {
  const { id, state, article, createdAt } = request
  return (
    <li>
      <a href={`#${id}`}>
        <span class="recent-title" dir="auto">
          {knownTitle(request)}
        </span>
      </a>
      <span class="quiet">
        {[article.outlet, timeOf(createdAt), state === 'done' ? '' : state].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}

/** The list tells titles only, and pasted articles have none. */
async function learnHeadlines(items: readonly AnalysisRequest[], call: Call, onLearnt: () => void): Promise<void> {
  const unknown = items.filter(
    ({ id, state, article }) => state === 'done' && !article.title && !rememberedHeadline(id),
  )
  for (const { id } of unknown) {
    const result = await ask<Result>(`/v1/analyses/${id}/result`, call)
    rememberHeadline(id, titleOf(result))
    onLearnt()
  }
}

/** An article without a title is known by its headline where this tab has shown it. */
export function knownTitle({ id, article }: AnalysisRequest): string {
  return article.title || rememberedHeadline(id) || 'Untitled article'
}

const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

function timeOf(iso: string): string {
  return TIME.format(new Date(iso))
}
