import { describe, expect, it } from 'vitest'
import { violationLine, violationsOf } from './violations'

const secret = 'https://waqai.example/timeline?text=a+witness'

describe('reports of the page policy', () => {
  it('says what was stopped in words of a closed list, and no address', () => {
    const older = {
      'csp-report': {
        'document-uri': secret,
        'effective-directive': 'style-src-attr',
        'blocked-uri': 'inline',
      },
    }
    expect(violationsOf(older)).toEqual(['style-src-attr: inline'])
    const newer = [
      { type: 'csp-violation', url: secret, body: { effectiveDirective: 'img-src', blockedURL: secret } },
      { type: 'csp-violation', url: secret, body: { effectiveDirective: secret, blockedURL: 'eval' } },
    ]
    expect(violationsOf(newer)).toEqual(['img-src: an address', 'other: eval'])
    expect(violationsOf({ 'csp-report': { 'violated-directive': "script-src 'none'" } })).toEqual([
      'script-src: an address',
    ])
  })

  it.each([null, 1, 'x', {}, [], [{ type: 'deprecation', body: {} }], { 'csp-report': null }])(
    'takes %j for no report',
    (value) => expect(violationsOf(value)).toEqual([]),
  )

  it('takes no more than fifty of one report', () => {
    const one = { type: 'csp-violation', body: { effectiveDirective: 'img-src', blockedURL: 'data' } }
    expect(violationsOf(Array(1000).fill(one))).toHaveLength(50)
  })

  it('writes one line of counts', () => {
    expect(violationLine(new Map([['img-src: data', 2]]))).toBe(
      "Browsers report that a page's policy stopped: img-src: data (2)",
    )
  })
})
