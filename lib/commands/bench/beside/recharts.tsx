// Runs in a browser: incidents over time, stacked by type, by recharts.
import { createRoot } from 'react-dom/client'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import { afterTwoFrames, type Beside } from './protocol'

type Bucket = Record<string, number | string>

const beside: Beside<{ buckets: Bucket[]; types: string[] }> = {
  async draw({ buckets, types }) {
    const root = createRoot(document.body.appendChild(document.createElement('div')))
    const chart = (shown: Bucket[]) => (
      <BarChart width={860} height={150} data={shown}>
        <XAxis dataKey="start" />
        <YAxis />
        {types.map((type) => (
          <Bar key={type} dataKey={type} stackId="all" isAnimationActive={false} />
        ))}
      </BarChart>
    )
    const began = performance.now()
    root.render(chart(buckets))
    await afterTwoFrames()
    const drawn = performance.now() - began
    const steps: number[] = []
    for (let step = 1; step <= 10; step++) {
      const from = performance.now()
      // Other numbers in the same buckets, as a filter leaves them.
      root.render(chart(buckets.map((bucket) => scaled(bucket, step / 10))))
      await afterTwoFrames()
      steps.push(performance.now() - from)
    }
    return { drawn, steps }
  },
}

const scaled = (bucket: Bucket, share: number): Bucket =>
  Object.fromEntries(
    Object.entries(bucket).map(([key, value]) => [key, typeof value === 'number' ? value * share : value]),
  )

Object.assign(window, { beside })
