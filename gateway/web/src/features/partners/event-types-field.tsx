import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Which types of events; none chosen means all of them. */
export function EventTypesField({ value, placeholder, ...select }: Omit<MultiSelectProps, 'data'>): ReactNode {
  const words = useEventTypes();
  // A type that a newer version of the suite knows is kept as it is.
  const unknown = (value ?? []).filter((type) => !words.has(type));
  return (
    <MultiSelect
      {...select}
      searchable
      clearable
      hidePickedOptions
      value={value}
      placeholder={value?.length ? undefined : placeholder}
      data={[...words, ...unknown.map((type) => [type, type] as const)].map(([type, label]) => ({ value: type, label }))}
    />
  );
}

export function useEventTypes(): ReadonlyMap<string, string> {
  const { t } = useTranslation('partners');
  return useMemo(() => new Map(Object.entries(t('eventTypes', { returnObjects: true }))), [t]);
}
