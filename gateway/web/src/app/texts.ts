import type { TextsLoader } from '@/shared/i18n';

type Module = { default: object };

const modules = {
  ...import.meta.glob<Module>('../shared/i18n/common.*.ts'),
  ...import.meta.glob<Module>('../shared/*/texts.*.ts'),
  ...import.meta.glob<Module>('../features/*/texts.*.ts'),
};

/** The texts that all share, or those of the folder of that name. */
export const loadTexts: TextsLoader = async (language, part) => {
  const places = [
    `../shared/i18n/${part}.${language}.ts`,
    `../shared/${part}/texts.${language}.ts`,
    `../features/${part}/texts.${language}.ts`,
  ];
  const load = places.map((place) => modules[place]).find(Boolean);
  if (!load) {
    throw new Error(`There are no texts of ${part} in ${language}.`);
  }
  return (await load()).default;
};
