import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconMapPin, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Intervention } from '@/shared/api/types';
import { mapAddress } from '@/shared/ui/map';

/** High enough for a thumb, and for an address of two lines. */
const TALL = { inner: { minHeight: 46 }, label: { whiteSpace: 'normal', textAlign: 'start' } } as const;

/** Where it is and who opens the door: both one touch away. */
export function Place({ job }: { job: Intervention }): ReactNode {
  const { t } = useTranslation('field');
  const { site } = job;
  if (!site) {
    return null;
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={t('place')}>
      <Stack gap="xs">
        <Text fw={600}>{job.clientName}</Text>
        <Text>{site.name}</Text>
        <Button
          component="a"
          href={mapAddress(site)}
          target="_blank"
          rel="noreferrer"
          variant="light"
          h="auto"
          justify="flex-start"
          leftSection={<IconMapPin size={22} aria-hidden />}
          styles={TALL}
        >
          {site.addressLine}, {site.postalCode} {site.city}
        </Button>
        {site.contactPhone ? (
          <Button
            component="a"
            href={`tel:${site.contactPhone.replaceAll(' ', '')}`}
            variant="light"
            h="auto"
              justify="flex-start"
            leftSection={<IconPhone size={22} aria-hidden />}
            styles={TALL}
          >
            {[site.contactName, site.contactPhone].filter(Boolean).join(' · ')}
          </Button>
        ) : null}
        {site.accessNotes ? (
          <Text size="sm">
            <b>{t('access')}</b> {site.accessNotes}
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}
