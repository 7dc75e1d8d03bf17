import { useEffect, useRef } from 'preact/hooks'
import type { AnalysisRequest } from '../api/shapes.ts'
import type { StepEvent } from '../pipeline/schema/contracts.ts'
import { useAnnounce } from './announce.tsx'
import { knownTitle } from './recent.tsx'

export type Steps = ReadonlyMap<StepEvent['step'], StepEvent['phase']>

type Props = { request: AnalysisRequest; steps: Steps; isAway: boolean; onCancel(): void; onRetry(): void }

const STEPS: readonly { step: StepEvent['step']; title: string }[] = [
  { step: 'actors', title: 'Who is in it, and what it is about' },
  { step: 'summary', title: 'The summary' },
  { step: 'stances', title: 'Who stands where' },
  { step: 'reactions', title: 'Who reacted, and in which words' },
]

const PHASES: Readonly<Record<StepEvent['phase'], string>> = {
  asked: 'being worked out',
  answered: 'being checked against the article',
  repairing: 'being put right',
  settled: 'done',
}

/** The four steps of an analysis that is not done, or why there will be none. */
export function Working({ request, steps, isAway, onCancel, onRetry }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const announce = useAnnounce()
  useEffect(() => heading.current?.focus(), [])
  const news = newsOf(request, steps, isAway)
  useEffect(() => announce(news), [news])
  const ended = ENDED[request.state]
  const isEnded = ended !== undefined
  return (
    <>
      <p class="kicker">{ended ? `This analysis ${ended}` : 'In work'}</p>
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {knownTitle(request)}
      </h1>
      {request.error && (
        <div class="note trouble" role="alert">
          <p>
            <strong>{request.error.message}.</strong> {request.error.fix}
          </p>
        </div>
      )}
      {isAway && (
        <p class="note">
          <strong>The server does not answer.</strong> This page tries again by itself. What was sent is kept, and is
          analysed when the server is back.
        </p>
      )}
      <ol class="steps">
        {STEPS.map(({ step, title }) => (
          <li key={step} class={steps.get(step) ?? 'waiting'}>
            <span class="step-title">{title}</span>
            <span class="step-phase">{phaseOf(steps.get(step), isEnded)}</span>
          </li>
        ))}
      </ol>
      {isEnded ? (
        <button type="button" class="main" onClick={onRetry}>
          Try anew
        </button>
      ) : (
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </>
  )
}

const ENDED: Partial<Record<AnalysisRequest['state'], string>> = { failed: 'failed', cancelled: 'was cancelled' }

function phaseOf(phase: StepEvent['phase'] | undefined, isEnded: boolean): string {
  return phase ? PHASES[phase] : isEnded ? 'not done' : 'waiting'
}

/** One sentence for people who do not see the steps light up: what is done, and not each change. */
function newsOf({ state }: AnalysisRequest, steps: Steps, isAway: boolean): string {
  if (isAway) return 'The server does not answer. Trying again.'
  if (state === 'queued') return 'Waiting for a free worker.'
  if (ENDED[state]) return `The analysis ${ENDED[state]}.`
  const done = STEPS.filter(({ step }) => steps.get(step) === 'settled').length
  return `In work: ${done} of ${STEPS.length} steps are done.`
}
