import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intervention } from '@/shared/api/types';
import { dateTime, slot } from '@/shared/time/time';
import { mapAddress } from '@/shared/ui/map';
import { useFileLink } from '@/shared/ui/use-file-link';
import classes from './facts.module.css';

/** All that is known of it, in the order in which it is asked for on the phone. */
export function Facts({ intervention }: { intervention: Intervention }): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const { site } = intervention;
  const pdf = useFileLink(intervention.id, 'report.pdf');
  const calendar = useFileLink(intervention.id, 'appointment.ics');
  return (
    <Paper withBorder p="md">
      {intervention.description ? (
        <Text mb="md" className={classes.text}>
          {intervention.description}
        </Text>
      ) : null}
      <dl className={classes.facts}>
        <Fact label={t('fields.client')}>{intervention.clientName}</Fact>
        {site ? (
          <>
            <Fact label={t('fields.site')}>{site.name}</Fact>
            <Fact label={t('fields.address')}>
              <Anchor href={mapAddress(site)} target="_blank" rel="noreferrer" aria-label={t('detail.openMap', { address: address(site) })}>
                {address(site)}
              </Anchor>
            </Fact>
            <Fact label={t('fields.contact')}>
              {site.contactName || site.contactPhone ? (
                <Stack gap={0}>
                  {site.contactName}
                  {site.contactPhone ? <Anchor href={`tel:${site.contactPhone.replaceAll(' ', '')}`}>{site.contactPhone}</Anchor> : null}
                </Stack>
              ) : null}
            </Fact>
            <Fact label={t('fields.access')}>{site.accessNotes}</Fact>
          </>
        ) : null}
        <Fact label={t('fields.technician')}>{intervention.technicianName ?? t('detail.unassigned')}</Fact>
        <Fact label={t('fields.planned')}>
          {intervention.plannedStart && intervention.plannedEnd
            ? slot(intervention.plannedStart, intervention.plannedEnd)
            : t('detail.notPlanned')}
        </Fact>
        <Fact label={t('fields.overrideReason')}>{intervention.overrideReason}</Fact>
        <Fact label={t('fields.actualStart')}>{intervention.actualStart ? dateTime(intervention.actualStart) : null}</Fact>
        <Fact label={t('fields.actualEnd')}>{intervention.actualEnd ? dateTime(intervention.actualEnd) : null}</Fact>
        <Fact label={t('fields.report')}>{intervention.report ? <Text className={classes.text}>{intervention.report}</Text> : null}</Fact>
        <Fact label={t('fields.takeOverDue')}>{intervention.takeOverDueAt ? dateTime(intervention.takeOverDueAt) : null}</Fact>
        <Fact label={t('fields.resolveDue')}>{intervention.resolveDueAt ? dateTime(intervention.resolveDueAt) : null}</Fact>
        <Fact label={t('fields.owner')}>{intervention.ownerName}</Fact>
        <Fact label={t('fields.created')}>{dateTime(intervention.createdAt)}</Fact>
      </dl>
      <Group gap="md" mt="sm">
        {intervention.actions.includes('report') ? (
          <Anchor {...pdf.link}>{t('detail.pdf')}</Anchor>
        ) : null}
        {intervention.actions.includes('appointment') ? (
          <Anchor {...calendar.link}>{t('detail.calendar')}</Anchor>
        ) : null}
      </Group>
      {pdf.failure}
      {calendar.failure}
    </Paper>
  );
}

function address({ addressLine, postalCode, city }: NonNullable<Intervention['site']>): string {
  return `${addressLine}, ${postalCode} ${city}`;
}

/** What is not known is not shown. */
function Fact({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return children ? (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
}
