import { useEffect, useRef, useState } from 'preact/hooks'
import type { Result } from '../pipeline/schema/analysis.ts'
import { isLit, isSame, type Looked, useLighting } from './lighting.tsx'
import type { Paragraph, Piece } from './pieces.ts'

/** So long the pointer must rest before the article is scrolled to what it points at. */
const REST_MS = 140

/** The article, as text and nothing else. Words that a line rests on can be pointed at, and name their lines. */
export function Source({ result, paragraphs }: { result: Result; paragraphs: readonly Paragraph[] }) {
  const pane = useRef<HTMLDivElement>(null)
  const { looked, kept, keep } = useLighting()
  const [isPulled, setPulled] = useState(false)
  const isOpen = isPulled || kept !== undefined
  const pull = () => {
    setPulled(!isOpen)
    if (isOpen) keep(undefined)
  }
  useEffect(() => {
    if (looked?.from !== 'line') return
    const timer = setTimeout(() => showLit(pane.current), isSame(looked, kept) ? 0 : REST_MS)
    return () => clearTimeout(timer)
  }, [looked, kept])
  return (
    <section class={isOpen ? 'source open' : 'source'} aria-labelledby="source">
      <div class="source-bar">
        <h2 id="source">The article</h2>
        <button type="button" class="link sheet" aria-expanded={isOpen} onClick={pull}>
          {isOpen ? 'Close' : 'Open'}
        </button>
      </div>
      <div class="pane" ref={pane} tabIndex={paragraphs.some(hasWords) ? undefined : 0}>
        <SourceHead result={result} />
        <Paragraphs paragraphs={paragraphs} language={result.language} />
      </div>
      <Resting />
    </section>
  )
}

function SourceHead({ result: { title, outlet, author, publishedAt, url, language } }: { result: Result }) {
  const known = [outlet, author, publishedAt?.slice(0, 10), url && hostOf(url), languageName(language)].filter(Boolean)
  return (
    <header class="source-head">
      {title && (
        <p class="source-title" dir="auto">
          {title}
        </p>
      )}
      <p class="quiet">
        <bdi>{known.join(' · ')}</bdi>
      </p>
    </header>
  )
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.host
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

function languageName(tag: string): string | undefined {
  try {
    return LANGUAGES.of(tag)
  } catch {
    return tag // declared by the source, and no tag of BCP 47
  }
}

function hasWords({ pieces }: Paragraph): boolean {
  return pieces.some(isWords)
}

/** Whether lines rest on it. */
function isWords({ claims }: Piece): boolean {
  return claims.some(({ isMention }) => !isMention)
}

function Paragraphs({ paragraphs, language }: { paragraphs: readonly Paragraph[]; language: string }) {
  const [entry, setEntry] = useState<Piece>()
  const first = entry ?? paragraphs.flatMap(({ pieces }) => pieces).find(isWords)
  return (
    <ol class="paragraphs" lang={language}>
      {paragraphs.map(({ start, pieces }) => (
        <li key={start} dir="auto">
          {pieces.map((piece) =>
            isWords(piece) ? (
              <Words key={piece.start} piece={piece} isEntry={piece === first} onEnter={() => setEntry(piece)} />
            ) : (
              <PlainWords key={piece.start} piece={piece} />
            ),
          )}
        </li>
      ))}
    </ol>
  )
}

function PlainWords({ piece }: { piece: Piece }) {
  const lighting = useLighting()
  return isLit(lighting, piece) ? <span class="lit">{piece.text}</span> : piece.text
}

/** All words of the article are one stop of the Tab key; arrow keys go from one to the next. */
function Words({ piece, isEntry, onEnter }: { piece: Piece; isEntry: boolean; onEnter(): void }) {
  const lighting = useLighting()
  const looked: Looked = { from: 'words', piece }
  const enter = () => {
    onEnter()
    lighting.point(looked)
  }
  const keep = () => {
    lighting.keep(looked)
    const [claim] = piece.claims
    document.getElementById(`line-${claim?.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot break over lines as running text does
    <span
      role="button"
      tabIndex={isEntry ? 0 : -1}
      class={isLit(lighting, piece) ? 'words lit' : 'words'}
      aria-pressed={isSame(lighting.kept, looked)}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && lighting.point(looked)}
      onPointerLeave={() => lighting.point(undefined)}
      onFocus={enter}
      onBlur={({ relatedTarget }) => isAmongResting(relatedTarget) || lighting.point(undefined)}
      onClick={keep}
      onKeyDown={(event) => {
        moveBetweenWords(event)
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        keep()
      }}
    >
      {piece.text}
    </span>
  )
}

/** Names the lines that rest on the words that are looked at, and leads to them. */
function Resting() {
  const { looked, point } = useLighting()
  const lines = looked?.from === 'words' ? looked.piece.claims.filter(({ isMention }) => !isMention) : []
  return (
    <div class="resting" aria-live="polite">
      {lines.length > 0 && (
        <>
          <span>On these words rest:</span>
          {lines.map(({ id, name }) => (
            <button key={id} type="button" class="link" onBlur={() => point(undefined)} onClick={() => goTo(id)}>
              {name}
            </button>
          ))}
        </>
      )}
    </div>
  )
}

function goTo(id: string): void {
  const line = document.getElementById(`line-${id}`)
  line?.scrollIntoView({ block: 'center' })
  line?.focus({ preventScroll: true })
}

function isAmongResting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.resting') !== null
}

const STRIDES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function moveBetweenWords(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const stride = STRIDES[event.key]
  if (stride === undefined) return
  const all = [...document.querySelectorAll<HTMLElement>('.source .words')]
  const at = all.indexOf(event.currentTarget)
  event.preventDefault()
  all[at + stride]?.focus()
}

/** Scrolls the article alone, never the page, and only where the lit words are out of sight. */
function showLit(pane: HTMLElement | null): void {
  const lit = pane?.querySelector<HTMLElement>('.lit')
  if (!pane || !lit) return
  const top = lit.getBoundingClientRect().top - pane.getBoundingClientRect().top
  if (top > 10 && top + lit.offsetHeight < pane.clientHeight - 10) return
  pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 4 })
}
