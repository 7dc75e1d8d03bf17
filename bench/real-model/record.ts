// Makes cassettes for the tests (test/cassettes): the answers of a real model about one gold article, from a FOLDER in which run.ts
// has kept them. It asks no model; a question whose answer is not in the folder is named, and run.ts is what asks it.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8092/v1 node bench/real-model/record.ts FOLDER...
//        makes every cassette anew, with the label that it has: after a prompt, a step or the rules have changed
//   OPENAI_BASE_URL=... node bench/real-model/record.ts FOLDER... --model NAME --mode guided|chain --article ID
//        --weights "NAME, QUANTISATION (FILE)" --server "NAME, VERSION" --shows "WHAT THE MODEL DOES" [--shows ...]
//        makes one; where it is there already, what is not said again is kept
//
// The address is part of what an answer is kept under, so name the one that was asked. The server is spoken to as llama.cpp's is.
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { fileLedger } from '../../evals/file-ledger.ts'
import { requestHash } from '../../pipeline/engines/chat-request.ts'
import type { LedgerKey, RecordedAnswer } from '../../pipeline/schema/call-contract.ts'
import type { Dialect } from '../../pipeline/schema/recipe.ts'
import { analyseOver } from './cassettes/analyse-over.ts'
import { ABOUT, type CassetteAnswer, CassetteLabel, readCassettes, writeCassette } from './cassettes/cassette.ts'
import { goldOf } from './cassettes/replay.ts'
import { trimLogprobs } from './cassettes/trim-logprobs.ts'

const { positionals: folders, values } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string' },
    mode: { type: 'string' },
    article: { type: 'string' },
    weights: { type: 'string' },
    server: { type: 'string' },
    shows: { type: 'string', multiple: true },
  },
})
const baseUrl = process.env.OPENAI_BASE_URL
if (folders.length === 0 || baseUrl === undefined)
  throw new Error(
    'usage: OPENAI_BASE_URL=... bench/real-model/record.ts FOLDER... [--model NAME --mode MODE --article ID ...]',
  )

const LLAMA_CPP: Dialect = {
  structure: 'json-schema',
  narrowed: true,
  maxTokensParameter: 'max_tokens',
  temperature: true,
  systemRole: true,
}
const CONTEXT_TOKENS = 16_384
const Said = CassetteLabel.pick({ model: true, mode: true, article: true, weights: true, server: true, shows: true })
type Said = z.infer<typeof Said>
const Created = z.looseObject({ created: z.number() })

const ledgers = folders.map(fileLedger)

const labels = (await readCassettes()).map(({ label }) => label)
for (const label of values.article === undefined ? labels : [labelFrom(values)]) await record(label)

/** What the command says, and where it says nothing the label of the cassette that is there. */
function labelFrom(said: typeof values): Said {
  const { model, mode, article } = said
  const old = labels.find((label) => label.model === model && label.mode === mode && label.article === article)
  return Said.parse({ ...(old && { weights: old.weights, server: old.server, shows: old.shows }), ...said })
}

async function record({ model, mode, article, weights, server, shows }: Said): Promise<void> {
  const { article: text } = await goldOf({ article })
  const answers: CassetteAnswer[] = []
  const dialect = mode === 'guided' ? { ...LLAMA_CPP, topLogprobs: 20 } : LLAMA_CPP
  const way = { model, mode, dialect, contextTokens: CONTEXT_TOKENS }
  const timesSent = new Map<string, number>()
  await analyseOver(text, way, {
    answerTo: async (asked) => {
      const request = requestHash(baseUrl ?? '', asked.request)
      const ordinal = timesSent.get(request) ?? 0
      timesSent.set(request, ordinal + 1)
      const answer = await keptAnswer({ request, ordinal, sample: 0 })
      const { question, attempt, choice } = asked
      if (answer) answers.push({ question, attempt, ...answer, body: trimLogprobs(answer.body, choice) })
      return answer
    },
    missing: ({ question, attempt }) =>
      new Error(`${article}, ${mode}: no answer to "${question}" (time ${attempt}) is kept in ${folders.join(', ')}`),
  })
  const label = { about: ABOUT, shows, model, weights, server, recorded: dateOf(answers), mode, article }
  const { contentHash } = text
  const path = await writeCassette({ label: { ...label, contentHash, ...way }, answers })
  console.log(`${relative(process.cwd(), path)}: ${answers.length} answers`)
}

async function keptAnswer(key: LedgerKey): Promise<RecordedAnswer | undefined> {
  for (const ledger of ledgers) {
    const claimed = await ledger.claim(key)
    if (claimed.kind === 'replay') return claimed.answer
    if (claimed.kind === 'mine') await claimed.release()
  }
  return undefined
}

/** The day on which the server says that it gave the last of the answers. */
function dateOf(answers: readonly CassetteAnswer[]): string {
  const created = answers.map(({ body }) => Created.parse(JSON.parse(body)).created)
  return new Date(Math.max(...created) * 1000).toISOString().slice(0, 10)
}
