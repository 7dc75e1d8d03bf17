import type { Analysis, Stance, StanceLabel } from '../pipeline/schema/analysis.ts'
import { namesIn, STANCE_WORDS } from './claims.ts'
import { Line } from './lighting.tsx'

type Named = (id: string) => string

/** The picture of who stands where: an axis for each issue, and for each actor that others speak of. */
export function Standpoints({ analysis }: { analysis: Analysis }) {
  const { issues, actors, stances, mainIssue } = analysis
  const nameOf = namesIn(analysis)
  const known = stances.filter(({ label }) => label !== 'unstated')
  const aboutActors = actors.filter(({ id }) => known.some(({ target }) => target === id))
  return (
    <section aria-labelledby="standpoints">
      <h2 id="standpoints">Who stands where</h2>
      {issues.map(({ id, statement }) => (
        <div key={id} class="axis">
          <h3 class="target">
            <Line id={id}>
              <span class="kicker" lang="en">
                {id === mainIssue ? 'On the main issue' : 'On'}
              </span>
              {statement}
            </Line>
          </h3>
          <Axis stances={known.filter(({ target }) => target === id)} analysis={analysis} nameOf={nameOf} />
          <Unstated
            isOpen={id === mainIssue}
            stances={stances.filter(({ target, label }) => target === id && label === 'unstated')}
            nameOf={nameOf}
          />
        </div>
      ))}
      {aboutActors.map(({ id, name }) => (
        <div key={id} class="axis">
          <h3 class="target">
            <span class="kicker">Towards</span> <bdi>{name}</bdi>
          </h3>
          <Axis stances={known.filter(({ target }) => target === id)} analysis={analysis} nameOf={nameOf} />
        </div>
      ))}
    </section>
  )
}

const ORDER: readonly StanceLabel[] = ['oppose', 'mixed', 'neutral', 'support']

function Axis({ stances, analysis, nameOf }: { stances: readonly Stance[]; analysis: Analysis; nameOf: Named }) {
  if (stances.length === 0) return <p class="quiet">The article shows nobody taking a position.</p>
  const sorted = [...stances].sort((a, b) => ORDER.indexOf(a.label) - ORDER.indexOf(b.label))
  return (
    <>
      <div class="axis-head" aria-hidden="true">
        <span class="ends">
          <span>opposes</span> <span>neutral</span> <span>supports</span>
        </span>
      </div>
      <ul class="axis-rows">
        {sorted.map((stance) => (
          <li key={stance.id}>
            <Standpoint
              stance={stance}
              role={analysis.actors.find(({ id }) => id === stance.actor)?.role}
              nameOf={nameOf}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function Standpoint({ stance, role, nameOf }: { stance: Stance; role?: string; nameOf: Named }) {
  const { id, actor, label, voice, rationale, confidence, model } = stance
  const small = [role, voice === 'reported' && 'as others tell it', model && labelledBy(model)]
    .filter(Boolean)
    .join(' · ')
  return (
    <Line id={id} class={`standpoint ${label}`}>
      <span class="who">
        <bdi>{nameOf(actor)}</bdi>
        {small && <small>{small}</small>}
      </span>
      <Mark label={label} />
      <span class="label" lang="en">
        {STANCE_WORDS[label]}
        {confidence && <small>{Math.round(confidence.value * 100)} %</small>}
      </span>
      {rationale && <span class="why">{rationale}</span>}
    </Line>
  )
}

/** Whose label it is, where it is not that of the model that was asked first. */
function labelledBy(model: string): string {
  return `labelled by ${model}`
}

/** A place on the axis, told apart by form as well as by colour. The words beside it say the same. */
function Mark({ label }: { label: StanceLabel }) {
  return (
    <svg class="mark" viewBox="0 0 180 24" width="180" height="24" aria-hidden="true">
      <path class="rail" d="M10 12H170M90 4V20" />
      {(label === 'oppose' || label === 'mixed') && <MarkEnd at={14} sign="M10 12H18" isHalf={label === 'mixed'} />}
      {(label === 'support' || label === 'mixed') && (
        <MarkEnd at={166} sign="M162 12H170M166 8V16" isHalf={label === 'mixed'} />
      )}
      {label === 'neutral' && <circle class="ring" cx="90" cy="12" r="7" />}
    </svg>
  )
}

function MarkEnd({ at, sign, isHalf }: { at: number; sign: string; isHalf: boolean }) {
  return (
    <>
      <path class={isHalf ? 'reach half' : 'reach'} d={`M90 12H${at}`} />
      <circle class="dot" cx={at} cy="12" r="9" />
      <path class="sign" d={sign} />
    </>
  )
}

type UnstatedProps = { stances: readonly Stance[]; isOpen: boolean; nameOf: Named }

/** Of the main issue they are shown; what somebody asked for beside it may be nobody's concern in the article. */
function Unstated({ stances, isOpen, nameOf }: UnstatedProps) {
  if (stances.length === 0) return null
  return (
    <details class="unstated" open={isOpen}>
      <summary class="quiet">
        No stance found of {stances.length === 1 ? 'this one' : `these ${stances.length}`}
      </summary>
      <ul>
        {stances.map(({ id, actor, model }) => (
          <li key={id}>
            <Line id={id} class="name">
              {nameOf(actor)}
              {model && <small> {labelledBy(model)}</small>}
            </Line>
          </li>
        ))}
      </ul>
    </details>
  )
}
