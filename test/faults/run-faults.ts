// The long run of the fault harness: see --help.
import { Command } from 'commander'
import { runEmbedded } from './embedded-run.ts'
import { runOnFleet } from './fleet-run.ts'
import { type Report, reportText } from './invariants.ts'
import { startMortalServers } from './mortal-servers.ts'

const program = new Command('run-faults')
  .description(
    'Analyses articles with a faulty FAKE provider while processes, servers and connections are killed, and holds what came out against what was promised. Needs redis-server and postgresql on this machine, but for --embedded.',
  )
  .option('--articles <n>', 'how many', '10000')
  .option('--kills <n>', 'processes, servers and connections to kill', '100')
  .option('--provider-faults <share>', 'share of the answers of the provider that are none, 0 to 1', '0.2')
  .option('--hangs <n>', 'requests that are never answered at all', '5')
  .option('--workers <n>', 'worker processes', '3')
  .option('--seed <n>', 'the same seed deals the same faults', '1')
  .option('--minutes <n>', 'give up after so long', '120')
  .option('--embedded', 'one process with a data folder in place of a fleet')
  .option('--json', 'the report as JSON')
  .parse()

const flags = program.opts<
  Record<'articles' | 'kills' | 'providerFaults' | 'hangs' | 'workers' | 'seed' | 'minutes', string> & {
    embedded?: true
    json?: true
  }
>()

const plan = {
  articles: Number(flags.articles),
  blows: Number(flags.kills),
  providerFaults: Number(flags.providerFaults),
  hangs: Number(flags.hangs),
  workers: Number(flags.workers),
  seed: Number(flags.seed),
  mostSeconds: 60 * Number(flags.minutes),
  onProgress: (text: string) => void process.stderr.write(`${text}\n`),
}
const report = flags.embedded ? await runEmbedded(plan) : await onFleet()
process.stdout.write(`${flags.json ? JSON.stringify(report) : reportText(report)}\n`)
process.exitCode = report.violations.length > 0 ? 1 : 0

async function onFleet(): Promise<Report> {
  await using servers = await startMortalServers()
  if (servers === undefined) throw new Error('redis-server or postgresql is missing on this machine')
  return await runOnFleet(servers, plan)
}
