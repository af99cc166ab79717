import { Select, type SelectProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const OVERLAPS = ['PT0S', 'PT1H', 'PT24H', 'P3D', 'P7D'] as const;

export const A_DAY = 'PT24H';

/** For how long an old secret serves beside its successor, as an ISO 8601 duration. */
export function OverlapSelect(select: Omit<SelectProps, 'data' | 'allowDeselect'>): ReactNode {
  const { t } = useTranslation('partners');
  return <Select {...select} allowDeselect={false} data={OVERLAPS.map((value) => ({ value, label: t(`overlap.${value}`) }))} />;
}
