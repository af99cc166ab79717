import '@/shared/ui/all-styles';
import { Alert, Button, Group, List, Progress, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionsQuery } from '@/shared/api/interventions';
import { dispatcherChoicesQuery } from '@/shared/api/people';
import { useProblemText } from '@/shared/api/refused';
import { Coming } from '@/shared/ui/coming';
import { Page } from '@/shared/ui/page';
import { handOverAll, type HandedOver, OPEN } from './hand-over';

/** All that a dispatcher still has open goes to another one, as when somebody leaves or is ill. */
export function HandOverPage(): ReactNode {
  const { t } = useTranslation(['administration', 'common']);
  const text = useProblemText();
  const queries = useQueryClient();
  const choices = useQuery(dispatcherChoicesQuery);
  const dispatchers = choices.data ?? [];
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [sofar, setSofar] = useState<HandedOver | null>(null);
  const open = useQuery({ ...interventionsQuery({ ownerId: from ?? '', category: OPEN, limit: 100 }), enabled: from !== null });
  const handOver = useMutation({
    mutationFn: ({ owner, heir }: { owner: string; heir: string }) => handOverAll(owner, heir, setSofar),
    onSuccess: setSofar,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['interventions'] }),
  });
  const count = open.data ? `${open.data.items.length}${open.data.nextCursor ? '+' : ''}` : '…';
  return (
    <Page title={t('handOver.title')}>
      <Stack maw={640}>
        <Text>{t('handOver.hint')}</Text>
        <Select
          label={t('handOver.from')}
          required
          searchable
          data={dispatchers.map(({ id, displayName, active }) => ({
            value: id,
            label: active ? displayName : t('handOver.inactive', { name: displayName }),
          }))}
          value={from}
          onChange={(value) => {
            setFrom(value);
            setSofar(null);
          }}
        />
        <Coming reads={[choices, open]} />
        {from ? (
          <Group gap="xs">
            <Text role="status">{t('handOver.open', { count })}</Text>
            <Link to="/interventions" search={{ ownerId: from, category: [...OPEN] }}>
              {t('handOver.show')}
            </Link>
          </Group>
        ) : null}
        <Select
          label={t('handOver.to')}
          required
          searchable
          data={dispatchers.filter(({ id, active }) => active && id !== from).map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={to}
          onChange={setTo}
        />
        <Group>
          <Button
            disabled={!from || !to || open.data?.items.length === 0}
            loading={handOver.isPending}
            onClick={() => {
              if (from && to) {
                handOver.mutate({ owner: from, heir: to });
              }
            }}
          >
            {t('handOver.do')}
          </Button>
        </Group>
        {handOver.isPending ? <Progress value={100} animated aria-label={t('common:loading')} /> : null}
        {sofar ? (
          <Text role="status">{t('handOver.done', { count: sofar.done })}</Text>
        ) : null}
        {sofar && sofar.refused.length > 0 ? (
          <Alert color="red" role="alert" title={t('handOver.refused', { count: sofar.refused.length })}>
            <List size="sm">
              {sofar.refused.map(({ id, reference, error }) => (
                <List.Item key={id}>
                  <Link to="/interventions/$id" params={{ id }}>
                    {reference}
                  </Link>{' '}
                  {text(error)}
                </List.Item>
              ))}
            </List>
          </Alert>
        ) : null}
        {handOver.error ? <Alert color="red" role="alert">{text(handOver.error)}</Alert> : null}
      </Stack>
    </Page>
  );
}
