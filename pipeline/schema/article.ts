import { z } from 'zod'

/** An article after normalisation (Unicode NFC, line ends to \n, nothing else changed). The title stands outside `text`. */
export const Article = z
  .strictObject({
    id: z.string().min(1).describe('Name of the article in its archive: its own id, else its relative path'),
    text: z.string().min(1).describe('The body, normalised; every offset counts UTF-16 code units into it'),
    title: z.string().optional().describe('Shown, never cited: it proves nothing'),
    url: z.string().optional(),
    outlet: z.string().optional(),
    author: z.string().optional(),
    publishedAt: z.string().optional().describe('ISO 8601'),
    language: z.string().min(2).describe('BCP 47 tag'),
    contentHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the normalised title and text'),
  })
  .meta({ id: 'Article' })
export type Article = z.infer<typeof Article>

/**
 * What a reader of an archive format hands over: the fields of an article before normalisation.
 * `incomplete` names what suggests that the text is only a fragment; it becomes a warning of the analysis.
 */
export const RawArticle = Article.omit({ language: true, contentHash: true }).extend({
  language: z.string().min(2).optional().describe('As the source declares it; detected where it does not'),
  incomplete: z.array(z.string()).optional(),
})
export type RawArticle = z.infer<typeof RawArticle>
