import '@/shared/ui/all-styles';
import '@/shared/ui/dates-styles.css';
import { Button } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { interventionPages } from '@/shared/api/interventions';
import type { ListedIntervention } from '@/shared/api/types';
import { useMe } from '@/shared/session/session';
import { CardList } from '@/shared/ui/card-list';
import { Empty, Failure, Loading } from '@/shared/ui/notices';
import { Page } from '@/shared/ui/page';
import { isSingleKey } from '@/shared/ui/single-keys';
import { COLUMNS, type ColumnName } from './columns';
import { type Filter, filterSchema, query } from './filter';
import { FilterBar } from './filter-bar';
import { InterventionTable } from './intervention-table';
import { rememberSearch } from './last-search';
import { ListMenu } from './list-menu';
import { SavedViews } from './saved-views';
import { useColumns } from './use-columns';

/** Every intervention that is the reader's to see, narrowed, ordered and searched by the address. */
export function ListPage(): ReactNode {
  const { t } = useTranslation('interventions');
  const { id, role } = useMe();
  const search = useSearch({ from: '/interventions' });
  const filter = useMemo(() => filterSchema.parse(search), [search]);
  useEffect(() => rememberSearch(id, filter), [id, filter]);
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [shown, keepColumns] = useColumns(filter);
  const searchField = useRef<HTMLInputElement>(null);
  const asked = useMemo(() => query(filter), [filter]);
  const pages = useInfiniteQuery(interventionPages(asked));
  const lines = useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.items as ListedIntervention[]), [pages.data]);
  const columns = COLUMNS.filter((column) => shown.includes(column.name));
  const creates = role === 'DISPATCHER' || role === 'ADMIN';

  const show = (next: Filter): void => void navigate({ to: '/interventions', search: next, replace: true });
  const chooseColumns = (names: ColumnName[]): void => {
    keepColumns(names);
    show({ ...filter, columns: undefined });
  };
  const focusSearch = (event: KeyboardEvent): void => {
    if (isSingleKey(event)) {
      event.preventDefault();
      searchField.current?.focus();
    }
  };
  useHotkeys([['/', focusSearch, { preventDefault: false }]]);

  const more = (): void => {
    if (pages.hasNextPage && !pages.isFetchingNextPage && !pages.isFetchNextPageError) {
      void pages.fetchNextPage();
    }
  };

  return (
    <Page
      title={t('listTitle')}
      actions={
        <>
          <ListMenu filter={asked} columns={columns} shown={shown} onShown={chooseColumns} />
          {creates ? (
            <Button component={Link} to="/interventions/new" leftSection={<IconPlus size={18} aria-hidden />}>
              {t('create.title')}
            </Button>
          ) : null}
        </>
      }
    >
      <SavedViews filter={filter} shown={shown} onChoose={show} />
      <FilterBar filter={filter} searchRef={searchField} onChange={show} />
      {pages.error ? <Failure error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isPending ? <Loading /> : null}
      {pages.data && lines.length === 0 ? <Empty>{t('list.none')}</Empty> : null}
      {lines.length === 0 ? null : narrow ? (
        <CardList label={t('list.table')} lines={lines} more={pages.hasNextPage} loading={pages.isFetchingNextPage} onMore={more} />
      ) : (
        <InterventionTable key={JSON.stringify(asked)} lines={lines} columns={columns} loading={pages.isFetchingNextPage} onEnd={more} />
      )}
    </Page>
  );
}
