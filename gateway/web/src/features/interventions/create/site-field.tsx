import { Button, Fieldset, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '@/shared/api/clients';
import { Coming } from '@/shared/ui/coming';
import { type Call, EMPTY_SITE, type NewSite } from './call';
import { fittingSite } from './fitting-site';

interface SiteFieldProps {
  call: Call;
  errors: Record<string, string>;
  onChange: (part: Partial<Call>) => void;
}

/** Where it is: the client's only site, and the one that was spoken of, is chosen by itself; a new one is written down here. */
export function SiteField({ call, errors, onChange }: SiteFieldProps): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const sites = useQuery({ ...sitesQuery(call.clientId ?? ''), enabled: call.clientId !== null });
  const [only, ...others] = sites.data ?? [];
  const meant = others.length === 0 ? only : fittingSite(sites.data ?? [], call.siteWords ?? '');
  const meantId = meant?.id;
  const none = sites.data?.length === 0;

  useEffect(() => {
    if (meantId && !call.siteId && !call.newSite) {
      onChange({ siteId: meantId });
    }
    if (none && !call.siteId && !call.newSite) {
      onChange({ newSite: EMPTY_SITE });
    }
  }, [meantId, none, call.siteId, call.newSite, onChange]);

  if (!call.clientId && !call.newClient) {
    return null;
  }
  if (call.newSite) {
    return (
      <NewSiteFields
        site={call.newSite}
        errors={errors}
        onChange={(newSite) => onChange({ newSite, siteId: null })}
        onBack={only ? () => onChange({ newSite: null, siteId: null }) : undefined}
      />
    );
  }
  return (
    <>
      <Group align="flex-end" gap="xs">
        <Select
          flex={1}
          label={t('create.site')}
          required
          searchable
          allowDeselect={false}
          nothingFoundMessage={sites.data ? t('common:noneFound') : undefined}
          placeholder={t('create.chooseSite')}
          error={errors['siteId']}
          data={(sites.data ?? []).map((site) => ({ value: site.id, label: `${site.name}, ${site.addressLine}, ${site.city}` }))}
          value={call.siteId}
          onChange={(siteId) => onChange({ siteId })}
        />
        <Button variant="default" onClick={() => onChange({ newSite: EMPTY_SITE, siteId: null })}>
          {t('create.newSite')}
        </Button>
      </Group>
      <Coming reads={[sites]} />
    </>
  );
}

function NewSiteFields({
  site,
  errors,
  onChange,
  onBack,
}: {
  site: NewSite;
  errors: Record<string, string>;
  onChange: (site: NewSite) => void;
  /** Where there are others to choose from. */
  onBack: (() => void) | undefined;
}): ReactNode {
  const { t } = useTranslation(['interventions', 'common']);
  const field = (name: keyof NewSite, required: boolean, most: number) => (
    <TextInput
      label={t(name === 'name' ? 'create.siteName' : `create.${name}`)}
      required={required}
      maxLength={most}
      error={errors[`newSite.${name}`]}
      value={site[name]}
      onChange={(event) => onChange({ ...site, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Fieldset legend={t('create.newSite')}>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {field('name', true, 200)}
          {field('addressLine', true, 300)}
          {field('postalCode', true, 20)}
          {field('city', true, 100)}
          {field('contactName', false, 200)}
          {field('contactPhone', false, 50)}
        </SimpleGrid>
        {field('accessNotes', false, 2000)}
        {onBack ? (
          <Group>
            <Button variant="subtle" size="compact-sm" onClick={onBack}>
              {t('create.knownSite')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Fieldset>
  );
}
