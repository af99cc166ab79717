import { Avatar, UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/session';

const loadMenu = () => import('./account-menu-open');
const OpenMenu = lazy(loadMenu);

/** Who one is. What can be done about it is loaded when somebody reaches for it. */
export function AccountMenu(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  const face = (
    <UnstyledButton
      aria-label={t('account.menu')}
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      <Avatar name={me.displayName} color="white" variant="filled" radius="xl" alt="" />
    </UnstyledButton>
  );
  return wanted ? (
    <Suspense fallback={face}>
      <OpenMenu me={me} />
    </Suspense>
  ) : (
    face
  );
}
