import { useCallback, useEffect, useState } from 'preact/hooks'
import { ProblemError } from '../client/client.ts'
import {
  type AnalysisRequest,
  type Api,
  isKeyRefused,
  openApi,
  type Result,
  type Submission,
  type Trouble,
  troubleOf,
} from './api.ts'
import { Compose } from './compose.tsx'
import { forgetKey, keepKey } from './key.ts'
import { KeyForm } from './key-form.tsx'
import { Progress, type Steps } from './progress.tsx'
import { ResultView } from './result.tsx'

type View =
  | { at: 'compose' }
  | { at: 'working'; id: string; steps: Steps; state: string }
  | { at: 'result'; id: string; result: Result }

/** Give a key, give an article, watch it, read. What is watched or read stands in the address, so that reload and back work. */
export function App({ firstKey }: { firstKey: string | undefined }) {
  const [key, setKey] = useState(firstKey)
  const [trouble, setTrouble] = useState<Trouble>()
  const refuse = (error: unknown) => {
    setTrouble(troubleOf(error))
    if (!isKeyRefused(error)) return
    forgetKey()
    setKey(undefined)
  }
  const enter = (entered: string) => {
    keepKey(entered)
    setTrouble(undefined)
    setKey(entered)
  }
  return (
    <>
      <header class="masthead">
        <a href="/" class="name">
          Standpoint
        </a>
        <p>Summaries, stances and reactions, each line pinned to the words of the article.</p>
        <nav aria-label="More">
          <a href="/docs">API</a>
        </nav>
      </header>
      <main>
        {trouble && <TroubleBox trouble={trouble} onClose={() => setTrouble(undefined)} />}
        {key === undefined ? (
          <KeyForm onKey={enter} />
        ) : (
          <Desk api={openApi(key)} key={key} onTrouble={refuse} onStart={() => setTrouble(undefined)} />
        )}
      </main>
    </>
  )
}

function TroubleBox({ trouble, onClose }: { trouble: Trouble; onClose(): void }) {
  return (
    <div class="trouble" role="alert">
      <div>
        <strong>{trouble.title}</strong>
        {trouble.detail && <p>{trouble.detail}</p>}
      </div>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </div>
  )
}

type DeskProps = { api: Api; onTrouble(error: unknown): void; onStart(): void }

function Desk({ api, onTrouble, onStart }: DeskProps) {
  const [view, setView] = useState<View>({ at: 'compose' })
  const [recent, setRecent] = useState<AnalysisRequest[]>([])
  const id = useHash()
  const fail = useCallback((error: unknown) => {
    setView({ at: 'compose' })
    onTrouble(error)
  }, [])
  useEffect(() => {
    if (id === '') setView({ at: 'compose' })
    const stop = new AbortController()
    const work = id === '' ? listRecent(api, setRecent) : follow(api, id, setView, stop.signal)
    work.catch((error: unknown) => stop.signal.aborted || fail(error))
    return () => stop.abort()
  }, [id])
  const submit = async (submission: Submission) => {
    onStart()
    try {
      window.location.hash = (await api.submit(submission)).id
    } catch (error) {
      fail(error)
    }
  }
  switch (view.at) {
    case 'compose':
      return <Compose onSubmit={submit} recent={recent} />
    case 'working':
      return <Progress steps={view.steps} state={view.state} onCancel={() => void cancel(api, view.id).catch(fail)} />
    case 'result':
      return <ResultView key={view.id} result={view.result} />
  }
}

/** The id in the address: `#an_…`. */
function useHash(): string {
  const read = () => /^#(an_\w+)$/.exec(window.location.hash)?.[1] ?? ''
  const [hash, setHash] = useState(read)
  useEffect(() => {
    const changed = () => setHash(read())
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}

async function listRecent(api: Api, set: (requests: AnalysisRequest[]) => void): Promise<void> {
  const { data, error } = await api.api.GET('/v1/analyses', { params: { query: { limit: 8 } } })
  if (error) throw new ProblemError(error)
  set(data?.items ?? [])
}

async function follow(api: Api, id: string, setView: (view: View) => void, signal: AbortSignal): Promise<void> {
  let steps: Steps = {}
  let state = 'queued'
  setView({ at: 'working', id, steps, state })
  for await (const event of api.watch(id, { signal })) {
    if (event.kind === 'step') steps = { ...steps, [event.step.step]: event.step.phase }
    else state = event.request.state
    if (signal.aborted) return
    setView({ at: 'working', id, steps, state })
    if (event.kind === 'state' && event.request.error) throw new Error(event.request.error.message)
    if (state === 'cancelled') throw new Error('The analysis was cancelled')
  }
  const { data, error } = await api.api.GET('/v1/analyses/{id}/result', { params: { path: { id } }, signal })
  if (signal.aborted) return
  if (data) setView({ at: 'result', id, result: data })
  else throw error ? new ProblemError(error) : new Error('There is no result')
}

async function cancel(api: Api, id: string): Promise<void> {
  const { error } = await api.api.POST('/v1/analyses/{id}/cancel', { params: { path: { id } } })
  if (error) throw new ProblemError(error)
}
