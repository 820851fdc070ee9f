import { expect, it } from 'vitest'
import { readExplored } from '../explore-url'
import { embedCode } from './embed-code'

const explored = (query: string) => {
  const read = readExplored(new URLSearchParams(query))
  if (!read.ok) throw new Error('not read')
  return read.explored
}

it('the code that is copied shows the view as it was chosen, with nothing more than it needs', () => {
  const code = embedCode({
    origin: 'https://waqai.example',
    view: 'timeline',
    explored: explored('kind=battles&window=2017-07-01~2017-07-31&map=1'),
    lang: 'ar',
    theme: 'dark',
    title: 'الخط الزمني: معارك',
  })
  expect(code).toBe(
    '<iframe src="https://waqai.example/embed/timeline?kind=battles&amp;window=2017-07-01~2017-07-31&amp;lang=ar&amp;theme=dark" ' +
      'title="الخط الزمني: معارك" width="100%" height="480" loading="lazy" ' +
      'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>',
  )
})

it('what was searched for is text in it, whatever it is', () => {
  const code = embedCode({
    origin: 'https://waqai.example',
    view: 'totals',
    explored: explored(`q=${encodeURIComponent('"><script>x</script>')}`),
    lang: 'en',
    theme: 'auto',
    title: 'Totals: "><script>x</script> & more',
  })
  expect(code).toContain('title="Totals: &quot;&gt;&lt;script&gt;x&lt;/script&gt; &amp; more"')
  expect(code.match(/[<>]/g)).toHaveLength(4)
})
