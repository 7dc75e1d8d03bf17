import { useEffect, useState } from 'preact/hooks'
import type { AnalysisRequest } from '../api/shapes.ts'
import type { Result } from '../pipeline/schema/analysis.ts'
import type { StepEvent } from '../pipeline/schema/contracts.ts'
import { ask, RequestFailed, type Trouble, troubleOf } from './client.ts'
import { titleOf } from './copy.ts'
import { ResultView } from './result-view.tsx'
import { rememberHeadline } from './session.ts'
import { TroubleNote } from './trouble.tsx'
import { isSettled, watch } from './watch.ts'
import { type Steps, Working } from './working.tsx'

type Props = { id: string; secret: string; onRefused(trouble: Trouble): void }

/** One submission, from its first step to its result. */
export function AnalysisView({ id, secret, onRefused }: Props) {
  const [turn, setTurn] = useState(0)
  const { request, steps, isAway, result, trouble, setTrouble } = useAnalysis(id, { secret, turn, onRefused })
  const act = async (what: 'cancel' | 'retry') => {
    try {
      await ask(`/v1/analyses/${id}/${what}`, { secret, method: 'POST' })
      if (what === 'retry') setTurn(turn + 1)
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  if (result) return <ResultView result={result} />
  return (
    <div class="card working">
      {trouble && <TroubleNote trouble={trouble} />}
      {request && (
        <Working {...{ request, steps, isAway }} onCancel={() => act('cancel')} onRetry={() => act('retry')} />
      )}
      {trouble && <a href="#new">Back to a new article</a>}
    </div>
  )
}

const NO_STEPS: Steps = new Map()

/** `turn` rises when it is tried anew, and then it is watched again. */
function useAnalysis(id: string, { secret, turn, onRefused }: Omit<Props, 'id'> & { turn: number }) {
  const [request, setRequest] = useState<AnalysisRequest>()
  const [steps, setSteps] = useState<Steps>(NO_STEPS)
  const [isAway, setAway] = useState(false)
  const [result, setResult] = useState<Result>()
  const [trouble, setTrouble] = useState<Trouble>()
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const onStep = ({ step, phase }: StepEvent) => setSteps((before) => new Map(before).set(step, phase))
    const follow = async () => {
      const first = await ask<AnalysisRequest>(`/v1/analyses/${id}`, { secret, signal })
      setRequest(first)
      const last = isSettled(first)
        ? first
        : await watch(id, { secret, signal, onStep, onState: setRequest, onAway: setAway })
      if (last.state === 'done') setResult(await resultOf(id, { secret, signal }))
    }
    setSteps(NO_STEPS)
    setTrouble(undefined)
    follow().catch((error: unknown) => {
      if (signal.aborted) return
      if (error instanceof RequestFailed && error.status === 401) onRefused(error.trouble)
      else setTrouble(troubleOf(error))
    })
    return () => leaving.abort()
  }, [id, secret, turn])
  return { request, steps, isAway, result, trouble, setTrouble }
}

async function resultOf(id: string, call: { secret: string; signal: AbortSignal }): Promise<Result> {
  const result = await ask<Result>(`/v1/analyses/${id}/result`, call)
  rememberHeadline(id, titleOf(result))
  return result
}
