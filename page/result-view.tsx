import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Analysis, Result, Warning } from '../pipeline/schema/analysis.ts'
import { useAnnounce } from './announce.tsx'
import { claimsOf } from './claims.ts'
import { madeBy, titleOf } from './copy.ts'
import { CopyOut } from './copy-out.tsx'
import { type Lighting, LightingProvider, Line, useNewLighting } from './lighting.tsx'
import { paragraphsOf } from './pieces.ts'
import { Reactions } from './reactions.tsx'
import { Source } from './source.tsx'
import { Standpoints } from './standpoints.tsx'

/** An analysis beside its article. */
export function ResultView({ result }: { result: Result }) {
  const { analysis, text = '' } = result
  const claims = useMemo(() => claimsOf(analysis), [analysis])
  const paragraphs = useMemo(() => paragraphsOf(text, claims), [text, claims])
  const lighting = useNewLighting({ claims, paragraphs, language: analysis.language })
  useSpokenEvidence(lighting, text)
  useEscape(() => lighting.keep(undefined))
  return (
    <LightingProvider value={lighting}>
      <div class="result">
        <div class="analysis">
          <Head result={result} />
          <SummarySection analysis={analysis} />
          <Standpoints analysis={analysis} />
          <Reactions analysis={analysis} />
          <Making analysis={analysis} />
        </div>
        <Source result={result} paragraphs={paragraphs} />
      </div>
    </LightingProvider>
  )
}

function useEscape(act: () => void): void {
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent) => key === 'Escape' && act()
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}

const MOST_SPOKEN = 400

/** Who hears the page is told the words that a line rests on when the line is chosen. */
function useSpokenEvidence({ kept }: Lighting, text: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (kept?.from !== 'line') return
    const words = kept.claim.spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
    announce(`In the article: ${words.slice(0, MOST_SPOKEN)}`)
  }, [kept])
}

function Head({ result }: { result: Result }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const announce = useAnnounce()
  const { summary, grounding } = result.analysis
  useEffect(() => {
    document.title = `${titleOf(result)} · Standpoint`
    heading.current?.focus({ preventScroll: true })
    announce('The analysis is done.')
    return () => {
      document.title = 'Standpoint'
    }
  }, [])
  return (
    <header class="head">
      <CopyOut result={result} />
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {summary.headline ? <Line id={summary.headline.id}>{summary.headline.text}</Line> : titleOf(result)}
      </h1>
      <p class="made">{madeBy(result.analysis)}</p>
      <Warnings warnings={grounding.warnings.filter(({ note }) => !note)} />
    </header>
  )
}

function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <div class="note">
      <p>
        <strong>To know before you use it</strong>
      </p>
      <ul>
        {warnings.map(({ message }, at) => (
          <li key={at}>{message}</li>
        ))}
      </ul>
    </div>
  )
}

function SummarySection({ analysis: { summary } }: { analysis: Analysis }) {
  const { brief, keyPoints } = summary
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">Summary</h2>
      <div class="brief">
        {brief.map(({ id, text }) => (
          <Line key={id} id={id}>
            {text}
          </Line>
        ))}
        {brief.length === 0 && <p class="quiet">None could be made that the article supports.</p>}
      </div>
      {keyPoints.length > 0 && <h3>Key points</h3>}
      <ul class="points">
        {keyPoints.map(({ id, text }) => (
          <li key={id}>
            <Line id={id}>{text}</Line>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How the analysis came about: what was checked, what was worked around, what it cost. */
function Making({ analysis: { recipe, grounding, defects, usage } }: { analysis: Analysis }) {
  const { engine, mode } = recipe.steps.actors
  const notes = grounding.warnings.filter(({ note }) => note)
  return (
    <details class="making">
      <summary>
        How this was made: {grounding.checked} claims checked, {grounding.repaired} put right, {grounding.dropped}{' '}
        dropped
      </summary>
      <ul>
        <li>
          Engine {engine}
          {mode && `, mode ${mode}`}, rules {recipe.rules}
        </li>
        {usage.calls > 0 && (
          <li>
            {usage.calls} calls, {usage.tokensIn} tokens in, {usage.tokensOut} out
            {usage.costUsd !== undefined && `, ${usage.costUsd.toFixed(4)} US dollars`}
          </li>
        )}
        {notes.map(({ message }, at) => (
          <li key={at}>{message}</li>
        ))}
        {defects.map(({ step, kind }, at) => (
          <li key={at}>
            Worked around in {step}: {kind}
          </li>
        ))}
      </ul>
    </details>
  )
}
