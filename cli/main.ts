import { enableCompileCache } from 'node:module'
import { Command, CommanderError, Option } from 'commander'
import { Polarity, ReactionKind, StanceLabel } from '../pipeline/schema/analysis.ts'
import { evalCommand } from './eval-command.ts'
import { EXIT, exitCodeOf, printError } from './exit.ts'
import { data, json, withRecipe } from './shared-options.ts'

// For who starts this file and not the launcher, as npm start and the container do: the commands come out of the cache.
enableCompileCache()

const program = new Command('standpoint')
  .description(
    'Turns news articles into summaries, stance labels per actor and reaction lists, each line pinned to the words of the article that support it.',
  )
  .version('0.1.0')
  .showHelpAfterError('(standpoint --help lists the commands and their options)')
  .exitOverride()
  .configureOutput({
    outputError: printUsageError,
    writeErr: (text) => void (asksForJson() || process.stderr.write(text)),
  })
  .addHelpText(
    'after',
    `
Exit status: 0 all done; 1 the run could not be done; 2 the command line was wrong; 3 done, but some articles failed;
130 interrupted (the same command goes on from there).

A model is used only when it is named (--model or STANDPOINT_MODEL); without one, rules do the work and nothing is spent.`,
  )

/** As every other error: with its code, and as one JSON object where that is asked for. */
function printUsageError(text: string): void {
  const message = text.replace(/^error: /, '').trim()
  const line = asksForJson() ? JSON.stringify({ code: 'OPTION_INVALID', message }) : `${message} (OPTION_INVALID)`
  process.stderr.write(`${line}\n`)
}

function asksForJson(): boolean {
  return process.argv.includes('--json')
}

withRecipe(program.command('analyze').alias('analyse'))
  .description('analyse one article and print the result')
  .argument('<file>', 'text, Markdown, HTML or the first record of a JSON lines or CSV file; - reads standard input')
  .addOption(data())
  .addOption(json())
  .option('--html <file>', 'also write the analysis as a page in which every line lights its evidence')
  .action(async (...[input, options]) => (await import('./analyze.ts')).analyze(input, options))

withRecipe(program.command('batch'))
  .description('analyse an archive: a file, a folder, a quoted pattern, or - for standard input')
  .argument('<input>', 'files of text, Markdown, HTML, JSON lines or CSV, each also gzipped')
  .requiredOption('--out <file>', 'the results, one JSON line an article, in the order of the input')
  .option('--html <file>', 'also write the results as a page in which every line lights its evidence')
  .option('--no-text', 'leave the text of the articles out of the results')
  .addOption(data())
  .addOption(json())
  .action(async (...[input, options]) => (await import('./batch.ts')).batch(input, options))

program
  .command('worker')
  .description('work on jobs from the queue until stopped (needs REDIS_URL and DATABASE_URL)')
  .option('--concurrency <n>', 'articles at a time')
  .addOption(data())
  .action(async (options) => (await import('./worker.ts')).worker(options))

program
  .command('serve')
  .description(
    'serve the API and the page, and work on what comes in; without REDIS_URL and DATABASE_URL all in this process',
  )
  .option('--host <address>', 'the address to listen at (default: STANDPOINT_HOST, else 127.0.0.1)')
  .option('--port <n>', 'the port to listen at (default: STANDPOINT_PORT, else 8787)')
  .option('--model <name>', 'the model to ask (default: STANDPOINT_MODEL; none: the extractive engine)')
  // Refused with a reason: each request names its own.
  .addOption(new Option('--mode <mode>').hideHelp())
  .option('--no-work', 'only serve: workers elsewhere do the work')
  .addOption(data())
  .action(async (options) => (await import('./serve.ts')).serve(options))

program
  .command('status')
  .description('what the store holds: articles, analyses, work waiting, failures')
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./status.ts')).status(options))

program
  .command('failed')
  .description('articles that failed for good, with their reasons; or try them anew')
  .argument('[task...]', 'with --retry: the numbers of tasks, as the list shows them (none: all)')
  .option('--retry', 'try them anew')
  .option('--limit <n>', 'show so many, the latest first', '100')
  .addOption(data())
  .addOption(json())
  .action(async (tasks, options) => (await import('./failed.ts')).failed(tasks, options))

program
  .command('search')
  .description('who supports or opposes what, and who reacted how, in everything that was analysed')
  .argument('[words...]', 'words of the article; "quoted words" stand together, or is an alternative')
  .option('--actor <name>', 'who: a name, an alias, or a word of the name')
  .option('--target <words>', 'towards what: words of the issue, or of the name of an actor')
  .addOption(new Option('--label <label>', 'of a stance').choices(StanceLabel.options))
  .addOption(new Option('--reaction <kind>', 'of a reaction').choices(ReactionKind.options))
  .addOption(new Option('--polarity <polarity>', 'of a reaction').choices(Polarity.options))
  .option('--outlet <name>', 'where the article appeared')
  .option('--language <tag>', 'of the article (BCP 47, such as es)')
  .option('--from <day>', 'published on this day or later (YYYY-MM-DD)')
  .option('--to <day>', 'published on this day or earlier (YYYY-MM-DD)')
  .option('--limit <n>', 'so many at most', '20')
  .option('--after <place>', 'go on behind a page, as it says at its end')
  .addOption(data())
  .addOption(json())
  .action(async (words, options) => (await import('./search.ts')).search(words, options))

