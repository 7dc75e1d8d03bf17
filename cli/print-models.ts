import { existsSync } from 'node:fs'
import { inWords } from '../pipeline/engines/choose-mode.ts'
import type { WideProbe } from '../pipeline/engines/probe-widely.ts'
import type { Place } from '../pipeline/engines/servers/find-servers.ts'
import type { ListedModel } from '../pipeline/engines/servers/list-models.ts'
import type { ModelSize } from '../pipeline/engines/servers/model-size.ts'
import { errorFields, errorText } from './exit.ts'
import { readable } from './readable.ts'
import { shellWord } from './shell-word.ts'
import { type Failed, type Found, missingLine, type Probed, type Survey, shownAddress } from './survey-models.ts'
import { wrap } from './wrap.ts'

type Width = { width: number }

/** What was found, as a table for each model that was asked, and at the end what to set and to run. */
export function surveyText(survey: Survey, { width, isListOnly }: Width & { isListOnly: boolean }): string {
  const { looked, recommended } = survey
  const servers = looked.flatMap((each) => (each.kind === 'found' ? [serverText(each, survey, { width })] : []))
  const missing = looked.filter(({ kind, place }) => kind === 'missing' && place.from === 'settings').map(missingLine)
  const end = recommended ? recommendationText(recommended, { width }) : isListOnly ? LIST_ONLY : NOTHING_ASKED
  return [...servers, ...missing, end].join('\n\n')
}

const LIST_ONLY =
  'No model was asked. Without --list, "standpoint models" asks what they can do and which mode suits them.'
const NOTHING_ASKED = 'No model could be recommended. Name one of those above: standpoint models --model NAME'

function serverText(found: Found, { probed, failed }: Survey, { width }: Width): string {
  const { place, listing } = found
  const here = <T extends { place: Place; model: string }>(all: readonly T[]) =>
    all.filter((each) => each.place === place)
  const asked = here(probed)
  const broken = here(failed)
  const names = new Set([...asked, ...broken].map(({ model }) => model))
  const others = listing.models.filter(({ id }) => !names.has(id))
  return [
    `${shownAddress(place)}: ${listing.kind}${place.from === 'settings' ? ', from the settings' : ''}`,
    ...asked.map((each) => indent(probedText(each, { width: width - 2 }))),
    ...broken.map((each) => indent(failedText(each))),
    ...othersLines(others, { isAlone: names.size === 0, isList: listing.isList }),
  ].join('\n')
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}

function probedText({ model, probe, mode, reason }: Probed, { width }: Width): string {
  const rows: [string, string][] = [...rowsOf(probe), ['mode', `${mode}. ${reason}`]]
  const lines = rows.flatMap(([name, value]) => {
    return wrap(value, { width, indent: ' '.repeat(COLUMN), first: `  ${name.padEnd(COLUMN - 2)}` })
  })
  return [readable(model), ...lines].join('\n')
}

const COLUMN = 20

function rowsOf(probe: WideProbe): [string, string][] {
  const { keepsTo, dialect, tokensPerSecond: speed, slots, refused } = probe
  const narrowed = dialect.narrowed ? ', also when it is narrowed to one article' : ''
  return [
    ['parameters', sizeText(probe.size, '')],
    ['context', contextText(probe)],
    ...(slots === undefined ? [] : [['at one time', countOf(slots, 'request')] satisfies [string, string]]),
    ['JSON Schema', keepsTo.jsonSchema ? `kept${narrowed}` : 'not kept'],
    ['tools', keepsTo.tools ? 'kept to' : 'not kept to: it does not call the tool that it is told to call'],
    [
      'probabilities',
      probe.topLogprobs > 0 ? `of ${probe.topLogprobs} alternatives a token (20 were asked for)` : 'none',
    ],
    ['prompt cache', cacheText(probe)],
    ['speed', `reads about ${rounded(speed.prompt)} and writes about ${rounded(speed.output)} tokens a second`],
    ['refused', refused.length === 0 ? 'nothing' : readable(refused.join(', '))],
    [
      'asked with',
      `${countOf(probe.calls, 'call')}, ${grouped(probe.tokensIn)} tokens in and ${grouped(probe.tokensOut)} out`,
    ],
  ]
}

/** `unit`: what is counted, where it does not stand before. */
function sizeText(size: ModelSize | undefined, unit: '' | ' parameters'): string {
  if (size === undefined) return 'not told'
  return `${inWords(size.parameters)}${unit}${size.toldBy === 'name' ? ', going by its name' : ''}`
}

function contextText({ contextTokens, kind }: WideProbe): string {
  if (contextTokens === undefined) return 'not told (STANDPOINT_CONTEXT_TOKENS sets it)'
  const hint =
    kind === 'Ollama' && contextTokens <= 4096 ? ', which is little: start Ollama with OLLAMA_CONTEXT_LENGTH=16384' : ''
  return `${grouped(contextTokens)} tokens${hint}`
}

