import { honestModel } from '../honest-model.fake.ts'
import { json, refuses, says } from '../scripted-answers.fake.ts'
import type { ChatRequest, Script, Scripted, ScriptedPages } from '../scripted-server.fake.ts'

// FAKES of the servers that people run, shaped by what they really answer. llama.cpp's pages and answers were copied from a server
// that ran (with Qwen2.5 Coder 1.5B); those of the others follow their documentation and source, and no such server was asked.

type KnownServer = { script: Script; pages: ScriptedPages; model: string }

/** llama.cpp: takes a tool that it is told to call for a suggestion (its issue 26535), and measures its own speed. */
export const llamaCpp: KnownServer = {
  model: 'qwen-1.5b',
  script: (request, index) => {
    const answer = request.tools ? says({ word: 'Paris' }) : withLogprobs(request, honestModel(request, index))
    return withFields(answer, {
      timings: { cache_n: 0, prompt_n: 100, prompt_per_second: 55.5, predicted_n: 9, predicted_per_second: 10.5 },
      usage: usageOf({ tokensIn: 100, tokensCached: index === 0 ? 0 : 99 }),
    })
  },
  pages: {
    models: json(
      200,
      {
        models: [{ name: 'qwen-1.5b', model: 'qwen-1.5b', size: '', details: { parameter_size: '' } }],
        object: 'list',
        data: [
          {
            id: 'qwen-1.5b',
            aliases: ['qwen-1.5b'],
            object: 'model',
            owned_by: 'llamacpp',
            meta: {
              n_vocab: 151_936,
              n_ctx: 16_384,
              n_ctx_train: 32_768,
              n_params: 1_777_088_000,
              size: 1_111_370_240,
            },
          },
        ],
      },
      { server: 'llama.cpp' },
    ),
    pages: { '/props': { total_slots: 1, default_generation_settings: { n_ctx: 16_384 } } },
  },
}

/** Ollama: names models with a tag, pays no heed to the choice of a tool, and tells size and context in pages of its own. */
export const ollama: KnownServer = {
  model: 'qwen2.5:7b',
  script: (request, index) => {
    if ((request.top_logprobs ?? 0) > 20) return refuses('top_logprobs must be between 0 and 20')
    const { tool_choice: _ignored, ...rest } = request
    return request.tools ? says('The capital is Paris.') : withLogprobs(request, honestModel(rest, index))
  },
  pages: {
    models: json(200, {
      object: 'list',
      data: ['qwen2.5:7b', 'nomic-embed-text:latest', 'gpt-oss:120b-cloud'].map((id) => ({
        id,
        object: 'model',
        owned_by: 'library',
      })),
    }),
    pages: {
      '/api/tags': {
        models: [
          { name: 'qwen2.5:7b', size: 4_683_087_332, details: { family: 'qwen2', parameter_size: '7.6B' } },
          { name: 'nomic-embed-text:latest', details: { family: 'nomic-bert', parameter_size: '137M' } },
          { name: 'gpt-oss:120b-cloud', remote_host: 'https://ollama.com:443', details: { parameter_size: '116.8B' } },
        ],
      },
      '/api/ps': { models: [{ name: 'qwen2.5:7b', context_length: 16_384 }] },
    },
  },
}

/** LM Studio: lists no more than names for OpenAI's clients, takes `logprobs` and gives none. */
export const lmStudio: KnownServer = {
  model: 'google/gemma-3-4b',
  script: (request, index) => withChoice(honestModel(request, index), { logprobs: null }),
  pages: {
    models: json(200, {
      object: 'list',
      data: ['google/gemma-3-4b', 'openai/gpt-oss-20b', 'text-embedding-nomic-embed-text-v1.5'].map((id) => ({
        id,
        object: 'model',
        owned_by: 'organization_owner',
      })),
    }),
    pages: {
      '/api/v1/models': {
        models: [
          {
            type: 'llm',
            key: 'google/gemma-3-4b',
            params_string: '4B',
            loaded_instances: [{ id: 'google/gemma-3-4b', config: { context_length: 8192 } }],
            max_context_length: 131_072,
          },
          {
            type: 'llm',
            key: 'openai/gpt-oss-20b',
            params_string: '20B',
            loaded_instances: [],
            max_context_length: 131_072,
          },
          {
            type: 'embedding',
            key: 'text-embedding-nomic-embed-text-v1.5',
            params_string: null,
            loaded_instances: [],
            max_context_length: 2048,
          },
        ],
      },
    },
  },
}

/** vLLM with a name of one's own for its model; `mostLogprobs` were five in its older versions. */
export function vllm({ mostLogprobs = 20 } = {}): KnownServer {
  return {
    model: 'newsroom',
    script: (request, index) => {
      const asked = request.top_logprobs ?? 0
      if (asked > mostLogprobs) {
        const message = `Requested sample logprobs of ${asked}, which is greater than max allowed: ${mostLogprobs}`
        return json(400, { object: 'error', message, type: 'BadRequestError', param: null, code: 400 })
      }
      return withFields(withLogprobs(request, honestModel(request, index)), { prompt_logprobs: null })
    },
    pages: {
      models: json(200, {
        object: 'list',
        data: [
          {
            id: 'newsroom',
            object: 'model',
            owned_by: 'vllm',
            root: 'Qwen/Qwen2.5-14B-Instruct',
            parent: null,
            max_model_len: 32_768,
            permission: [{ id: 'modelperm-1', allow_logprobs: true }],
          },
        ],
      }),
    },
  }
}

/** The answer with the probabilities of its first token, where the request asks for them. */
function withLogprobs({ logprobs, top_logprobs: most = 0 }: ChatRequest, answer: Answer): Scripted {
  if (!logprobs) return atOnce(answer)
  const top_logprobs = Array.from({ length: most }, (_, index) => ({
    token: `t${index}`,
    logprob: -index,
    bytes: null,
  }))
  return withChoice(answer, { logprobs: { content: [{ token: '{"', logprob: -0.01, bytes: null, top_logprobs }] } })
}

export function withChoice(answer: Answer, fields: Record<string, unknown>): Scripted {
  const scripted = atOnce(answer)
  const body = JSON.parse(scripted.body)
  return { ...scripted, body: JSON.stringify({ ...body, choices: [{ ...body.choices?.[0], ...fields }] }) }
}

function withFields(answer: Answer, fields: Record<string, unknown>): Scripted {
  const scripted = atOnce(answer)
  return { ...scripted, body: JSON.stringify({ ...JSON.parse(scripted.body), ...fields }) }
}

type Answer = Scripted | Promise<Scripted>

function atOnce(answer: Answer): Extract<Scripted, { kind: 'answer' }> {
  if ('kind' in answer && answer.kind === 'answer') return answer
  throw new Error('Only an answer that is there at once can be added to')
}

function usageOf({ tokensIn, tokensCached }: { tokensIn: number; tokensCached: number }) {
  return { prompt_tokens: tokensIn, completion_tokens: 9, prompt_tokens_details: { cached_tokens: tokensCached } }
}
