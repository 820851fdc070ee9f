import { Prisma } from '@/prisma/generated/client'

/*
 * An unexpected error is printed with all that hangs on it, and a log must hold nothing of a record. Prisma prints the
 * arguments of a query that it takes for wrong, whatever its `errorFormat`; Postgres adds the whole row to a constraint that
 * fails, and quotes what it cannot read.
 */

/** What Postgres says of an error, as Prisma's adapter tells it. */
interface Told {
  originalCode?: string
  originalMessage?: string
  message?: string
  cause?: string
  detail?: string
}

/** Takes the values out of an error of the adapter, and lets it rise. */
export function raiseWithoutValues(error: unknown): never {
  if (error instanceof Error && typeof error.cause === 'object' && error.cause !== null) {
    const told: Told = error.cause
    delete told.detail
    // Class 22, "data exception": the only messages that quote data, and not names of the schema alone.
    if (told.originalCode?.startsWith('22')) {
      for (const part of ['originalMessage', 'message', 'cause'] as const)
        if (told[part] !== undefined) told[part] = unquoted(told[part])
      reword(error, unquoted(error.message))
    }
  }
  throw error
}

const unquoted = (message: string): string => message.replace(/".*"/s, '"…"')

/** Lets an error of Prisma's client rise: of one that it takes for a wrong question only what is wrong with it. */
export function raiseWithoutArguments(error: unknown): never {
  if (error instanceof Prisma.PrismaClientValidationError) {
    const paragraphs = error.message.trim().split('\n\n')
    reword(error, [paragraphs[0], paragraphs.at(-1)].join('\n'))
  }
  throw error
}

/** Another message, also where the stack repeats it. */
function reword(error: Error, message: string): void {
  const { stack, message: before } = error
  error.message = message
  if (stack !== undefined) error.stack = stack.replace(before, () => message)
}
