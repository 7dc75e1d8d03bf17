// A FAKE provider in a process of its own that enforces its limits over every minute that ends now, as strictly as any could, and
// never runs a model. Prints its address; writes what it saw to standard output when it is told to stop.
//     node bench/strict-provider.ts REQUESTS_PER_MINUTE TOKENS_PER_MINUTE [LATENCY_MS]
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { honestModel } from '../pipeline/engines/honest-model.fake.ts'
import { ChatRequest, readBody } from '../pipeline/engines/scripted-server.fake.ts'

const [requestsPerMinute, tokensPerMinute, latencyMs] = process.argv.slice(2).map(Number)
if (requestsPerMinute === undefined || tokensPerMinute === undefined) throw new Error('two limits are needed')
const seen: { at: number; tokens: number }[] = []
let violations = 0

const server = createServer(async (request, response) => {
  const body = await readBody(request)
  response.setHeader('content-type', 'application/json')
  if (request.url === '/v1/models')
    return void response.end('{"object":"list","data":[{"id":"strict-fake","object":"model"}]}')
  const answer = honestModel(ChatRequest.parse(JSON.parse(body)), 0)
  const completion = JSON.parse('body' in answer ? answer.body : '{}')
  const prompt_tokens = Math.ceil(body.length / 4)
  const completion_tokens = 100 + (body.length % 400)
  const tokens = prompt_tokens + completion_tokens
  const now = performance.now()
  const minute = seen.filter(({ at }) => at > now - 60_000)
  const used = minute.reduce((sum, each) => sum + each.tokens, 0)
  if (minute.length + 1 > requestsPerMinute || used + tokens > tokensPerMinute) {
    violations++
    response.statusCode = 429
    response.setHeader('retry-after', '1')
    return void response.end('{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}')
  }
  seen.push({ at: now, tokens })
  await sleep((latencyMs ?? 400) * (0.5 + Math.random()))
  response.end(JSON.stringify({ ...completion, usage: { prompt_tokens, completion_tokens, total_tokens: tokens } }))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`)
})
process.on('SIGTERM', () => {
  const from = seen[0]?.at ?? 0
  console.log(JSON.stringify({ violations, seen: seen.map(({ at, tokens }) => [Math.round(at - from), tokens]) }))
  process.exit(0)
})
