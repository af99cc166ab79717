import { AppShell, Burger, Group, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, startTransition, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goLive, isLive, onLive } from '@/shared/live/hearing';
import { useMe } from '@/shared/session/session';
import { Loading } from '@/shared/ui/notices';
import { Part, PartFailure } from '@/shared/ui/part';
import { AccountMenu } from './account-menu';
import { Afterwards } from './afterwards';
import { ConnectionState } from './connection-state';
import { keepFocus } from './kept-focus';
import { type Destination, DESTINATIONS } from './navigation';
import classes from './shell.module.css';
import { Unsent } from './unsent';
import { UnsentCount } from './unsent-count';
import { useShortcuts } from './use-shortcuts';

const Shortcuts = lazy(() => import('./shortcuts'));
const Installed = lazy(() => import('./installed'));
const FieldBackground = lazy(() => import('@/features/field/background'));
const ClientWords = lazy(() => import('./client-words'));
const RefusedShown = lazy(() => import('./refused-shown'));

/** The frame of every screen: where one is, where one can go, who one is, and whether it is live. */
export function Shell(): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [opened, { toggle, close }] = useDisclosure();
  const [live, setLive] = useState(isLive);
  const [helped, { open: help, close: endHelp }] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const destinations = DESTINATIONS[me.role];
  const creates = me.role === 'DISPATCHER' || me.role === 'ADMIN';
  const inThePocket = me.role === 'TECHNICIAN' || me.role === 'CLIENT';

  useEffect(() => {
    // Not at once: nobody waits for this sign, and what is being drawn meanwhile need not begin anew.
    const tell = (): void => startTransition(() => setLive(isLive()));
    const stop = onLive(tell);
    goLive(queries);
    tell();
    return stop;
  }, [queries]);
  useEffect(keepFocus, []);
  useEffect(close, [path, close]);
  useShortcuts(destinations, creates, help);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      {...(inThePocket ? { footer: { height: { base: 60, sm: 0 } } } : {})}
      padding="md"
    >
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            {inThePocket ? null : (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                color="white"
                aria-label={t('nav.menu')}
                aria-expanded={opened}
              />
            )}
            <UnstyledButton component={Link} to="/" className={classes.brand} aria-label={t('nav.brand')}>
              <img src="/icon.svg" alt="" width={32} height={32} />
              <Text fw={700} visibleFrom="xs">
                AccordÉnergie
              </Text>
            </UnstyledButton>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <ConnectionState live={live} />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('nav.label')} visibleFrom={inThePocket ? 'sm' : undefined}>
        {destinations.map(({ to, label, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={<Name to={to} label={label} />}
            leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
            active={isAt(path, to)}
            aria-current={isAt(path, to) ? 'page' : undefined}
            variant="light"
          />
        ))}
      </AppShell.Navbar>
      <Afterwards>
        {me.role === 'TECHNICIAN' || isInstalled() ? <Installed /> : null}
      </Afterwards>
      {me.role === 'DISPATCHER' || me.role === 'TECHNICIAN' ? (
        <Afterwards>
          <ClientWords path={path} />
        </Afterwards>
      ) : null}
      <AppShell.Main id="content">
        {helped ? (
          <Part fallback={null}>
            <Shortcuts destinations={destinations} creates={creates} onClose={endHelp} />
          </Part>
        ) : null}
        {me.role === 'TECHNICIAN' ? (
          <Afterwards failed={PartFailure}>
            <FieldBackground />
            <RefusedShown />
          </Afterwards>
        ) : (
          <Suspense>
            <Unsent path={path} />
          </Suspense>
        )}
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      {inThePocket ? (
        <AppShell.Footer hiddenFrom="sm" component="nav" aria-label={t('nav.label')} className={classes.tabs}>
          {destinations.map(({ to, label, icon: Icon }) => (
            <UnstyledButton
              key={to}
              component={Link}
              to={to}
              className={classes.tab}
              data-active={isAt(path, to) || undefined}
              aria-current={isAt(path, to) ? 'page' : undefined}
            >
              <Icon size={24} stroke={1.75} aria-hidden />
              <span>
                <Name to={to} label={label} />
              </span>
            </UnstyledButton>
          ))}
        </AppShell.Footer>
      ) : null}
    </AppShell>
  );
}

/** What a destination is called, and what waits there. */
function Name({ to, label }: Pick<Destination, 'to' | 'label'>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {t(`nav.${label}` as 'nav.home')}
      {to === '/waiting' ? <UnsentCount /> : null}
    </>
  );
}

/** Whether somebody has worked from a kept copy on this device before. */
function isInstalled(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

function isAt(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path.startsWith(to);
}
