import { dictionary } from '@zxcvbn-ts/language-common'
import { expect, it } from 'vitest'
import { commonPasswords } from './common-passwords'
import { passwordProblem, SHORTEST_WITH_FACTOR, typedPassword } from './password'

const owner = { name: 'Amal Haddad', email: 'amal@example.org', secondFactor: false }
const withFactor = { ...owner, secondFactor: true }

it.each([
  ['correct horse battery', null],
  ['نص من كلمات لا صلة بينها', null],
  ['🦊🌲🪨🎻🧊🍋🚲🌵🪁🧵🐢🎯🥁🪴🛶', null],
  ['  spaces count, too  ', null],
  ['aaaaaaaaaaaaaaaz fjord', null],
  ['fjordbattery14', 'password-too-short'],
  ['passwordpassword', 'password-common'],
  ['P@ssw0rdP@ssw0rd', 'password-common'],
  ['Password1234567890', 'password-common'],
  ['qwertyqwerty123', 'password-common'],
  ['123456789123456789', 'password-common'],
  ['abcdefghijklmnop', 'password-common'],
  ['zqzqzqzqzqzqzqzqzq', 'password-common'],
  ['محمدمحمدمحمدمحمد', 'password-common'],
  ['amal haddad waqai!', 'password-about-you'],
  ['وقائع-وقائع-amal-1', 'password-about-you'],
])('alone, %j: %s', (password, problem) => {
  expect(passwordProblem(password, owner)).toBe(problem)
})

it.each([
  ['fjord7xk', null],
  ['fjord7x', 'password-too-short-factor'],
  ['password', 'password-common'],
  ['Passw0rd!', 'password-common'],
  ['Welcome2024!', 'password-common'],
  ['iloveyou', 'password-common'],
  ['ahmed123', 'password-common'],
  ['haddad12', 'password-about-you'],
])('beside a second factor, %j: %s', (password, problem) => {
  expect(passwordProblem(password, withFactor)).toBe(problem)
})

it('the list holds the 3,000 that leak most often, of those long enough beside a second factor', () => {
  const long = dictionary['passwords-common']
    .map(String)
    .filter((text) => text.length >= SHORTEST_WITH_FACTOR)
  expect(long.length).toBeGreaterThan(3000)
  for (const text of long.slice(0, 3000))
    expect(passwordProblem(text, withFactor), text).toBe('password-common')
})

it('the list has more than 3,000 entries of each length that is asked for', () => {
  const all = [...commonPasswords()]
  expect(all.filter((text) => text.length < 15).length).toBeGreaterThan(3000)
  expect(all.filter((text) => text.length >= 15).length).toBeGreaterThan(3000)
})

it('takes 256 characters of any kind as they are, and no more', () => {
  const long = ' ﷺ'.repeat(128)
  expect(typedPassword.parse(long)).toBe(long)
  expect(typedPassword.safeParse(`${long}x`).error?.issues[0]?.message).toBe('password-too-long')
})
