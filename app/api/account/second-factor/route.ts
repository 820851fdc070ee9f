import {
  confirmSecondFactor,
  endSecondFactor,
  passwordOnly,
  secondFactorCode,
  secondFactorEnd,
  startSecondFactor,
} from '@/lib/operations/accounts/second-factor'
import { answer, json } from '../../../_http/answer'
import { askingOf, holderOf } from '../../../_http/holder'
import { readBody } from '../../../_http/read-body'
import { withCookies } from '../../../_http/with-cookies'

/** Begins: this answer alone holds the secret and the recovery codes. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const holder = await holderOf(request)
    const { password } = await readBody(request, passwordOnly)
    return json(await startSecondFactor(holder, password, askingOf(request)), 201)
  })

/** The first code makes it count. */
export const PUT = (request: Request) =>
  answer(request, async () => {
    const holder = await holderOf(request)
    const { code } = await readBody(request, secondFactorCode)
    return withCookies(
      json({ secondFactor: true }),
      await confirmSecondFactor(holder, code, askingOf(request)),
    )
  })

/** Goes on without. */
export const DELETE = (request: Request) =>
  answer(request, async () => {
    const holder = await holderOf(request)
    await endSecondFactor(holder, await readBody(request, secondFactorEnd), askingOf(request))
    return json({ secondFactor: false })
  })
