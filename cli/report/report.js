// Lights the words of the article that support the line under the pointer or the focus.
const lights = document.querySelectorAll('[data-light]')
for (const line of lights) {
  const article = line.closest('.article')
  const light = (scroll) => {
    dim(article)
    line.classList.add('on')
    let first
    for (const [from, to] of spansOf(line)) {
      for (const piece of article.querySelectorAll('[data-from]')) {
        const start = Number(piece.dataset.from)
        if (start < from || start >= to) continue
        piece.classList.add('lit')
        first ??= piece
      }
    }
    if (scroll && first) first.scrollIntoView({ block: 'center', behavior: 'auto' })
  }
  line.addEventListener('pointerenter', () => light(false))
  line.addEventListener('focus', () => light(true))
  line.addEventListener('click', () => light(true))
  line.addEventListener('pointerleave', () => dim(article))
  line.addEventListener('blur', () => dim(article))
}

function spansOf(line) {
  return line.dataset.light.split(' ').map((span) => span.split('-').map(Number))
}

function dim(article) {
  for (const piece of article.querySelectorAll('.lit, .on')) piece.classList.remove('lit', 'on')
}
