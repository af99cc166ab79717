import { Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PageProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen: its title is in the tab, and whoever comes here by keyboard or ear begins at it. */
export function Page({ title, actions, children }: PageProps): ReactNode {
  const { t } = useTranslation();
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`;
  }, [title, t]);
  useEffect(() => {
    // With the picture, which has to be laid out for it: before, that would be done twice.
    const frame = requestAnimationFrame(() => {
      // A field that asks for the first word has it already.
      if (document.activeElement === null || !page.current?.contains(document.activeElement)) {
        heading.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Stack gap="md" ref={page}>
      <Group justify="space-between" align="center" gap="sm">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {title}
        </Title>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {children}
    </Stack>
  );
}
