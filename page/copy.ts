import type { Result } from './api.ts'
import { actorName, targetsOf } from './lines.ts'

type Line = Result['analysis']['summary']['brief'][number]

/** The summary alone, to paste into a message. */
export function asText({ title, analysis: { summary } }: Result): string {
  const headline = summary.headline?.text ?? title
  const points = summary.keyPoints.map(({ text }) => `- ${text}`)
  return [headline, summary.brief.map(({ text }) => text).join(' '), points.join('\n')].filter(Boolean).join('\n\n')
}

/** Everything, each line with the words of the article that it rests on. */
export function asMarkdown(result: Result): string {
  const { title, outlet, publishedAt, url, analysis } = result
  const { summary, reactions } = analysis
  const source = [outlet, publishedAt?.slice(0, 10), url].filter(Boolean).join(', ')
  return [
    `# ${escaped(summary.headline?.text ?? title ?? 'Summary')}`,
    source === '' ? undefined : escaped(source),
    ...[...summary.brief, ...summary.keyPoints].map(withEvidence),
    '## Who stands where',
    ...targetsOf(analysis).map(({ name, sides }) =>
      [
        `**${escaped(name)}**`,
        ...[...sides.oppose, ...sides.between, ...sides.support].map(
          ({ name: actor, label }) => `- ${escaped(actor)}: ${label}`,
        ),
      ].join('\n'),
    ),
    reactions.length === 0 ? undefined : '## Reactions',
    ...reactions.map(
      ({ actor, kind, content, quote }) =>
        `- **${escaped(actorName(analysis, actor))}** (${kind}): ${escaped(quote?.text ?? content)}`,
    ),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
}

function withEvidence({ text, evidence }: Line): string {
  return [`- ${escaped(text)}`, ...evidence.map((each) => `  > ${escaped(each.text.replaceAll(/\s+/g, ' '))}`)].join(
    '\n',
  )
}

/** Words of an article are no markup. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|]/g, String.raw`\$&`).replaceAll('\n', ' ')
}
