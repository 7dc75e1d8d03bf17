import { type ComponentChildren, createContext } from 'preact'
import { useContext, useMemo, useState } from 'preact/hooks'
import type { Claim } from './claims.ts'
import type { Paragraph, Piece } from './pieces.ts'

/** What is looked at: a line, whose words light up in the article, or words, whose lines light up in the analysis. */
export type Looked = { from: 'line'; claim: Claim } | { from: 'words'; piece: Piece }

export type Lighting = {
  /** Under the pointer or the focus, or else kept by a click. */
  looked?: Looked
  kept?: Looked
  /** Of the article, and of every line but the names of things on the page. */
  language: string
  point(looked: Looked | undefined): void
  /** The same again is let go. */
  keep(looked: Looked | undefined): void
  claim(id: string): Claim | undefined
  /** Numbers of the paragraphs that a line rests on, from 1. */
  placesOf(claim: Claim): number[]
}

const Context = createContext<Lighting | undefined>(undefined)
export const LightingProvider = Context.Provider

export function useLighting(): Lighting {
  const lighting = useContext(Context)
  if (lighting === undefined) throw new Error('a line stands outside a result')
  return lighting
}

type Shown = { claims: readonly Claim[]; paragraphs: readonly Paragraph[]; language: string }

export function useNewLighting({ claims, paragraphs, language }: Shown): Lighting {
  const [pointed, point] = useState<Looked>()
  const [kept, setKept] = useState<Looked>()
  const known = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const places = useMemo(() => placesIn(paragraphs), [paragraphs])
  return {
    looked: pointed ?? kept,
    kept,
    language,
    point,
    keep: (looked) => setKept(looked && isSame(looked, kept) ? undefined : looked),
    claim: (id) => known.get(id),
    placesOf: (claim) => places.get(claim) ?? [],
  }
}

function placesIn(paragraphs: readonly Paragraph[]): Map<Claim, number[]> {
  const places = new Map<Claim, number[]>()
  for (const [at, { pieces }] of paragraphs.entries()) {
    for (const claim of new Set(pieces.flatMap(({ claims }) => claims))) {
      places.set(claim, [...(places.get(claim) ?? []), at + 1])
    }
  }
  return places
}

export function isSame(one: Looked | undefined, other: Looked | undefined): boolean {
  if (one?.from === 'line' && other?.from === 'line') return one.claim === other.claim
  return one?.from === 'words' && other?.from === 'words' && one.piece === other.piece
}

export function isLit({ looked }: Lighting, piece: Piece): boolean {
  if (looked === undefined) return false
  return looked.from === 'line' ? piece.claims.includes(looked.claim) : looked.piece === piece
}

type LineProps = { id: string; class?: string; children: ComponentChildren }

/** A line of the analysis. One that rests on no words of the article is only text. */
export function Line({ id, class: name = '', children }: LineProps) {
  const lighting = useLighting()
  const claim = lighting.claim(id)
  if (!claim?.spans.length) {
    return (
      <div class={`line ${name}`} dir="auto" lang={lighting.language}>
        {children}
      </div>
    )
  }
  const looked: Looked = { from: 'line', claim }
  return (
    <button
      type="button"
      id={`line-${id}`}
      class={`line ${name} ${isOn(lighting, claim) ? 'on' : ''}`}
      dir="auto"
      lang={lighting.language}
      aria-pressed={isSame(lighting.kept, looked)}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && lighting.point(looked)}
      onPointerLeave={() => lighting.point(undefined)}
      onFocus={() => lighting.point(looked)}
      onBlur={() => lighting.point(undefined)}
      onClick={({ currentTarget }) => {
        lighting.keep(looked)
        currentTarget.scrollIntoView({ block: 'nearest' })
      }}
    >
      {children} <Places numbers={claim.isMention ? [] : lighting.placesOf(claim)} />
    </button>
  )
}

function isOn({ looked }: Lighting, claim: Claim): boolean {
  return looked?.from === 'line' ? looked.claim === claim : (looked?.piece.claims.includes(claim) ?? false)
}

function Places({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0) return null
  return (
    <span class="places" lang="en">
      <span aria-hidden="true">¶</span>
      <span class="out-of-sight">paragraph</span> {numbers.join(', ')}
    </span>
  )
}
