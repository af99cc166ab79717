import '@/shared/ui/all-styles';
import { Avatar, Menu, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconBook, IconLogout, IconLogout2 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/shared/api/types';
import { currentLanguage, type Language, speak } from '@/shared/i18n';
import { singleKeys, turnSingleKeys } from '@/shared/ui/single-keys';
import { useLogOut } from './log-out';

/** Language, colours, and the ways out. */
export default function AccountMenuOpen({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [keys, setKeys] = useState(singleKeys);
  const leaving = useLogOut(me.id);
  const speakAnother = async (language: Language): Promise<void> => {
    await speak(language);
    // Labels come from the API in the reader's language.
    await queries.invalidateQueries();
  };
  return (
    <>
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
          <Choice
            label={t('account.language')}
            value={currentLanguage()}
            words={{ fr: t('account.french'), en: t('account.english') }}
            onChoose={(language) => void speakAnother(language)}
          />
          <Choice
            label={t('account.appearance')}
            value={colorScheme}
            words={{ light: t('account.light'), dark: t('account.dark'), auto: t('account.auto') }}
            onChoose={setColorScheme}
          />
          <Choice
            label={t('account.singleKeys')}
            value={keys}
            words={{ on: t('account.on'), off: t('account.off') }}
            onChoose={(state) => {
              turnSingleKeys(state);
              setKeys(state);
            }}
          />
          <Menu.Divider />
          <Menu.Item component="a" href="/docs" leftSection={<IconBook size={18} aria-hidden />}>
            {t('account.apiDocs')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leaving.begin(false)}>
            {t('account.logout')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout2 size={18} aria-hidden />} onClick={() => void leaving.begin(true)}>
            {t('account.logoutEverywhere')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {leaving.asked}
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  words: Record<T, string>;
  onChoose: (value: T) => void;
}

/** One of a few; the menu stays open, so that one sees what it does. */
function Choice<T extends string>({ label, value, words, onChoose }: ChoiceProps<T>): ReactNode {
  return (
    <div role="group" aria-label={label}>
      <Menu.Label aria-hidden>{label}</Menu.Label>
      <Menu.RadioGroup value={value} onChange={(chosen) => onChoose(chosen as T)}>
        {(Object.keys(words) as T[]).map((each) => (
          <Menu.RadioItem key={each} value={each}>
            {words[each]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </div>
  );
}
