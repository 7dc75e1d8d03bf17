import { WIDE_CALLS } from '../pipeline/engines/probe-widely.ts'
import type { Place } from '../pipeline/engines/servers/find-servers.ts'
import type { ModelServer } from '../pipeline/engines/servers/get-page.ts'
import { isOwnHost } from '../pipeline/engines/servers/own-host.ts'
import { type Config, readConfig } from '../workers/config.ts'
import { serverOf } from '../workers/engines.ts'
import { EXIT } from './exit.ts'
import type { CommonFlags } from './options.ts'
import { surveyDocument, surveyText } from './print-models.ts'
import { readable } from './readable.ts'
import { shownAddress, surveyModels } from './survey-models.ts'
import { print, printJson, tell, terminal } from './terminal.ts'

type ModelsFlags = CommonFlags & { model?: string; list?: boolean }

/** Finds model servers, asks what their models can do, and says which to use and how. */
export async function models({ data, json, model, list = false }: ModelsFlags): Promise<void> {
  const config = readConfig(process.env, { dataFolder: data })
  const configured = configuredServer(config)
  const survey = await surveyModels({
    ...(configured && { configured }),
    ...(model !== undefined && { model }),
    ...(config.model !== undefined && { usualModel: config.model }),
    isListOnly: list,
    ...(!json && { onAsk: tellWhatIsAsked }),
  })
  if (json) printJson(surveyDocument(survey))
  else print(surveyText(survey, { width: terminal().width, isListOnly: list }))
  if (survey.failed.length > 0 && survey.probed.length === 0) process.exitCode = EXIT.failed
}

/** A key alone means OpenAI; neither means nobody. */
function configuredServer(config: Config): ModelServer | undefined {
  const { openaiBaseUrl, openaiApiKey = NO_KEY } = config
  return openaiBaseUrl === undefined && openaiApiKey === NO_KEY ? undefined : serverOf(config)
}

/** What servers of one's own are given in place of a key. */
const NO_KEY = 'none'

function tellWhatIsAsked(model: string, place: Place): void {
  const isBilled = !isOwnHost(new URL(place.baseUrl).hostname)
  const calls = `about ${WIDE_CALLS} short calls${isBilled ? ', which are billed (--list makes none)' : ''}`
  tell(`Asking ${readable(model)} at ${shownAddress(place)}: ${calls} …`)
}
