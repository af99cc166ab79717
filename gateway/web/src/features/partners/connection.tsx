import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Copyable } from './copyable';
import { Section } from './section';

/** What a partner has to know besides its credentials; see docs/partners.md. */
export function Connection(): ReactNode {
  const { t } = useTranslation('partners');
  const { origin } = window.location;
  return (
    <Section title={t('connection.title')} hint={t('connection.hint')}>
      <Copyable label={t('connection.address')} value={origin} />
      <Copyable label={t('connection.token')} value={`${origin}/oauth2/token`} />
      <Copyable label={t('connection.stream')} value={`${origin}/api/v1/partner`}>
        <Text size="sm" c="dimmed">
          {t('connection.streamHint')}
        </Text>
      </Copyable>
      <Copyable label={t('connection.feed')} value={`${origin}/api/v1/partner/events`} />
      <Anchor size="sm" href="/docs" target="_blank" rel="noopener">
        {t('connection.docs')}
      </Anchor>
    </Section>
  );
}
