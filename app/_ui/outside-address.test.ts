import { describe, expect, it } from 'vitest'
import { outsideAddress } from './outside-address'

describe('an address outside', () => {
  it.each([
    ['https://news.example/derna?a=1#b', 'news.example', false],
    ['HTTP://News.Example:8080/', 'news.example:8080', false],
    ['https://аpple.com/', 'xn--pple-43d.com', false], // the first letter is Cyrillic
    ['https://أخبار.example/', 'xn--igbicxr.example', false],
    ['https://news.example@evil.example/', 'evil.example', true],
    ['https://news.example\\@evil.example/', 'news.example', false],
    ['https://0x7f.1/', '127.0.0.1', false],
  ])('%s leads to %s', (text, host, disguised) => {
    expect(outsideAddress(text)).toMatchObject({ host, disguised })
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    'mailto:a@b.example',
    '/log',
    '',
    'x',
  ])('%j is none', (text) => expect(outsideAddress(text)).toBeNull())
})
