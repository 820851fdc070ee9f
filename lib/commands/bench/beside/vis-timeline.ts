// Runs in a browser: the same incidents by vis-timeline.
import { Timeline } from 'vis-timeline/standalone'
import sheet from 'vis-timeline/styles/vis-timeline-graph2d.min.css'
import { afterTwoFrames, type Beside } from './protocol'

const DAY_MS = 86_400_000

const beside: Beside<{ start: number; end: number; lane: string }[]> = {
  async draw(events) {
    document.head.append(Object.assign(document.createElement('style'), { textContent: sheet }))
    const lanes = [...new Set(events.map(({ lane }) => lane))]
    const items = events.map(({ start, end, lane }, id) => ({
      ...{ id, group: lane, content: '' },
      ...{ start: start * DAY_MS, end: (end + 1) * DAY_MS, type: 'range' as const },
    }))
    const began = performance.now()
    const timeline = new Timeline(
      document.body,
      items,
      lanes.map((id) => ({ id, content: id })),
      { stack: false, height: '400px' },
    )
    await afterTwoFrames()
    const drawn = performance.now() - began
    const { start, end } = timeline.getWindow()
    const steps: number[] = []
    for (let step = 1; step <= 10; step++) {
      const from = performance.now()
      const cut = ((end.getTime() - start.getTime()) * step) / 25
      timeline.setWindow(start.getTime() + cut, end.getTime() - cut, { animation: false })
      await afterTwoFrames()
      steps.push(performance.now() - from)
    }
    return { drawn, steps }
  },
}

Object.assign(window, { beside })
