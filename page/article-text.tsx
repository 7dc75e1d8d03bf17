import { useMemo } from 'preact/hooks'
import type { Result } from './api.ts'
import { paragraphsOf, piecesOf, type Rest } from './pieces.ts'

type Props = {
  result: Result
  text: string
  rests: readonly Rest[]
  lit: ReadonlySet<string>
  onPoint(...claims: string[]): void
}

/** The source, as text and nothing else. Words that a line rests on are marked, and lit while the line is pointed at. */
export function ArticleText({ result, text, rests, lit, onPoint }: Props) {
  const { title, outlet, author, publishedAt, url, language } = result
  const paragraphs = useMemo(() => paragraphsOf(text).map((place) => piecesOf(text, place, rests)), [text, rests])
  const about = [outlet, author, publishedAt?.slice(0, 10)].filter(Boolean).join(' · ')
  return (
    <article class="source" aria-label="The article" lang={language} dir="auto">
      {title && <h2>{title}</h2>}
      {about && <p class="about">{about}</p>}
      {url && /^https?:/.test(url) && (
        <p class="about">
          <a href={url} rel="noreferrer noopener">
            {url}
          </a>
        </p>
      )}
      {paragraphs.map((pieces) => (
        <p key={pieces[0]?.start}>
          {pieces.map(({ start, text: words, claims }) =>
            claims.length === 0 ? (
              words
            ) : (
              <mark
                key={start}
                data-claims={claims.join(' ')}
                class={claims.some((claim) => lit.has(claim)) ? 'lit' : ''}
                onMouseEnter={() => onPoint(...claims)}
                onMouseLeave={() => onPoint()}
              >
                {words}
              </mark>
            ),
          )}
        </p>
      ))}
    </article>
  )
}

/** Brings the words of a line before the eyes. */
export function showWords(claim: string): void {
  const words = [...document.querySelectorAll('mark[data-claims]')].find((mark) =>
    mark.getAttribute('data-claims')?.split(' ').includes(claim),
  )
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  words?.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
}
