import { Button, Menu } from '@mantine/core';
import { IconCalendarTime, IconChevronDown, IconClockEdit, IconPencil, IconTransfer } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intervention } from '@/shared/api/types';
import { DetailsForm } from './details-form';
import { HandOverForm } from './hand-over-form';
import { PlanForm } from '@/shared/steps/plan-form';
import TimesForm from '@/shared/steps/times-form';

type Form = 'details' | 'plan' | 'times' | 'handOver';

/** What else the API lets the reader do with it. */
export function ChangeMenu({ intervention }: { intervention: Intervention }): ReactNode {
  const { t } = useTranslation(['interventions', 'common', 'steps']);
  const [form, setForm] = useState<Form | null>(null);
  const mayChange = intervention.actions.includes('change');
  const mayHandOver = intervention.actions.includes('handOver');
  const mayCorrect = intervention.actions.includes('times');
  if (!mayChange && !mayHandOver && !mayCorrect) {
    return null;
  }
  const close = (): void => setForm(null);
  const planned = intervention.technicianId !== undefined && intervention.technicianId !== null;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('common:edit')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayChange ? (
            <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setForm('details')}>
              {t('detail.edit')}
            </Menu.Item>
          ) : null}
          {mayChange && planned ? (
            <Menu.Item leftSection={<IconCalendarTime size={18} aria-hidden />} onClick={() => setForm('plan')}>
              {t('detail.plan')}
            </Menu.Item>
          ) : null}
          {mayCorrect ? (
            <Menu.Item leftSection={<IconClockEdit size={18} aria-hidden />} onClick={() => setForm('times')}>
              {t('steps:times')}
            </Menu.Item>
          ) : null}
          {mayHandOver ? (
            <Menu.Item leftSection={<IconTransfer size={18} aria-hidden />} onClick={() => setForm('handOver')}>
              {t('detail.handOver')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {form === 'details' ? <DetailsForm intervention={intervention} onDone={close} /> : null}
      {form === 'plan' ? <PlanForm intervention={intervention} onDone={close} /> : null}
      {form === 'times' ? <TimesForm intervention={intervention} onDone={close} /> : null}
      {form === 'handOver' ? <HandOverForm intervention={intervention} onDone={close} /> : null}
    </>
  );
}
