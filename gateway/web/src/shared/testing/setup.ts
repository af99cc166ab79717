import 'fake-indexeddb/auto';
import { configure } from '@testing-library/dom';

// A screen is drawn in a moment, unless the machine does much else besides.
configure({ asyncUtilTimeout: 5000 });