function cacheText({ repeated, cachesPrompts }: WideProbe): string {
  if (repeated === undefined) return 'the server does not tell'
  if (repeated.tokens === 0 && !cachesPrompts) return 'not seen'
  return `${grouped(repeated.tokens)} of ${grouped(repeated.ofTokens)} tokens of a prompt that was sent twice`
}

function failedText({ model, error }: Failed): string {
  return `${readable(model)}: ${errorText(error)}`
}

const OTHERS_SHOWN = 12

function othersLines(
  models: readonly ListedModel[],
  { isAlone, isList }: { isAlone: boolean; isList: boolean },
): string[] {
  if (models.length === 0) return isAlone ? [isList ? '  it has no model yet' : '  it does not list its models'] : []
  const lines = models.slice(0, OTHERS_SHOWN).map((model) => `  ${readable(model.id)}${listedText(model)}`)
  const more = models.length - lines.length
  return [
    ...(isAlone ? [] : ['  not asked (name one with --model):']),
    ...lines,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]
}

function listedText({ size, contextTokens, isLoaded, isChat, isElsewhere }: ListedModel): string {
  const told = [
    size && sizeText(size, ' parameters'),
    contextTokens && `context ${grouped(contextTokens)}`,
    isLoaded && 'loaded',
    !isChat && 'not for reading articles',
    isElsewhere && 'runs elsewhere',
  ].filter((part) => part)
  return told.length === 0 ? '' : ` (${told.join('; ')})`
}

function recommendationText(recommended: Probed, { width }: Width): string {
  const { model, mode, place } = recommended
  const text = `Use ${readable(model)} at ${shownAddress(place)}; mode auto, the default, asks it in the mode ${mode}.`
  const settings = Object.entries(environmentOf(recommended)).map(
    ([name, value]) => `  export ${name}=${shellWord(value)}`,
  )
  return [...wrap(text, { width, indent: '', first: '' }), '', ...settings, `  ${nextCommand()}`].join('\n')
}

/** A key that is set for somebody else must not be sent to a server that was found; one's own server wants a word in its place. */
function environmentOf({ model, place }: Probed): Record<string, string> {
  const { username, password } = new URL(place.baseUrl)
  return {
    ...(username === '' && password === '' && { OPENAI_BASE_URL: place.baseUrl }),
    ...(place.from === 'port' && { OPENAI_API_KEY: 'none' }),
    STANDPOINT_MODEL: model,
  }
}

const SAMPLE = 'samples/archive/02-ferry-strike.txt'

function nextCommand(): string {
  return `npx standpoint analyze ${existsSync(SAMPLE) ? SAMPLE : 'my-article.txt'}`
}

/**
 * The same for programs. What shapes a request stands under `recipe`, as it is part of every analysis that is made so; what was
 * measured stands beside it.
 */
export function surveyDocument({ looked, probed, failed, recommended }: Survey): unknown {
  return {
    servers: looked.flatMap((each) => (each.kind === 'found' ? [serverDocument(each)] : [])),
    missing: looked.flatMap((each) => {
      return each.kind === 'missing'
        ? [{ baseUrl: shownAddress(each.place), from: each.place.from, reason: each.reason }]
        : []
    }),
    probed: probed.map(probedDocument),
    failed: failed.map(({ place, model, error }) => ({ baseUrl: shownAddress(place), model, ...errorFields(error) })),
    recommended: recommended && {
      baseUrl: shownAddress(recommended.place),
      model: recommended.model,
      mode: recommended.mode,
      reason: recommended.reason,
      environment: environmentOf(recommended),
      command: nextCommand(),
    },
  }
}

function serverDocument({ place, listing }: Found): unknown {
  return { baseUrl: shownAddress(place), from: place.from, kind: listing.kind, models: listing.models }
}

function probedDocument({ place, model, probe, mode, reason }: Probed): unknown {
  const { dialect, contextTokens, slots, size, topLogprobs, keepsTo, refused, calls, tokensIn, tokensOut } = probe
  return {
    baseUrl: shownAddress(place),
    model,
    mode,
    reason,
    recipe: { dialect, contextTokens },
    measured: {
      keepsTo,
      topLogprobs,
      refused,
      repeated: probe.repeated,
      tokensPerSecond: probe.tokensPerSecond,
      slots,
      size,
    },
    cost: { calls, tokensIn, tokensOut },
  }
}

function grouped(count: number): string {
  return Math.round(count).toLocaleString('en')
}

function rounded(speed: number): string {
  return speed < 10 ? String(Number(speed.toPrecision(2))) : grouped(speed)
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
