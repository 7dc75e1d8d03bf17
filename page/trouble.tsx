import { useEffect, useRef } from 'preact/hooks'
import type { Trouble } from './client.ts'

export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => note.current?.scrollIntoView({ block: 'nearest' }), [trouble])
  return (
    <div class="note trouble" role="alert" ref={note}>
      <p>
        <strong>{trouble.title}.</strong> {trouble.detail}
      </p>
      {trouble.faults && (
        <ul>
          {trouble.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
