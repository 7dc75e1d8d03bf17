import { type AnalysisRequest, openStandpoint, ProblemError, type Result, type Submission } from '../client/client.ts'

export type { AnalysisRequest, Result, Submission }
export type Api = ReturnType<typeof openStandpoint>
export type Trouble = { title: string; detail?: string }

export function openApi(key: string): Api {
  return openStandpoint({ url: window.location.origin, key })
}

/** What went wrong, in words for whoever sits in front of the page. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ProblemError) return { title: error.problem.title, detail: error.problem.detail }
  if (error instanceof TypeError) {
    return {
      title: 'The server does not answer',
      detail: 'It may have been stopped. Start it again and try once more; what was accepted is not lost.',
    }
  }
  return { title: error instanceof Error ? error.message : 'Something went wrong' }
}

export function isKeyRefused(error: unknown): boolean {
  return error instanceof ProblemError && ['KEY_REFUSED', 'KEY_MISSING'].includes(error.problem.code)
}
