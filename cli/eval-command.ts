import { type Command, Option } from 'commander'
import { json, withEngine } from './shared-options.ts'

/** `standpoint eval` with its options; what they do stands in eval.ts. */
export function evalCommand(program: Command): void {
  withEngine(program.command('eval'))
    .summary('tell how good an engine is on annotated articles')
    .description(
      'Tells how good an engine is. It analyses gold articles, whose annotations say what is right (ours in evals/gold, or your own), and what it finds is scored against them. Beside it stand a floor (lead-3: the first three sentences), an upper bound (oracle: the annotations themselves) and, where a model is judged, the rules. docs/quality.md says what each score means.',
    )
    .option(
      '--gold <folder>',
      'gold articles of your own: NAME.txt with NAME.yaml for each, in the folder or in halves "development" and "test" in it (evals/gold/GUIDELINES.md tells what they hold)',
    )
    .addOption(
      new Option(
        '--half <half>',
        'of the gold articles: "development" to improve a system by, "test" for the last word (default: "development")',
      ).choices(['development', 'test', 'both']),
    )
    .option('--dataset <name>', 'a public data set in place of gold articles; an unknown name lists those there are')
    .option('--data <folder>', 'with --dataset: the folder with its dev.jsonl or test.jsonl')
    .option('--limit <n>', 'only so many: articles from all over the gold set, or the first rows of a data set')
    .option('--save <file>', 'write what was measured of every gold article to a file, for a later --gate')
    .option(
      '--gate <file>',
      'compare with a run that --save wrote; the exit status is 1 when a score is worse beyond chance',
    )
    .option('--html <file>', 'write a page with charts, and every article with gold and output side by side')
    .option(
      '--calibrate <file>',
      'in mode guided: fit the confidence of stances to the articles, and write it for --calibration',
    )
    .option(
      '--precision <share>',
      'with --calibrate: choose the threshold so that of the labels that are kept so many are right (default: 0.7)',
    )
    .option(
      '--accuracy <share>',
      'with --calibrate, in its place: of all labels, where those below the threshold go to a larger model that is taken as right',
    )
    .option('--recall <share>', 'with --calibrate, in its place: of the labels that are right, so many are kept')
    .option('--probability <share>', 'with --calibrate: how sure it must be that this holds for other articles (0.9)')
    .option('--against <model>', 'with --calibrate: take as right what this larger model says, not what gold says')
    .option(
      '--frontier <file...>',
      'in place of an evaluation: draw what quality costs in runs that --save wrote (with --html as a chart)',
    )
    .option('--quality <score>', 'with --frontier: the score of the gold articles that counts', 'stance-macro-f1')
    .option('--cost <what>', 'with --frontier: seconds, tokens-in, calls or cost-usd, for an article', 'seconds')
    .option('--twice', 'ask a model everything once more, to see how much of an analysis is chance')
    .option('--judge <model>', 'also let a model mark the summaries: coherence, coverage, neutrality')
    // Refused with a reason: what is annotated has its own language and its own questions.
    .addOption(new Option('--language <tag>').hideHelp())
    .addOption(new Option('--target <text>').hideHelp())
    .addOption(new Option('--actor <name>').hideHelp())
    .option(
      '--cache <dir>',
      "where a model's answers are kept, so that none is asked for twice (default: a folder of the data folder)",
    )
    .addOption(json())
    .action(async (options) => (await import('./eval.ts')).evaluate(options))
}
