import { readConfig } from '../workers/config.ts'
import { openRuntime } from '../workers/runtime.ts'
import { EXIT } from './exit.ts'
import { isNothingStored } from './nothing-stored.ts'
import type { CommonFlags } from './options.ts'
import { readable } from './readable.ts'
import { print, printJson, tell } from './terminal.ts'

/** Deletes articles from the store with all that was derived from them. Files of results that were written stay as they are. */
export async function deleteArticles(ids: readonly string[], flags: CommonFlags): Promise<void> {
  const config = readConfig(process.env, { dataFolder: flags.data })
  const isNew = isNothingStored(config)
  const deleted = isNew ? { articles: 0, texts: 0, unknown: [...ids] } : await deleteIn(config, ids)
  if (flags.json) printJson(deleted)
  else print(deletedText(deleted))
  for (const id of flags.json ? [] : deleted.unknown) tell(`No article has the id "${readable(id)}"`)
  if (deleted.unknown.length > 0) process.exitCode = EXIT.someFailed
}

async function deleteIn(config: ReturnType<typeof readConfig>, ids: readonly string[]) {
  await using runtime = await openRuntime(config)
  return await runtime.store.deleteArticles(ids)
}

function deletedText({ articles, texts }: { articles: number; texts: number }): string {
  if (articles === 0) return 'Nothing was deleted.'
  const what = articles === 1 ? '1 article' : `${articles} articles`
  const whole = `${texts} ${texts === 1 ? 'text' : 'texts'} with analyses and answers of models`
  return `Deleted ${what}, and ${whole}. A text that other articles share stays, as do result files that were written before.`
}
