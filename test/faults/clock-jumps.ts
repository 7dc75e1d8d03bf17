// Loaded into a process before it starts (`--import`): its clock jumps by up to an hour, forth and back, every second or so. The
// steady clock of timers is left alone, as a real machine's is.
const Real = Date
let offsetMs = 0

const jump = () => {
  offsetMs = (Math.random() - 0.5) * 2 * 3_600_000
  setTimeout(jump, 300 + Math.random() * 1500).unref()
}
jump()

class JumpingDate extends Real {
  constructor(...given: ConstructorParameters<typeof Real> | []) {
    if (given.length === 0) super(Real.now() + offsetMs)
    else super(...given)
  }

  static override now(): number {
    return Real.now() + offsetMs
  }
}
Object.defineProperty(globalThis, 'Date', { value: JumpingDate, writable: true, configurable: true })
