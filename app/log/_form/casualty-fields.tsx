'use client'

import { useTranslations } from 'next-intl'
import { outcomes, personStatuses, sexAges, units } from '@/lib/claim/cell'
import { bases } from '@/lib/claim/count'
import { CountedFields } from './counted-fields'
import type { Of, SubstanceFieldsProps } from './form-types'
import { SiteSelect } from './key-selects'
import { SelectField } from './select-field'

/** People: their outcome, how many as it was said, and whose, of what status, where. */
export function CasualtyFields({ path, says, together, onChange }: SubstanceFieldsProps<Of<'casualties'>>) {
  const t = useTranslations('log.claims')
  const words = useTranslations('claim')
  const set = (change: Partial<Of<'casualties'>>) => onChange({ ...says, ...change })
  return (
    <>
      <CountedFields
        path={path}
        says={says}
        outcome={{
          label: t('outcome'),
          options: outcomes.map((value) => ({ value, label: words(`outcome.${value}`) })),
        }}
        whose={
          together ? null : { field: 'party', label: t('party'), help: t('party-help'), value: says.party }
        }
        onChange={set}
        onWhose={(party) => set({ party })}
      />
      <SelectField
        path={`${path}.status`}
        label={t('status')}
        help={t('status-help')}
        value={says.status ?? ''}
        empty="—"
        options={personStatuses.map((value) => ({ value, label: words(`status.${value}`) }))}
        onChange={(status) => set({ status })}
        onEmpty={() => set({ status: null })}
      />
      <SelectField
        path={`${path}.sexAge`}
        label={t('sex-age')}
        value={says.sexAge ?? ''}
        empty="—"
        options={sexAges.map((value) => ({ value, label: words(`sex-age.${value}`) }))}
        onChange={(sexAge) => set({ sexAge })}
        onEmpty={() => set({ sexAge: null })}
      />
      {!together && <SiteSelect path={path} value={says.site} onChange={(site) => set({ site })} />}
      <SelectField
        path={`${path}.unit`}
        label={t('unit')}
        value={says.unit}
        options={units.map((value) => ({ value, label: words(`unit.${value}`) }))}
        onChange={(unit) => set({ unit })}
      />
      <SelectField
        path={`${path}.basis`}
        label={t('basis')}
        help={t('basis-help')}
        value={says.basis}
        options={bases.map((value) => ({ value, label: words(`basis.${value}`) }))}
        onChange={(basis) =>
          set({ basis, movedFrom: basis === 'moved' ? (says.movedFrom ?? 'wounded') : null })
        }
      />
      {says.basis === 'moved' && (
        <SelectField
          path={`${path}.movedFrom`}
          label={t('moved-from')}
          value={says.movedFrom ?? ''}
          options={outcomes.map((value) => ({ value, label: words(`outcome.${value}`) }))}
          onChange={(movedFrom) => set({ movedFrom })}
        />
      )}
    </>
  )
}
