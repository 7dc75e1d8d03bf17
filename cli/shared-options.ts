import { type Command, Option } from 'commander'
import { Length, Mode } from '../pipeline/schema/recipe.ts'

// Options that several commands have. What they say becomes settings and a recipe in options.ts.

export const data = () =>
  new Option('--data <dir>', 'the data folder (default: STANDPOINT_DATA, else a folder of your own)')
export const json = () => new Option('--json', 'answer in JSON, errors too')

/** The options that say who analyses, and how much. */
export function withEngine(command: Command): Command {
  return command
    .addOption(new Option('--engine <name>', 'how answers are made').choices(['extractive', 'openai', 'universal']))
    .option('--model <name>', 'the model to ask (default: STANDPOINT_MODEL; none: the extractive engine)')
    .addOption(
      new Option(
        '--mode <mode>',
        'single: one call for all parts; chain: one question a step; guided: many short questions with closed answers, for small models on a server of your own',
      )
        .choices(['auto', ...Mode.options])
        .default('auto', 'auto, which goes by what the server tells: see "standpoint models"'),
    )
    .option(
      '--step <step>',
      'do one step otherwise: NAME=MODE, NAME=MODE:MODEL or NAME=extractive (repeatable)',
      (value: string, before: string[] = []) => [...before, value],
    )
    .option(
      '--larger <model>',
      'ask this model for stances that the first is not sure of (in mode guided), and for claims that fail a check',
    )
    .option('--below <share>', 'with --larger: how sure is sure enough, 0 to 1 (default: of the calibration, else 0.7)')
    .option(
      '--calibration <file>',
      'in mode guided: what turns the odds of labels into confidence, as "standpoint eval --calibrate" writes it for a model (default: STANDPOINT_CALIBRATION)',
    )
    .addOption(new Option('--length <length>', 'of the summary').choices(Length.options).default('standard'))
}

/** The options that decide how an article is analysed. */
export function withRecipe(command: Command): Command {
  const list = (value: string, before: string[] = []) => [...before, value]
  return withEngine(command)
    .option('--language <tag>', 'the language of the articles, where detection is to be overruled (BCP 47, such as es)')
    .option(
      '--target <text>',
      'ask every article where its actors (or only those of --actor) stand on this proposition or actor (repeatable)',
      list,
    )
    .option(
      '--actor <name>',
      'ask every article where this actor stands on its main issue and on each --target (repeatable)',
      list,
    )
}
