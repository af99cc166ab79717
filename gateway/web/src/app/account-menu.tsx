import { Avatar, Button, UnstyledButton } from '@mantine/core';
import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/shared/session/session';
import { Part, reload } from '@/shared/ui/part';

const loadMenu = () => import('./account-menu-open');
const OpenMenu = lazy(loadMenu);

/** Without network that is told only to whoever opens it. */
const fetchAhead = (): void => void loadMenu().catch(() => undefined);

/** Who one is. What can be done about it is loaded when somebody reaches for it. */
export function AccountMenu(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  const face = (
    <UnstyledButton
      aria-label={t('account.menu')}
      aria-haspopup="menu"
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={() => setWanted(true)}
    >
      <Avatar name={me.displayName} color="white" variant="filled" radius="xl" alt="" />
    </UnstyledButton>
  );
  return wanted ? (
    <Part fallback={face} failed={Unloaded}>
      <OpenMenu me={me} />
    </Part>
  ) : (
    face
  );
}

/** In the little room there is. */
function Unloaded(): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <span className="visually-hidden">{t('failure.part')}</span>
      <Button size="compact-sm" variant="white" title={t('failure.part')} onClick={reload}>
        {t('reload')}
      </Button>
    </div>
  );
}
