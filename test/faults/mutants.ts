// Loaded into a process before it starts (`--import`): puts the fault that STANDPOINT_MUTANT names into our code, to see whether the
// fault harness finds it. The text that is replaced must be there, so that a mutant cannot die unseen.
import { registerHooks } from 'node:module'

type Mutant = { file: string; text: string; by: string }

const MUTANTS: Readonly<Record<string, Mutant>> = {
  // An answer that is stored is not replayed: the call is sent again.
  'ledger bypassed': {
    file: 'workers/store/ledger.ts',
    text: 'case when calls.answered_at is null\n          then calls.lease_until is null or calls.lease_until < now() else calls.body is null end',
    by: 'true',
  },
  // A task counts as done before its analysis is saved, which comes a moment later.
  'acknowledged early': {
    file: 'workers/store/tasks.ts',
    text: "await tx\n      .insertInto('analyses')\n      .values({ task_id: claim.task, analysis: JSON.stringify(analysis) })\n      .execute()",
    by: "setTimeout(() => void db.insertInto('analyses').values({ task_id: claim.task, analysis: JSON.stringify(analysis) }).execute().catch(() => {}), 1500)",
  },
  // What a queue has lost is never handed out again.
  'queue not rebuilt': {
    file: 'workers/feeder.ts',
    text: 'await store.takeBack(lost)',
    by: '',
  },
}

const mutant = MUTANTS[process.env.STANDPOINT_MUTANT ?? '']
if (mutant === undefined) throw new Error('STANDPOINT_MUTANT names no mutant')

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.endsWith(mutant.file)) return loaded
    const source = String(loaded.source)
    if (!source.includes(mutant.text)) throw new Error(`The mutant does not find its place in ${mutant.file}`)
    return { ...loaded, source: source.replace(mutant.text, mutant.by) }
  },
})
