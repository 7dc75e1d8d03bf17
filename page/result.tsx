import { useMemo, useState } from 'preact/hooks'
import type { Result } from './api.ts'
import { ArticleText, showWords } from './article-text.tsx'
import { CopyOut } from './copy-out.tsx'
import { actorName, restsOf, type Side, type Standing, targetsOf } from './lines.ts'

type Analysis = Result['analysis']
type Light = { lit: ReadonlySet<string>; light(...claims: string[]): void }

/** The analysis beside its source. A line that is pointed at, or has the focus, lights the words that it rests on, and the other way round. */
export function ResultView({ result }: { result: Result }) {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())
  const { analysis, text = '' } = result
  const rests = useMemo(() => restsOf(analysis), [analysis])
  const light = (...claims: string[]) => setLit(new Set(claims))
  const on = { lit, light }
  return (
    <div class="result">
      <section class="analysis" aria-labelledby="headline">
        <CopyOut result={result} />
        <SummaryView analysis={analysis} title={result.title} on={on} />
        <StancesView analysis={analysis} on={on} />
        <ReactionsView analysis={analysis} on={on} />
        <Checked analysis={analysis} />
      </section>
      <ArticleText result={result} text={text} rests={rests} lit={lit} onPoint={light} />
    </div>
  )
}

/** One line: a button, so that everybody can reach it, which shows its words when it is pressed. */
function LineButton({
  claim,
  evidence,
  on,
  children,
}: {
  claim: string
  evidence: readonly { text: string }[]
  on: Light
  children: preact.ComponentChildren
}) {
  return (
    <button
      type="button"
      class={on.lit.has(claim) ? 'line lit' : 'line'}
      onMouseEnter={() => on.light(claim)}
      onMouseLeave={() => on.light()}
      onFocus={() => on.light(claim)}
      onBlur={() => on.light()}
      onClick={() => showWords(claim)}
    >
      {children}
      {evidence.length > 0 && (
        <span class="unseen">. In the article: {evidence.map((each) => each.text).join(' … ')}</span>
      )}
    </button>
  )
}

function SummaryView({
  analysis: { summary },
  title,
  on,
}: {
  analysis: Analysis
  title: string | undefined
  on: Light
}) {
  const { headline, brief, keyPoints } = summary
  return (
    <>
      <h1 id="headline">
        {headline ? (
          <LineButton claim={headline.id} evidence={headline.evidence} on={on}>
            {headline.text}
          </LineButton>
        ) : (
          (title ?? 'Summary')
        )}
      </h1>
      <div class="brief">
        {brief.map(({ id, text, evidence }) => (
          <p key={id}>
            <LineButton claim={id} evidence={evidence} on={on}>
              {text}
            </LineButton>
          </p>
        ))}
      </div>
      {keyPoints.length > 0 && (
        <>
          <h2>Key points</h2>
          <ul class="points">
            {keyPoints.map(({ id, text, evidence }) => (
              <li key={id}>
                <LineButton claim={id} evidence={evidence} on={on}>
                  {text}
                </LineButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const SIDES: readonly [Side, string][] = [
  ['oppose', 'Against'],
  ['between', 'Both or neither'],
  ['support', 'For'],
]

function StancesView({ analysis, on }: { analysis: Analysis; on: Light }) {
  const evidenceOf = (claim: string) => analysis.stances.find(({ id }) => id === claim)?.evidence ?? []
  return (
    <>
      <h2>Who stands where</h2>
      {targetsOf(analysis).map(({ id, name, isMain, sides, silent }) => (
        <section class="target" key={id} aria-label={`On: ${name}`}>
          <h3>
            {isMain && <span class="tag">main issue</span>} {name}
          </h3>
          <div class="sides">
            {SIDES.filter(([side]) => isMain || sides[side].length > 0).map(([side, title]) => (
              <div class={`side ${side}`} key={side}>
                <h4>{title}</h4>
                {sides[side].length === 0 ? (
                  <p class="none">nobody</p>
                ) : (
                  <ul>
                    {sides[side].map((standing) => (
                      <li key={standing.claim}>
                        <LineButton claim={standing.claim} evidence={evidenceOf(standing.claim)} on={on}>
                          <StandingText standing={standing} />
                        </LineButton>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </div>
          {silent.length > 0 && <p class="silent">The article does not say where these stand: {silent.join(', ')}.</p>}
        </section>
      ))}
    </>
  )
}

function StandingText({ standing: { name, label, voice, rationale } }: { standing: Standing }) {
  const notes = [label === 'mixed' ? 'both' : undefined, voice === 'reported' ? 'as others say' : undefined, rationale]
  return (
    <>
      <strong>{name}</strong>
      {notes.filter(Boolean).map((note) => (
        <span class="note" key={note}>
          {' '}
          {note}
        </span>
      ))}
    </>
  )
}

function ReactionsView({ analysis, on }: { analysis: Analysis; on: Light }) {
  const { reactions } = analysis
  return (
    <>
      <h2>Reactions</h2>
      {reactions.length === 0 && <p class="none">The article holds none.</p>}
      <ul class="reactions">
        {reactions.map(({ id, actor, kind, polarity, content, quote, evidence }) => (
          <li key={id}>
            <LineButton claim={id} evidence={quote ? [] : evidence} on={on}>
              <strong>{actorName(analysis, actor)}</strong> <span class={`tag ${polarity}`}>{kind}</span>{' '}
              {quote ? <q>{quote.text}</q> : content}
            </LineButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function Checked({ analysis: { grounding, recipe, usage } }: { analysis: Analysis }) {
  const { engine = '', model } = recipe.steps.actors ?? {}
  const faults = grounding.warnings.filter(({ note }) => note !== true)
  return (
    <details class="checked">
      <summary>
        {model === undefined ? `Made by rules, without a model (${engine})` : `Made by ${model}`}. {grounding.checked}{' '}
        lines checked against the article, {grounding.dropped} dropped
      </summary>
      <p>
        {grounding.repaired} lines were put right.{' '}
        {usage.calls > 0 && `${usage.calls} calls of the model, ${usage.tokensIn} tokens in, ${usage.tokensOut} out.`}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ message }, index) => (
            <li key={index}>{message}</li>
          ))}
        </ul>
      )}
    </details>
  )
}
