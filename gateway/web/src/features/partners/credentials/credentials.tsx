import { Button, Code, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credential, NewCredential, Partner } from '@/shared/api/types';
import { dateTime, relative } from '@/shared/time/time';
import { MorePages, StateOfPages } from '@/shared/ui/paged';
import { ConfirmDialog } from '../confirm-dialog';
import { Section } from '../section';
import { type Shown, ShownOnce } from '../shown-once';
import { StateBadge } from '../state-badge';
import { credentialPages, useRevocation } from './calls';
import { IssueDialog } from './issue-dialog';
import { RotateDialog } from './rotate-dialog';

type Asked = 'issue' | { rotate: Credential } | { revoke: Credential } | null;

/** What a partner logs in with, and when each was last used. */
export function Credentials({ partner }: { partner: Partner }): ReactNode {
  const { t } = useTranslation(['partners', 'common']);
  const pages = useInfiniteQuery(credentialPages(partner.id));
  const credentials = (pages.data?.pages ?? []).flatMap((page) => page.items);
  const [asked, setAsked] = useState<Asked>(null);
  const [issued, setIssued] = useState<NewCredential | null>(null);
  const close = (): void => setAsked(null);
  const show = (credential: NewCredential): void => {
    close();
    setIssued(credential);
  };
  const shown: Shown | null = issued && {
    title: t('credentials.issued'),
    secret: issued.clientSecret ? { label: t('credentials.clientSecret'), value: issued.clientSecret } : null,
    facts: [
      { label: t('credentials.clientId'), value: issued.clientId },
      { label: t('credentials.tokenEndpoint'), value: issued.tokenEndpoint },
    ],
  };
  return (
    <Section
      title={t('credentials.title')}
      hint={t('credentials.hint')}
      actions={
        partner.state === 'RETIRED' ? null : (
          <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAsked('issue')}>
            {t('credentials.new')}
          </Button>
        )
      }
    >
      <StateOfPages pages={pages} lines={credentials.length} none={<Text size="sm">{t('credentials.none')}</Text>} />
      {credentials.length > 0 ? (
        <Table aria-label={t('credentials.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('credentials.clientId')}</Table.Th>
              <Table.Th visibleFrom="md">{t('credentials.createdAt')}</Table.Th>
              <Table.Th visibleFrom="md">{t('credentials.lastUsedAt')}</Table.Th>
              <Table.Th visibleFrom="md">{t('credentials.endsAt')}</Table.Th>
              <Table.Th visibleFrom="md">
                <span className="visually-hidden">{t('actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {credentials.map((credential) => (
              <Line key={credential.id} credential={credential} onAsk={setAsked} />
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <MorePages pages={pages} />
      {asked === 'issue' ? <IssueDialog partnerId={partner.id} onIssued={show} onClose={close} /> : null}
      {asked !== null && typeof asked === 'object' && 'rotate' in asked ? (
        <RotateDialog partnerId={partner.id} credential={asked.rotate} onIssued={show} onClose={close} />
      ) : null}
      {asked !== null && typeof asked === 'object' && 'revoke' in asked ? (
        <Revoke partnerId={partner.id} credential={asked.revoke} onDone={close} />
      ) : null}
      {shown ? <ShownOnce shown={shown} onClose={() => setIssued(null)} /> : null}
    </Section>
  );
}

const TONES = { ACTIVE: 'good', ENDING: 'passing', ENDED: 'over' } as const;

interface LineProps {
  credential: Credential;
  onAsk: (asked: Asked) => void;
}

function Line({ credential, onAsk }: LineProps): ReactNode {
  const { t } = useTranslation('partners');
  const { id, kind, state, createdAt, lastUsedAt, endsAt } = credential;
  const used = lastUsedAt ? relative(lastUsedAt) : t('credentials.never');
  const ends = endsAt ? t(state === 'ENDED' ? 'credentials.endedOn' : 'credentials.endsOn', { when: dateTime(endsAt) }) : t('credentials.noEnd');
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm">{t(`credentials.kinds.${kind}`)}</Text>
          <StateBadge tone={TONES[state]}>{t(`credentials.states.${state}`)}</StateBadge>
        </Group>
        <Code style={{ overflowWrap: 'anywhere' }}>{id}</Code>
        <Text size="sm" c="dimmed" hiddenFrom="md">
          {used} · {ends}
        </Text>
        <Group gap="xs" hiddenFrom="md" mt={4}>
          <Actions credential={credential} onAsk={onAsk} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="md">{dateTime(createdAt)}</Table.Td>
      <Table.Td visibleFrom="md">{used}</Table.Td>
      <Table.Td visibleFrom="md">{ends}</Table.Td>
      <Table.Td visibleFrom="md">
        <Group gap={4} justify="flex-end">
          <Actions credential={credential} onAsk={onAsk} />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({ credential, onAsk }: LineProps): ReactNode {
  const { t } = useTranslation('partners');
  const { id, state } = credential;
  return state === 'ENDED' ? null : (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('credentials.of', { action: t('credentials.rotate'), id })}
        onClick={() => onAsk({ rotate: credential })}
      >
        {t('credentials.rotate')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={t('credentials.of', { action: t('credentials.revoke'), id })}
        onClick={() => onAsk({ revoke: credential })}
      >
        {t('credentials.revoke')}
      </Button>
    </>
  );
}

function Revoke({ partnerId, credential, onDone }: { partnerId: string; credential: Credential; onDone: () => void }): ReactNode {
  const { t } = useTranslation('partners');
  const revoke = useRevocation(partnerId);
  return (
    <ConfirmDialog
      title={t('credentials.revokeTitle')}
      submit={t('credentials.revoke')}
      danger
      consequences={[credential.id, t('credentials.revokeHint')]}
      error={revoke.error}
      pending={revoke.isPending}
      onConfirm={() => revoke.mutate(credential.id, { onSuccess: onDone })}
      onClose={onDone}
    />
  );
}
