import type { Odds } from '../schema/contracts.ts'
import { isRecord } from './json-schema.ts'
import type { ChatRequest, Script } from './scripted-server.fake.ts'

/** The odds that a FAKE model gives to the labels of a question; undefined leaves the answer as it is. */
export type OddsOf = (labels: readonly string[], task: string) => Odds | undefined

/**
 * A FAKE model that answers closed questions by odds: the label with the highest, and log probabilities as a server gives them
 * where they are asked for. What is no closed question is answered by `script`.
 */
export function choosing(script: Script, oddsOf: OddsOf): Script {
  return async (request, index) => {
    const scripted = await script(request, index)
    const choice = choiceOf(request)
    const odds = choice && oddsOf(choice.labels, request.messages.at(-1)?.content ?? '')
    if (scripted.kind !== 'answer' || choice === undefined || odds === undefined) return scripted
    const body = JSON.parse(scripted.body)
    const [best = ''] = Object.entries(odds).sort((a, b) => b[1] - a[1])[0] ?? []
    const answer = { ...JSON.parse(body.choices[0].message.content), [choice.field]: best }
    const text = JSON.stringify(answer)
    body.choices[0].message.content = text
    if ('logprobs' in request && request.logprobs === true) {
      const start = text.lastIndexOf(`"${best}"`) + 1
      const alternatives = Object.entries(odds).map(([token, odd]) => ({ token, logprob: Math.log(odd) }))
      body.choices[0].logprobs = {
        content: [
          { token: text.slice(0, start), logprob: 0, top_logprobs: [] },
          { token: best, logprob: Math.log(odds[best] ?? 1), top_logprobs: alternatives },
          { token: text.slice(start + best.length), logprob: 0, top_logprobs: [] },
        ],
      }
    }
    return { ...scripted, body: JSON.stringify(body) }
  }
}

/** The field of a label, in the schema of a closed question. */
function choiceOf({ response_format }: ChatRequest): { field: string; labels: readonly string[] } | undefined {
  const schema = response_format?.json_schema.schema
  const properties = isRecord(schema) && isRecord(schema.properties) ? schema.properties : {}
  for (const field of ['label', 'tone']) {
    const property = properties[field]
    if (isRecord(property) && Array.isArray(property.enum)) return { field, labels: property.enum }
  }
  return undefined
}
