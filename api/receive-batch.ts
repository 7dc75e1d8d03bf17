import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { jsonl } from '../archive/formats/jsonl.ts'
import { unpack } from '../archive/unpack.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { chunksOf, entriesOf } from '../workers/batch-entries.ts'
import { newId } from './access.ts'
import type { House } from './house.ts'
import type { BatchQuery } from './shapes.ts'
import { recipeFor, refuseWhenFull } from './submit.ts'

type Options = { keyId: string; idempotencyKey?: string; options: BatchQuery; signal: AbortSignal }

/**
 * Takes an upload of articles as it comes, some at a time. When it breaks off, the batch is forgotten and what nobody else
 * waits for is given up.
 * @throws StandpointError REQUEST_INVALID, QUEUE_FULL, OPTION_INVALID, MODEL_*
 */
export async function receiveBatch(
  house: House,
  body: unknown,
  { keyId, idempotencyKey, options, signal }: Options,
): Promise<{ id: string; isNew: boolean }> {
  if (!(body instanceof Readable)) throw noLines()
  const { store } = house.runtime
  await refuseWhenFull(house, 'archive')
  const { target, actor, ...asked } = options
  const recipe = await recipeFor({ ...asked, targets: listOf(target), actors: listOf(actor) }, house)
  const { id, isNew, batch } = await store.openBatchRequest({ id: newId('ba'), keyId, idempotencyKey })
  if (!isNew) {
    body.resume()
    return { id, isNew }
  }
  try {
    const records = jsonl.read({ name: id, bytes: await unpack(body, 'the upload') })
    for await (const entries of chunksOf(entriesOf(records, signal))) {
      await whenThereIsRoom(house, signal)
      await store.accept(entries, { batch, recipe, lane: 'archive' })
      house.runtime.wake()
    }
    await store.receivedBatch(id)
    return { id, isNew }
  } catch (error) {
    await store.deleteBatch(id)
    throw error
  }
}

const LOOK_AGAIN_MS = 1000

/** A long upload is slowed down, not refused half-way. */
async function whenThereIsRoom(house: House, signal: AbortSignal): Promise<void> {
  const { runtime, config } = house
  while ((await runtime.store.waiting('archive')) >= config.serve.mostWaiting) {
    await sleep(LOOK_AGAIN_MS, undefined, { signal })
  }
}

function listOf(value: string | string[] | undefined): string[] | undefined {
  return typeof value === 'string' ? [value] : value
}

function noLines(): StandpointError {
  return new StandpointError('REQUEST_INVALID', 'The upload holds no lines', {
    fix: 'Send one article a line with Content-Type: application/x-ndjson.',
  })
}
