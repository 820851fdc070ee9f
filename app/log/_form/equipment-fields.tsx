'use client'

import { useTranslations } from 'next-intl'
import { equipmentCategories, equipmentOutcomes } from '@/lib/claim/lists'
import { CountedFields } from './counted-fields'
import type { Of, SubstanceFieldsProps } from './form-types'
import { SiteSelect } from './key-selects'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** Things lost: what, how, how many, whose. */
export function EquipmentFields({ path, says, together, onChange }: SubstanceFieldsProps<Of<'equipment'>>) {
  const t = useTranslations('log.claims')
  const lists = useTranslations('list')
  const set = (change: Partial<Of<'equipment'>>) => onChange({ ...says, ...change })
  return (
    <>
      <SelectField
        path={`${path}.category`}
        label={t('category')}
        value={says.category}
        options={equipmentCategories.map((value) => ({ value, label: lists(`equipment.${value}`) }))}
        onChange={(category) => set({ category })}
      />
      <CountedFields
        path={path}
        says={says}
        outcome={{
          label: t('equipment-outcome'),
          options: equipmentOutcomes.map((value) => ({ value, label: lists(`equipment-outcome.${value}`) })),
        }}
        whose={
          together ? null : { field: 'owner', label: t('owner'), help: t('owner-help'), value: says.owner }
        }
        onChange={set}
        onWhose={(owner) => set({ owner })}
      />
      <TextField
        path={`${path}.model`}
        label={t('model')}
        help={t('model-help')}
        value={says.model}
        onChange={(model) => set({ model })}
      />
      {!together && <SiteSelect path={path} value={says.site} onChange={(site) => set({ site })} />}
    </>
  )
}
