import type { Cast } from '../schema/contracts.ts'

/** Issues and actors as lists of a task, each with the name that an answer calls it by. */
export function showCast(cast: Cast): { issues: string; actors: string } {
  const issues = cast.numbers.issues.flatMap((id, index) => {
    const issue = cast.issues.find((each) => each.id === id)
    if (issue === undefined) return []
    return [`I${index + 1}${id === cast.mainIssue ? ' (main)' : ''}: ${oneLine(issue.statement)}`]
  })
  const actors = cast.numbers.actors.flatMap((id, index) => {
    const actor = cast.actors.find((each) => each.id === id)
    if (actor === undefined) return []
    const also = [actor.role, ...actor.aliases.slice(0, 3)].filter((each) => each !== undefined)
    return [`A${index + 1}: ${oneLine(actor.name)}${also.length > 0 ? ` (${oneLine(also.join('; '))})` : ''}`]
  })
  return { issues: issues.join('\n'), actors: actors.join('\n') || '(none)' }
}

/** Names and statements of recipes and models stay on their line, so that none can look like another item. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 200)
}
