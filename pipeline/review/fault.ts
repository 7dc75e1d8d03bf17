/** Why a correction cannot stand, in words of an editor, and what would. */
export type Fault = { message: string; fix?: string }

export function isFault<T extends object>(value: T | Fault): value is Fault {
  return 'message' in value
}

export function fault(message: string, fix?: string): Fault {
  return fix === undefined ? { message } : { message, fix }
}
