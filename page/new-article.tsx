import { useState } from 'preact/hooks'
import type { AnalysisRequest } from '../api/shapes.ts'
import { ArticleField } from './article-field.tsx'
import { ask, RequestFailed, type Trouble, troubleOf } from './client.ts'
import { Recent } from './recent.tsx'
import { rememberHeadline } from './session.ts'
import { type Draft, EMPTY_DRAFT, submissionOf } from './submission.ts'
import { TroubleNote } from './trouble.tsx'

type Props = { secret: string; onRefused(trouble: Trouble): void }

/** The first view: an article goes in, or an earlier one is opened again. */
export function NewArticle({ secret, onRefused }: Props) {
  return (
    <div class="desk">
      <ArticleForm secret={secret} onRefused={onRefused} />
      <Recent secret={secret} onRefused={onRefused} />
    </div>
  )
}

function ArticleForm({ secret, onRefused }: Props) {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT)
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = async (event: Event) => {
    event.preventDefault()
    const body = submissionOf(draft)
    if (body === undefined) return setTrouble(NO_ARTICLE)
    setBusy(true)
    try {
      const { id } = await ask<AnalysisRequest>('/v1/analyses', { secret, method: 'POST', body })
      rememberHeadline(id, firstWords(draft.text))
      location.hash = id
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 401) return onRefused(error.trouble)
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  return (
    <form class="new" onSubmit={submit} noValidate>
      <h1>What does it say, and who stands where?</h1>
      <ArticleField draft={draft} onChange={change} onTrouble={setTrouble} />
      <div class="beside">
        <Field
          name="url"
          label="Web address"
          hint="Alone, the article is fetched from there. With a text, it is kept as the source."
          draft={draft}
          onChange={change}
        />
        <LengthChoice draft={draft} onChange={change} />
      </div>
      <More draft={draft} onChange={change} />
      {trouble && <TroubleNote trouble={trouble} />}
      <button type="submit" class="main" disabled={isBusy}>
        {isBusy ? 'Sending…' : 'Analyse'}
      </button>
    </form>
  )
}

/** What an article without a title is known by until it has a headline. */
function firstWords(text: string): string {
  const words = text.trim().slice(0, 200).split(/\s+/)
  return words.length > 10 ? `${words.slice(0, 10).join(' ')} …` : words.join(' ')
}

const NO_ARTICLE: Trouble = {
  title: 'There is no article yet',
  detail: 'Paste its text, drop a file, or give its web address.',
}

type Part = { draft: Draft; onChange(part: Partial<Draft>): void }
type TextPart = 'title' | 'url' | 'language' | 'targets' | 'actors'

type FieldProps = Part & { name: TextPart; label: string; hint: string; isLong?: boolean }

function Field({ name, label, hint, isLong, draft, onChange }: FieldProps) {
  const control = {
    id: name,
    'aria-describedby': `${name}-hint`,
    value: draft[name],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onChange({ [name]: currentTarget.value }),
  }
  return (
    <div class="field">
      <label for={name}>
        {label} <span class="quiet">(optional)</span>
      </label>
      {isLong ? <textarea {...control} rows={3} /> : <input {...control} inputMode={name === 'url' ? 'url' : 'text'} />}
      <p id={`${name}-hint`} class="quiet">
        {hint}
      </p>
    </div>
  )
}

const LENGTHS = ['short', 'standard', 'long'] as const

function LengthChoice({ draft, onChange }: Part) {
  return (
    <fieldset class="choice">
      <legend>Length of the summary</legend>
      <div class="segments">
        {LENGTHS.map((length) => (
          <label key={length}>
            <input type="radio" name="length" checked={draft.length === length} onChange={() => onChange({ length })} />
            <span>{length}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const MORE: readonly Omit<FieldProps, keyof Part>[] = [
  { name: 'title', label: 'Title of the article', hint: 'Shown above it, never cited.' },
  { name: 'language', label: 'Language', hint: 'A tag such as es or pt-BR, where it is not recognised by itself.' },
  {
    name: 'targets',
    label: 'Where does everybody stand on…',
    hint: 'Propositions or actors, one a line.',
    isLong: true,
  },
  {
    name: 'actors',
    label: 'Where do these stand?',
    hint: 'Actors, one a line, whether the article names them or not.',
    isLong: true,
  },
]

function More(part: Part) {
  return (
    <details class="more">
      <summary>More</summary>
      {MORE.map((field) => (
        <Field key={field.name} {...field} {...part} />
      ))}
    </details>
  )
}
