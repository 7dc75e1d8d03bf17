import { chooseMode } from '../pipeline/engines/choose-mode.ts'
import { probeWidely, type WideProbe } from '../pipeline/engines/probe-widely.ts'
import { findServers, type Looked, type Place, type UsualPort } from '../pipeline/engines/servers/find-servers.ts'
import type { ModelServer } from '../pipeline/engines/servers/get-page.ts'
import { isModel, type ListedModel, type Listing } from '../pipeline/engines/servers/list-models.ts'
import { isOwnHost } from '../pipeline/engines/servers/own-host.ts'
import { RetryLater, StandpointError } from '../pipeline/schema/errors.ts'
import type { Mode } from '../pipeline/schema/recipe.ts'

export type Found = Extract<Looked, { kind: 'found' }>
/** A model that was asked. */
export type Probed = { place: Place; model: string; probe: WideProbe; mode: Mode; reason: string }
/** A model that could not be asked. */
export type Failed = { place: Place; model: string; error: StandpointError }

export type Survey = {
  looked: readonly Looked[]
  probed: readonly Probed[]
  failed: readonly Failed[]
  /** The one to use, of those that were probed. */
  recommended?: Probed
}

export type SurveyOptions = {
  /** The server of the settings. */
  configured?: ModelServer
  /** The only model to ask. */
  model?: string
  /** The model of the settings: asked before others, where it is. */
  usualModel?: string
  /** Only look, and ask no model. */
  isListOnly?: boolean
  ports?: readonly UsualPort[]
  signal?: AbortSignal
  onAsk?(model: string, place: Place): void
}

/**
 * Finds the model servers of this machine and of the settings, asks some of their models what they can do, and chooses. A hosted
 * model is asked only when it is named.
 * @throws StandpointError MODEL_UNREACHABLE when there is no server, telling what was tried; MODEL_UNKNOWN when none has the model
 */
export async function surveyModels(options: SurveyOptions): Promise<Survey> {
  const { configured, model, isListOnly, onAsk, ...looking } = options
  const looked = await findServers(configured, looking)
  const found = looked.filter((each): each is Found => each.kind === 'found')
  if (found.length === 0) throw noServer(looked)
  const listed = found.flatMap((each) => modelsToAsk(each, options).map((name) => ({ place: each.place, model: name })))
  const wanted = listed.length > 0 ? listed : unlisted(found, model)
  if (model !== undefined && wanted.length === 0) throw noSuchModel(model, found)
  const probed: Probed[] = []
  const failed: Failed[] = []
  // One after another: a speed that is measured beside other work is no speed.
  for (const each of isListOnly ? [] : wanted) {
    onAsk?.(each.model, each.place)
    const probe = await probeWidely({ ...each.place, model: each.model }).catch(asFailure)
    if (probe instanceof Error) failed.push({ ...each, error: probe })
    else probed.push({ ...each, probe, ...chooseMode(probe) })
  }
  const recommended = bestOf(probed)
  return { looked, probed, failed, ...(recommended && { recommended }) }
}

/** The hosted server of the settings: it may have more than it lists, and refuses a name that it does not know. */
function unlisted(found: readonly Found[], model: string | undefined): { place: Place; model: string }[] {
  const isElsewhere = ({ place }: Found) => place.from === 'settings' && !isOwnHost(new URL(place.baseUrl).hostname)
  return model === undefined ? [] : found.filter(isElsewhere).map(({ place }) => ({ place, model }))
}

function asFailure(error: unknown): StandpointError {
  if (error instanceof StandpointError && error.code !== 'CANCELLED') return error
  if (!(error instanceof RetryLater)) throw error
  const fix = `Try again in ${Math.ceil(error.retryAfterMs / 1000)} s.`
  return new StandpointError('MODEL_FAILED', error.message, { fix, cause: error })
}

/** A few at most: some servers load each model that they are asked for. */
const MOST_ASKED = 2

/** Of servers of one's own what is loaded, else the first; of others what is named and nothing else, since that costs. */
export function modelsToAsk(
  { place, listing }: Found,
  { model, usualModel }: Pick<SurveyOptions, 'model' | 'usualModel'>,
): readonly string[] {
  if (model !== undefined) return mayHave(listing, place, model) ? [model] : []
  if (usualModel !== undefined && mayHave(listing, place, usualModel)) return [usualModel]
  if (!isOwnHost(new URL(place.baseUrl).hostname)) return []
  const readers = listing.models.filter(({ isChat, isElsewhere }) => isChat && !isElsewhere)
  const loaded = readers.filter(({ isLoaded }) => isLoaded)
  const few = loaded.length > 0 ? loaded : readers
  return few.slice(0, few.length > MOST_ASKED ? 1 : MOST_ASKED).map(({ id }) => id)
}

/** A server of the settings that has no list, or one of deployments, may have a model all the same. */
function mayHave({ kind, isList, models }: Listing, { from }: Place, model: string): boolean {
  if (models.some((each: ListedModel) => isModel(each, model))) return true
  return from === 'settings' && (!isList || kind === 'Azure OpenAI')
}

/** That of the settings before one that was found; then the larger. */
function bestOf(probed: readonly Probed[]): Probed | undefined {
  const rank = ({ place }: Probed) => (place.from === 'settings' ? 0 : 1)
  const size = ({ probe }: Probed) => probe.size?.parameters ?? 0
  return probed.toSorted((a, b) => rank(a) - rank(b) || size(b) - size(a))[0]
}

function noServer(looked: readonly Looked[]): StandpointError {
  const ofSettings = looked.find(({ place }) => place.from === 'settings')
  const code = (ofSettings?.kind === 'missing' && ofSettings.error?.code) || 'MODEL_UNREACHABLE'
  return new StandpointError(code, 'No model server was found that can be used', {
    where: looked.map(missingLine).join('\n'),
    fix: 'Start one, for example with "ollama serve" or "llama-server -m MODEL.gguf -c 16384", or set OPENAI_BASE_URL (and OPENAI_API_KEY); docs/models.md has the commands for each. Without a model, rules do the work: standpoint analyze FILE.',
  })
}

/** Where somebody looked, and why there is nothing. */
export function missingLine(looked: Looked): string {
  const { from, usually } = looked.place
  const what = from === 'settings' ? 'the settings' : `usually ${usually}`
  return `${shownAddress(looked.place)} (${what}): ${looked.kind === 'missing' ? looked.reason : 'found'}`
}

/** Without the user name and the password that an address may hold. */
export function shownAddress({ baseUrl }: Place): string {
  const { origin, pathname } = new URL(baseUrl)
  return `${origin}${pathname}`
}

function noSuchModel(model: string, found: readonly Found[]): StandpointError {
  const names = found.flatMap(({ listing }) => listing.models.map(({ id }) => id))
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : ''
  const there =
    names.length === 0 ? 'They list no models.' : `They have ${names.slice(0, NAMES_SHOWN).join(', ')}${more}.`
  return new StandpointError('MODEL_UNKNOWN', `No server that was found lists the model "${model}"`, {
    where: found.map(({ place }) => shownAddress(place)).join('\n'),
    fix: `${there} Name one with --model, or leave it out.`,
  })
}

const NAMES_SHOWN = 12
