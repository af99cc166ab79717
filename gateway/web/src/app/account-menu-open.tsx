import '@/shared/ui/all-styles';
import { Avatar, Menu, SegmentedControl, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBook, IconLogout, IconLogout2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/api/types';
import { currentLanguage, speak } from '@/shared/i18n';
import { logOut } from '@/shared/session/session';

/** Language, colours, and the ways out. */
export default function AccountMenuOpen({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={280} withinPortal defaultOpened>
      <Menu.Target>
        <UnstyledButton aria-label={t('account.menu')}>
          <Avatar name={me.displayName} color="white" variant="filled" radius="xl" alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap={0} px="sm" py="xs">
          <Text fw={600}>{me.displayName}</Text>
          <Text size="sm" c="dimmed">
            {me.clientName ?? t(`role.${me.role}`)}
          </Text>
        </Stack>
        <Menu.Divider />
        <Menu.Label>{t('account.language')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('account.language')}
          value={currentLanguage()}
          onChange={(language) => void speak(language)}
          data={[
            { value: 'fr', label: t('account.french') },
            { value: 'en', label: t('account.english') },
          ]}
        />
        <Menu.Label>{t('account.appearance')}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('account.appearance')}
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme)}
          data={(['light', 'dark', 'auto'] as const).map((scheme) => ({ value: scheme, label: t(`account.${scheme}`) }))}
        />
        <Menu.Divider />
        <Menu.Item component="a" href="/docs" leftSection={<IconBook size={18} aria-hidden />}>
          {t('account.apiDocs')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void logOut(false)}>
          {t('account.logout')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout2 size={18} aria-hidden />} onClick={() => void logOut(true)}>
          {t('account.logoutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
