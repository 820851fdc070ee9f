'use client'

import { useTranslations } from 'next-intl'
import { KindMark } from '@/app/_ui/kind-mark'
import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { Choice, ChoiceField } from './choice-field'
import { useFilter } from './filter-state'

/** Kinds of event, each below its type; a type stands for all of its kinds. */
export function KindField() {
  const { filter, ask } = useFilter()
  const t = useTranslations()
  const toggleType = (type: KindType, on: boolean) => {
    const others = filter.kinds.filter((kind) => kind !== type && !kindsOfType(type).includes(kind as Kind))
    ask({ filter: { kinds: on ? [...others, type] : others } })
  }
  const toggleKind = (type: KindType, kind: Kind, on: boolean) => {
    const kinds = filter.kinds.includes(type)
      ? [...filter.kinds.filter((other) => other !== type), ...kindsOfType(type)]
      : filter.kinds
    ask({ filter: { kinds: on ? [...kinds, kind] : kinds.filter((other) => other !== kind) } })
  }
  return (
    <ChoiceField label={t('timeline.filter.kind')} chosen={filter.kinds.length}>
      {kindTypes.map((type) => {
        const whole = filter.kinds.includes(type)
        return (
          <fieldset key={type} className="mb-2">
            <legend className="sr-only">{t(`kind.types.${type}`)}</legend>
            <Choice checked={whole} onChange={(on) => toggleType(type, on)}>
              <KindMark type={type} /> <strong>{t(`kind.types.${type}`)}</strong>
            </Choice>
            <div className="ps-6">
              {kindsOfType(type).map((kind) => (
                <Choice
                  key={kind}
                  checked={whole || filter.kinds.includes(kind)}
                  onChange={(on) => toggleKind(type, kind, on)}
                >
                  {t(`kind.kinds.${kind}`)}
                </Choice>
              ))}
            </div>
          </fieldset>
        )
      })}
    </ChoiceField>
  )
}
