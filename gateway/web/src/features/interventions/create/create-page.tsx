import '@/shared/ui/all-styles';
import '@/shared/ui/dates-styles.css';
import { Alert, Button, Fieldset, Group, Input, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/shared/api/keys';
import { urgenciesQuery } from '@/shared/api/lists';
import { useProblemText, useRefusedFields } from '@/shared/api/refused';
import type { Intervention } from '@/shared/api/types';
import { useDraft } from '@/shared/drafts/draft';
import { RestoredNotice } from '@/shared/drafts/restored-notice';
import { Fields } from '@/shared/forms/fields';
import { useRules } from '@/shared/forms/validation';
import { AskedTwice } from '@/shared/ui/asked-twice';
import { Coming } from '@/shared/ui/coming';
import { Page } from '@/shared/ui/page';
import { type Call, callSchema, emptyCall, rewritten, usualUrgency } from './call';
import { ClientField, described } from './client-field';
import { wordsOfSite } from './fitting-site';
import { type PartOfCall, sendCall, sendPlan } from './send-call';
import { SiteField } from './site-field';
import { WhenFields } from './when-fields';

/** Four urgencies side by side on the smallest phone. */
const NARROW = { label: { paddingInline: 8 } } as const;

/** Another client has other sites. */
const NO_SITE: Partial<Call> = { siteId: null, siteWords: '', newSite: null };

/** Written while the client is on the phone: in order of what they say, and without a mouse. */
export function CreatePage(): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const text = useProblemText();
  const refusedFields = useRefusedFields();
  const urgencies = useQuery(urgenciesQuery);
  const offered = (urgencies.data ?? []).filter(({ active }) => active);
  const [initial] = useState(emptyCall);
  const [written, setCall, forget, restored] = useDraft<Call>('call', initial);
  const call: Call = { ...written, urgency: written.urgency ?? usualUrgency(offered) };
  const [errors, setErrors] = useState<Record<string, string>>({});
  const check = useRules()(callSchema);
  const form = useRef<HTMLFormElement>(null);

  const change = useCallback((part: Partial<Call>) => setCall((now) => rewritten(now, part)), [setCall]);

  const progress = useRef<{ part: PartOfCall; made: Partial<Call> }>({ part: 'intervention', made: {} });
  const plan = useMutation({
    mutationFn: ({ sent, intervention }: { sent: Call; intervention: Intervention }) => sendPlan(sent, intervention),
  });
  const create = useMutation({
    mutationFn: (sent: Call) =>
      sendCall(sent, (part, made) => {
        progress.current = { part, made };
      }),
    onSuccess: async (intervention) => {
      forget(emptyCall());
      void queries.invalidateQueries({ queryKey: ['interventions', 'list'] });
      void queries.invalidateQueries({ queryKey: keys.clients });
      try {
        await plan.mutateAsync({ sent: call, intervention });
        notifications.show({ message: t('create.created', { reference: intervention.reference }) });
      } catch (error) {
        notifications.show({
          color: 'red',
          autoClose: 10_000,
          message: t('create.planFailed', { reference: intervention.reference, problem: text(error) }),
        });
      }
      await navigate({ to: '/interventions/$id', params: { id: intervention.id } });
    },
    onError: (error) => {
      const { part, made } = progress.current;
      const refused = Object.entries(refusedFields(error));
      setErrors(Object.fromEntries(refused.map(([name, text]) => [part === 'intervention' ? name : `${part}.${name}`, text])));
      // What is made is made: from here on it is chosen, and corrected where such things are. What builds on it was sent as it is.
      setCall((now) => ({ ...now, ...made }));
      void queries.invalidateQueries({ queryKey: keys.clients });
    },
  });

  const discard = (): void => {
    forget(emptyCall());
    setErrors({});
    create.reset();
  };
  const submit = (): void => {
    if (create.isPending) {
      return;
    }
    const wrong = check(call);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } else {
      create.mutate(call);
    }
  };
  useHotkeys([['mod+Enter', submit]], []);

  return (
    <Page title={t('create.title')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Fields pending={create.isPending} maw={860}>
          <RestoredNotice draft={{ restored, startAgain: discard }} />
          <Fieldset legend={t('create.call')}>
            <Stack gap="sm">
              <ClientField
                key={call.clientId ?? (call.newClient ? 'new' : '')}
                clientId={call.clientId}
                label={call.clientLabel}
                error={errors['clientId']}
                onChoose={(client, searched) =>
                  change({
                    ...NO_SITE,
                    clientId: client.id,
                    clientLabel: described(client),
                    newClient: null,
                    siteWords: wordsOfSite(searched, client),
                  })
                }
                onNew={(name) => change({ ...NO_SITE, clientId: null, clientLabel: name, newClient: { name, phone: '' } })}
              />
              {call.newClient ? <NewClientFields call={call} errors={errors} onChange={change} /> : null}
              <SiteField call={call} errors={errors} onChange={change} />
            </Stack>
          </Fieldset>
          <TextInput
            label={t('create.what')}
            required
            maxLength={200}
            error={errors['title']}
            value={call.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Textarea
            label={t('create.description')}
            autosize
            minRows={2}
            maxLength={4000}
            error={errors['description']}
            value={call.description}
            onChange={(event) => change({ description: event.currentTarget.value })}
          />
          <Input.Wrapper
            label={t('create.urgency')}
            labelElement="div"
            labelProps={{ id: 'urgency-label', mb: 4 }}
            error={errors['urgency']}
            errorProps={{ id: 'urgency-error', mt: 4 }}
          >
            <div>
              <SegmentedControl
                aria-labelledby="urgency-label"
                aria-describedby={errors['urgency'] ? 'urgency-error' : undefined}
                styles={NARROW}
                value={call.urgency ?? ''}
                onChange={(urgency) => change({ urgency })}
                data={offered.map(({ code, label }) => ({ value: code, label }))}
              />
            </div>
          </Input.Wrapper>
          <Coming reads={[urgencies]} />
          <WhenFields call={call} urgency={offered.find(({ code }) => code === call.urgency)} errors={errors} onChange={change} />
          {create.error ? (
            <Alert color="red" role="alert">
              {text(create.error)}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} title={t('create.submitHint')}>
              {t('create.submit')}
            </Button>
            <AskedTwice label={t('create.discard')} surely={t('create.discardSurely')} onSurely={discard} />
          </Group>
        </Fields>
      </form>
    </Page>
  );
}

function NewClientFields({
  call,
  errors,
  onChange,
}: {
  call: Call;
  errors: Record<string, string>;
  onChange: (part: Partial<Call>) => void;
}): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const client = call.newClient ?? { name: '', phone: '' };
  return (
    <Fieldset legend={t('create.newClient')}>
      <Group grow align="flex-start">
        <TextInput
          label={t('create.clientName')}
          required
          maxLength={200}
          error={errors['newClient.name']}
          value={client.name}
          onChange={(event) => onChange({ newClient: { ...client, name: event.currentTarget.value } })}
        />
        <TextInput
          label={t('create.clientPhone')}
          type="tel"
          maxLength={40}
          error={errors['newClient.phone']}
          value={client.phone}
          onChange={(event) => onChange({ newClient: { ...client, phone: event.currentTarget.value } })}
        />
      </Group>
    </Fieldset>
  );
}
