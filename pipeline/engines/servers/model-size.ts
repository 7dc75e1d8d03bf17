/** Parameters of a model, and how they are known. */
export type ModelSize = { parameters: number; toldBy: 'server' | 'name' }

/**
 * Parameters as people write them: "7.6B", "137M", "8x7B" (which counts as 56 billion), also within the name of a model. Of several
 * the largest is meant; what is active of a mixture ("A3B") or a context ("1M") is no size. undefined when there is none.
 */
export function parametersIn(text: string): number | undefined {
  const found = [...text.slice(0, LONGEST).toLowerCase().matchAll(SIZE)].flatMap(({ groups = {} }) => {
    const { experts = '1', count, unit } = groups
    const parameters = Number(experts) * Number(count) * (unit === 'b' ? 1e9 : 1e6)
    return parameters >= LEAST && parameters <= MOST ? [parameters] : []
  })
  return found.length === 0 ? undefined : Math.max(...found)
}

const LONGEST = 300
/** Less is a context or a version. */
const LEAST = 10e6
/** More is nonsense. */
const MOST = 100e12
/** "E4B" is the size of a model that holds parts of itself apart. */
const SIZE = /(?<![a-z0-9.])(?:(?<experts>\d{1,3})x|e)?(?<count>\d{1,4}(?:\.\d{1,3})?)(?<unit>[bm])(?![a-z0-9])/g
