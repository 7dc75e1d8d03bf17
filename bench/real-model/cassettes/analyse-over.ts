import { analyse } from '../../../pipeline/analyse.ts'
import { extractiveEngine } from '../../../pipeline/engines/extractive.ts'
import { openaiEngine } from '../../../pipeline/engines/openai.ts'
import { type ChatRequest, type Scripted, scriptedServer } from '../../../pipeline/engines/scripted-server.fake.ts'
import { read } from '../../../pipeline/rules/read.ts'
import type { Analysis } from '../../../pipeline/schema/analysis.ts'
import type { Article } from '../../../pipeline/schema/article.ts'
import type { RecordedAnswer } from '../../../pipeline/schema/call-contract.ts'
import type { EngineFor } from '../../../pipeline/schema/contracts.ts'
import { loadPrompts } from '../../../prompts/load-prompts.ts'
import { PromptStep } from '../../../prompts/parse-prompt.ts'
import { readConfig } from '../../../workers/config.ts'
import { recipeOf } from '../../../workers/recipe-of.ts'
import type { CassetteLabel } from './cassette.ts'
import { type HeardQuestion, hearQuestions } from './hear-questions.ts'

/** A request, and which question of the pipeline it puts for which time: 2 after an answer that was of no use. */
export type AskedFor = HeardQuestion & { request: ChatRequest; attempt: number }

export type Answerer = {
  /** undefined where there is no answer: that ends the analysis. */
  answerTo(asked: AskedFor): Promise<RecordedAnswer | undefined>
  /** What the analysis then throws. */
  missing(asked: AskedFor): Error
}

type Way = Pick<CassetteLabel, 'model' | 'mode' | 'dialect' | 'contextTokens'>

/**
 * Analyses an article by the real steps, engine, grounding and HTTP; only who answers is given.
 * @throws what the answerer makes of a question that it has no answer to
 */
export async function analyseOver(article: Article, way: Way, { answerTo, missing }: Answerer): Promise<Analysis> {
  const heard = hearQuestions()
  const attempts = new Map<string, number>()
  const ended = new AbortController()
  await using server = await scriptedServer(async (request): Promise<Scripted> => {
    const { question, choice } = heard.questionIn(request)
    const attempt = (attempts.get(question) ?? 0) + 1
    attempts.set(question, attempt)
    const asked = { request, question, choice, attempt }
    const answer = await answerTo(asked)
    if (answer) return { kind: 'answer', ...answer, headers: withoutTransport(answer.headers) }
    // A refusal would be taken for one of a parameter, and the question put in other ways.
    ended.abort(missing(asked))
    return { kind: 'hang' }
  })
  const { model, dialect, contextTokens } = way
  const texts = (await loadPrompts()).textsFor({}, new Set(way.mode === 'guided' ? PromptStep.options : []))
  const asking = { model, apiKey: 'none', baseUrl: server.baseUrl, dialect, contextTokens, texts, slots: 1 }
  const byModel = heard.listening(openaiEngine(asking))
  const byRules = extractiveEngine()
  const engineFor: EngineFor = async ({ engine }) => (engine === 'extractive' ? byRules : byModel)
  return await analyse(read(article), await recipeFor(way, engineFor), { engineFor, signal: ended.signal })
}

/** What the recorded server says of its own way here is not true of this one. */
function withoutTransport(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT.has(name)))
}

const TRANSPORT: ReadonlySet<string> = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding'])

/** As a person's is made, with what the cassette says of the server in place of a probe. */
function recipeFor({ model, mode, dialect, contextTokens }: Way, engineFor: EngineFor) {
  const { topLogprobs = 0 } = dialect
  const probe = {
    kind: 'llama.cpp' as const,
    dialect,
    contextTokens,
    tokensPerSecond: { prompt: 60, output: 10 },
    logprobs: topLogprobs > 0,
    topLogprobs,
    isOwn: true,
    refused: [],
    calls: 0,
    models: [model],
  }
  const engines = { probe: async () => probe, engineFor: () => engineFor }
  return recipeOf({ model, mode }, { config: readConfig({}), engines })
}