program
  .command('delete')
  .description('delete articles with everything that was derived from their texts, where no other article shares them')
  .argument('<id...>', 'the ids, as results and "failed" show them')
  .addOption(data())
  .addOption(json())
  .action(async (ids, options) => (await import('./delete.ts')).deleteArticles(ids, options))

program
  .command('ledger')
  .description(
    'what calls of models came to: tokens, cost, savings, and answers that were lost, unusable or paid twice',
  )
  .addOption(new Option('--by <what>', 'a line for each').choices(['step', 'model', 'day']).default('step'))
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./ledger.ts')).ledger(options))

evalCommand(program)

const gold = program
  .command('gold')
  .description('gold articles, whose annotations say what is right: "standpoint eval" judges engines by them')
gold
  .command('check')
  .summary('check annotations: ours, or those of a folder')
  .description(
    'Checks gold articles before anything is scored by them: whether every passage stands in its article, every actor has a stance, and nothing is missing. All faults of all files show at once.',
  )
  .argument(
    '[folder]',
    'your own: for each article NAME.txt and NAME.yaml, as evals/gold/GUIDELINES.md describes them (none: those in evals/gold)',
  )
  .addOption(json())
  .action(async (folder, options) => (await import('./gold.ts')).checkGold(folder, options))
gold
  .command('export')
  .description('write analyses that editors approved as candidates for gold, in the form that "gold check" reads')
  .requiredOption('--out <folder>', 'for two files an article; files that are there already stay as they are')
  .option('--limit <n>', 'write so many at most')
  .addOption(new Option('--state <state>', 'of the review').choices(['approved']).default('approved'))
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./gold-export.ts')).exportGold(options))
gold
  .command('agreement')
  .summary('how far two annotations of the same articles agree')
  .description(
    'Tells how far two annotations of the same articles agree that were made apart from each other. No engine can be told from gold above that.',
  )
  .argument('[first]', 'a folder with articles (NAME.txt) and their annotations (NAME.yaml); none: ours, twice')
  .argument('[second]', 'a folder with other annotations of the same articles, under the same names')
  .addOption(json())
  .action(async (...[first, second, options]) => (await import('./gold.ts')).goldAgreement({ first, second }, options))

program
  .command('models')
  .summary('find model servers, and tell which model and mode to use')
  .description(
    'Looks for model servers at the usual ports of this machine (llama.cpp 8080 and 9931, Ollama 11434, LM Studio 1234, vLLM 8000) and at OPENAI_BASE_URL, asks their models in a few short calls what they can do, and says which to use, in which mode, and why. A hosted model is asked only when it is named, since that costs. Your key goes to the server of the settings alone.',
  )
  .option(
    '--model <name>',
    'ask this model only (default: STANDPOINT_MODEL, else one or two of each server of your own)',
  )
  .option('--list', 'only list servers and models; no model is asked')
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./models.ts')).models(options))

const prompts = program.command('prompts').description('the texts that models get')
prompts
  .command('list', { isDefault: true })
  .description('every prompt with its versions and hashes')
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./prompts.ts')).listPrompts(options))
prompts
  .command('show')
  .description('the messages of a step exactly as a model would get them for an article in mode chain')
  .argument('<step>', 'actors, summary, stances or reactions')
  .argument('<file>', 'an article; - reads standard input')
  .addOption(data())
  .addOption(json())
  .action(async (step, file, options) => (await import('./prompts.ts')).showPrompt(step, file, options))
prompts
  .command('check')
  .description('check every prompt file: front matter, sections, placeholders, examples')
  .addOption(data())
  .addOption(json())
  .action(async (options) => (await import('./prompts.ts')).checkPromptFiles(options))

program
  .command('schema')
  .description('the JSON Schema of a result line, or of one part of it')
  .argument('[name]', 'result, analysis, article or recipe', 'result')
  .addOption(data())
  .addOption(json())
  .action(async (name) => (await import('./schema.ts')).schema(name))

// A reader that has seen enough ("| head") is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

// "--html --json" would write a file called "--json".
program.hook('preAction', (_program, command) => {
  for (const option of command.options) {
    const values: unknown[] = [command.getOptionValue(option.attributeName())].flat()
    const swallowed = values.find((value) => typeof value === 'string' && value.startsWith('--'))
    if (swallowed !== undefined) {
      command.error(`error: option '${option.long}' needs a value, and "${swallowed}" is an option of its own`)
    }
  }
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  else {
    printError(error, { json: asksForJson() })
    process.exitCode = exitCodeOf(error)
  }
}
