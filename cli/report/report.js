// Lights the words of the article that support the line under the pointer or the focus. A click keeps them lit.
for (const article of document.querySelectorAll('.article')) {
  const source = article.querySelector('.source')
  let kept

  const light = (line) => {
    for (const lit of article.querySelectorAll('.lit, .on')) lit.classList.remove('lit', 'on')
    if (!line) return
    line.classList.add('on')
    const spans = line.dataset.light.split(' ').map((span) => span.split('-').map(Number))
    const pieces = [...source.querySelectorAll('[data-from]')].filter(({ dataset }) =>
      spans.some(([start, end]) => Number(dataset.from) >= start && Number(dataset.from) < end),
    )
    for (const piece of pieces) piece.classList.add('lit')
    show(source, pieces[0])
  }

  for (const line of article.querySelectorAll('[data-light]')) {
    line.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && light(line))
    line.addEventListener('pointerleave', () => light(kept))
    line.addEventListener('focus', () => light(line))
    line.addEventListener('blur', () => light(kept))
    line.addEventListener('click', (event) => {
      kept = kept === line ? undefined : line
      light(line)
      // Where the article stands below, not beside, the link leads to the words, and the browser's way back returns.
      if (getComputedStyle(source).overflowY !== 'visible') event.preventDefault()
    })
  }
  article.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    kept = undefined
    light(undefined)
  })
}

/** Scrolls the article beside the analysis, never the page, and only where the words are out of sight. */
function show(source, piece) {
  if (!piece) return
  const top = piece.offsetTop - source.scrollTop
  if (top > 20 && top + piece.offsetHeight < source.clientHeight - 20) return
  source.scrollTop = piece.offsetTop - source.clientHeight / 3
}
