/** How long a thing took, many times over; milliseconds. */
export interface Times {
  median: number
  p95: number
  n: number
}

/** Median and 95th percentile by nearest rank: both are times that something really took. */
export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), n: sorted.length }
}

/** Milliseconds that `work` takes. */
async function clock(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Milliseconds of processor time that this process spends on `work`: waiting for a busy machine is not in them. */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Times `work` on each value in turn, after doing it untimed on the first `warmUp` of them. */
export async function timeEach<T>(
  values: readonly T[],
  warmUp: number,
  work: (value: T) => Promise<unknown>,
): Promise<Times> {
  for (const value of values.slice(0, warmUp)) await work(value)
  const taken: number[] = []
  for (const value of values.slice(warmUp)) taken.push(await clock(() => work(value)))
  return timesOf(taken)
}

/** The same, `writers` at once, each taking the next value when it is done with one. Gives the whole duration too. */
export async function timeTogether<T>(
  values: readonly T[],
  writers: number,
  work: (value: T) => Promise<unknown>,
): Promise<{ times: Times; wholeMs: number }> {
  const queue = values.values()
  const taken: number[] = []
  const one = async () => {
    for (const value of queue) taken.push(await clock(() => work(value)))
  }
  const wholeMs = await clock(() => Promise.all(Array.from({ length: writers }, one)))
  return { times: timesOf(taken), wholeMs }
}

/** Times several kinds of work by turns, so that what else the machine does meets all of them alike. */
export async function timeByTurns(
  works: readonly (() => Promise<unknown>)[],
  turns: number,
  warmUp: number,
): Promise<Times[]> {
  const taken = works.map((): number[] => [])
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    for (const [at, work] of works.entries()) {
      const milliseconds = await clock(work)
      if (turn >= warmUp) taken[at]?.push(milliseconds)
    }
  }
  return taken.map(timesOf)
}
