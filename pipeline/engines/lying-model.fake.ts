import { honestModel } from './honest-model.fake.ts'
import type { Script } from './scripted-server.fake.ts'

/** A FAKE that adds an invented name, number and quote to every text, and numbers of sentences that do not exist to every list. */
export function lying(script: Script): Script {
  return async (request, index) => {
    const scripted = await script(request, index)
    if (!asksAboutArticle(request) || scripted.kind !== 'answer') return scripted
    const body = JSON.parse(scripted.body)
    const message = body.choices[0].message
    if (message.content) message.content = JSON.stringify(falsify(JSON.parse(message.content), ''))
    for (const call of message.tool_calls ?? []) {
      call.function.arguments = JSON.stringify(falsify(JSON.parse(call.function.arguments), ''))
    }
    return { ...scripted, body: JSON.stringify(body) }
  }
}

function falsify(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => falsify(item, key))
    return key === 'sentences' ? [...items, 999] : items
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, falsify(inner, name)]))
  }
  const isText =
    typeof value === 'string' &&
    ['text', 'statement', 'role', 'rationale', 'content', 'brief', 'headline'].includes(key)
  return isText ? `${value} Zoltan Quark called it “an utter shame” 4,711 times.` : value
}

/** Honest while the server is probed, then `script`: a question about an article is known by its fenced sentences. */
export function afterProbe(script: Script): Script {
  let asked = 0
  return (request, index) => (asksAboutArticle(request) ? script(request, asked++) : honestModel(request, index))
}

export function asksAboutArticle({ messages }: Parameters<Script>[0]): boolean {
  return messages.some(({ content }) => /^\[1\] /m.test(content))
}
