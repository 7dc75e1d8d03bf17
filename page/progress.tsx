export type Steps = Partial<Record<string, string>>

const STEPS = [
  ['actors', 'Who and what it is about'],
  ['summary', 'Summary'],
  ['stances', 'Who stands where'],
  ['reactions', 'Reactions'],
] as const

const PHASES: Record<string, string> = {
  asked: 'at work',
  answered: 'being checked',
  repairing: 'being put right',
  settled: 'done',
}

/** The steps light up as they are asked, answered and checked against the article. */
export function Progress({ steps, state, onCancel }: { steps: Steps; state: string; onCancel(): void }) {
  const done = STEPS.filter(([step]) => steps[step] === 'settled').length
  return (
    <section class="card narrow" aria-labelledby="progress">
      <h1 id="progress">{state === 'queued' ? 'It is waiting for its turn' : 'It is being read'}</h1>
      <ol class="steps">
        {STEPS.map(([step, name]) => (
          <li key={step} class={steps[step] ?? 'waiting'}>
            <span class="dot" aria-hidden="true" />
            {name} <span class="phase">{PHASES[steps[step] ?? ''] ?? 'to come'}</span>
          </li>
        ))}
      </ol>
      <p class="unseen" aria-live="polite">
        {done} of {STEPS.length} steps are done
      </p>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </section>
  )
}
