const WIDTH = 30
const PLAIN_EVERY_MS = 2000

/** How far a long work is: a bar that stays on its line in a terminal, a plain line now and then elsewhere. */
export interface ProgressLine {
  /** `share` from 0 to 1. */
  show: (share: number, words: string) => void
  end: () => void
}

export function progressLine(title: string): ProgressLine {
  return process.stderr.isTTY ? terminalBar(title) : plainLines(title)
}

function terminalBar(title: string): ProgressLine {
  return {
    show: (share, words) => {
      const full = Math.round(Math.min(share, 1) * WIDTH)
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full)
      process.stderr.write(`\r\u001b[2K${bar} ${percent(share)} ${title}: ${words}`)
    },
    end: () => process.stderr.write('\r\u001b[2K'),
  }
}

function plainLines(title: string): ProgressLine {
  let last = performance.now()
  return {
    show: (share, words) => {
      if (performance.now() - last < PLAIN_EVERY_MS) return
      last = performance.now()
      process.stderr.write(`${percent(share)} ${title}: ${words}\n`)
    },
    end: () => {},
  }
}

const percent = (share: number) => `${Math.round(Math.min(share, 1) * 100)} %`.padStart(5)
