import { codeOf, StandpointError } from '../../schema/errors.ts'
import type { ModelServer } from './get-page.ts'
import { type Listing, listModels } from './list-models.ts'

/** Where a server may be. `port`: a port of this machine that such servers usually have. */
export type Place = ModelServer & { from: 'settings' | 'port'; usually?: string }

/** What was found at a place; `reason` is for a person. */
export type Looked =
  | { kind: 'found'; place: Place; listing: Listing }
  | { kind: 'missing'; place: Place; reason: string; error?: StandpointError }

/** Ports of this machine, by the servers that have them unless they are told otherwise. */
const USUAL_PORTS: readonly UsualPort[] = [
  { port: 8080, usually: 'llama.cpp' },
  { port: 9931, usually: 'llama.cpp' }, // its newer versions (its pull request 26508)
  { port: 11_434, usually: 'Ollama' },
  { port: 1234, usually: 'LM Studio' },
  { port: 8000, usually: 'vLLM' },
]
export type UsualPort = { port: number; usually: string }

/**
 * Looks for model servers: the one of the settings, and this machine's usual ports. All that is sent is a question for the list of
 * models, side by side to all; the key of the settings goes to the server of the settings alone. Never throws for what is missing.
 */
export async function findServers(
  configured: ModelServer | undefined,
  { ports = USUAL_PORTS, signal }: { ports?: readonly UsualPort[]; signal?: AbortSignal } = {},
): Promise<Looked[]> {
  const usual = ports.map(({ port, usually }): Place => {
    return { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: NO_KEY, from: 'port', usually }
  })
  const settings: Place[] = configured === undefined ? [] : [{ ...configured, from: 'settings' }]
  const taken = new Set(settings.map(addressOf))
  const places = [...settings, ...usual.filter((place) => !taken.has(addressOf(place)))]
  return Promise.all(places.map((place) => lookAt({ ...place, ...(signal && { signal }) })))
}

/** Servers of one's own take any word for a key, and some want one. */
const NO_KEY = 'none'

/** One server has several names on its own machine. */
function addressOf({ baseUrl }: Place): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined) return baseUrl
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return `${OWN_NAMES.has(url.hostname) ? 'here' : url.hostname}:${port}`
}

const OWN_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0'])

async function lookAt(place: Place): Promise<Looked> {
  try {
    const isUsual = place.from === 'port'
    const listing = await listModels(place, { timeLimitMs: isUsual ? SHORT_MS : LONG_MS })
    // Many programs have such a port; one that is named in the settings may do without a list.
    if (!isUsual || listing.isList) return { kind: 'found', place, listing }
    return { kind: 'missing', place, reason: 'something answers, but lists no models' }
  } catch (error) {
    place.signal?.throwIfAborted()
    if (!(error instanceof StandpointError)) throw error
    return { kind: 'missing', place, reason: reasonOf(error, place), error }
  }
}

const SHORT_MS = 3_000
const LONG_MS = 15_000

function reasonOf(error: StandpointError, { from }: Place): string {
  const { code, message, cause } = error
  if (code === 'MODEL_UNREACHABLE')
    return codeOf(cause) === 'ECONNREFUSED' ? 'nobody listens' : `no answer (${codeOf(cause)})`
  return code === 'MODEL_KEY_REFUSED' && from === 'port' ? 'something answers, and wants a key' : message
}
