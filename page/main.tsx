import { render } from 'preact'
import { App } from './app.tsx'
import { takeKey } from './key.ts'

const root = document.getElementById('app')
if (root !== null) render(<App firstKey={takeKey(window)} />, root)
