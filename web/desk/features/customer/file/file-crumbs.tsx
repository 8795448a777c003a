import { Link } from '@tanstack/react-router'
import { Icon } from '@yinuo/web-shared'
import { ChevronRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

/** 客户 ›: the way back to the list. */
export function FileCrumbs(): ReactElement {
  const t = useTexts()
  return (
    <>
      <Link to="/customers">{t('back')}</Link>
      <Icon of={ChevronRight} size={14} />
    </>
  )
}
