'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { Role } from '@/lib/access/roles'
import { leave } from './leave'

export interface SignedInAs {
  name: string
  role: Role
}

const itemLook =
  'cursor-default rounded px-3 py-1.5 outline-none data-[focused]:bg-sunken data-[href]:cursor-pointer'

/** Who is signed in, what is theirs, and the way out; for others the way in. */
export function AccountMenu({ account }: { account: SignedInAs | null }) {
  const t = useTranslations('account')
  if (account === null)
    return (
      <Link href="/sign-in" className="rounded px-2 py-1.5 hover:bg-sunken">
        {t('sign-in')}
      </Link>
    )
  const pages =
    account.role === 'administrator' ? ['account', 'members', 'settings', 'access-log'] : ['account']
  return (
    <MenuTrigger>
      <Button
        aria-label={t('menu', { name: account.name })}
        className="rounded px-2.5 py-1.5 hover:bg-sunken data-[hovered]:bg-sunken"
      >
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true" fill="none" stroke="currentColor">
          <circle cx="10" cy="7" r="3" strokeWidth="1.6" />
          <path strokeWidth="1.6" strokeLinecap="round" d="M4 16.5c1-3 3.2-4 6-4s5 1 6 4" />
        </svg>
      </Button>
      <Popover
        placement="bottom end"
        className="max-w-72 rounded-lg border border-line bg-surface p-1.5 text-ink shadow-lg"
      >
        <Menu className="outline-none" onAction={(key) => key === 'leave' && void leave()}>
          <MenuSection>
            <Header className="truncate px-3 py-1.5 text-muted text-sm">
              <bdi>{account.name}</bdi> · {t(`role.${account.role}`)}
            </Header>
            {pages.map((page) => (
              <MenuItem key={page} id={page} href={`/${page}`} className={itemLook}>
                {t(`pages.${page}` as never)}
              </MenuItem>
            ))}
            <MenuItem id="leave" className={itemLook}>
              {t('sign-out')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
