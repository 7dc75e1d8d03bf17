import { StandpointError } from '../../pipeline/schema/errors.ts'
import { actorDatasets } from './actors.ts'
import { consistencyDatasets } from './consistency.ts'
import type { Dataset } from './dataset.ts'
import { extractionDatasets } from './extraction.ts'
import { quoteDatasets } from './quotes.ts'
import { reactionDatasets } from './reactions.ts'
import { stanceDatasets } from './stances.ts'
import { summaryDatasets } from './summaries.ts'
import { tupleDatasets } from './tuples.ts'

const allDatasets: readonly Dataset[] = [
  ...quoteDatasets,
  ...stanceDatasets,
  ...tupleDatasets,
  ...reactionDatasets,
  ...actorDatasets,
  ...summaryDatasets,
  ...consistencyDatasets,
  ...extractionDatasets,
]

/** @throws StandpointError OPTION_INVALID naming those there are */
export function datasetNamed(name: string): Dataset {
  const found = allDatasets.find((one) => one.name === name)
  if (found) return found
  throw new StandpointError('OPTION_INVALID', `There is no data set "${name}"`, {
    where: allDatasets.map(({ name, folder, title }) => `${name} (folder ${folder}): ${title}`).join('\n'),
    fix: 'Use one of those above; the folder is the one that --data names, wherever it lies.',
  })
}
