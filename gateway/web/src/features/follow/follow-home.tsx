import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/session';
import { CardPages } from '@/shared/ui/card-pages';
import { Page } from '@/shared/ui/page';
import { CURRENT } from './current';

/** A client's interventions that are not over yet. */
export function FollowHome(): ReactNode {
  const { t } = useTranslation('follow');
  const { clientName } = useMe();
  return (
    <Page title={clientName ? t('titleOf', { client: clientName }) : t('title')}>
      <CardPages label={t('title')} filter={CURRENT} none={t('none')} />
      <Anchor renderRoot={(props) => <Link {...props} to="/interventions" />}>{t('seePast')}</Anchor>
    </Page>
  );
}
