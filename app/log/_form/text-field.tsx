'use client'

import { Field, inputLook } from './field'

interface TextFieldProps {
  path: string
  label: string
  help?: string
  value: string | null
  onChange: (text: string) => void
  /** Language of what is typed; its direction follows the text. */
  lang?: string
  rows?: number
  className?: string
  autoFocus?: boolean
  type?: 'text' | 'url'
}

/** A line or, with `rows`, several lines of text; its direction is that of what is typed. */
export function TextField({
  path,
  label,
  help,
  value,
  onChange,
  lang,
  rows,
  className,
  ...rest
}: TextFieldProps) {
  const ltr = rest.type === 'url'
  return (
    <Field path={path} label={label} help={help} className={className}>
      {(control) =>
        rows ? (
          <textarea
            {...control}
            rows={rows}
            dir="auto"
            lang={lang}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
            className={inputLook}
          />
        ) : (
          <input
            {...control}
            // biome-ignore lint/a11y/noAutofocus: the first field of a page that is there to be typed into
            autoFocus={rest.autoFocus}
            type="text"
            inputMode={ltr ? 'url' : undefined}
            dir={ltr ? 'ltr' : 'auto'}
            lang={lang}
            autoComplete="off"
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
            className={inputLook}
          />
        )
      }
    </Field>
  )
}
