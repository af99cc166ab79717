/*
 * The first script, a small one. While the application itself is on its way it asks who is here, and then for what their first
 * screen is made of: one after the other, each of these would cost a telephone a turn of its own.
 */
import '@/shared/ui/first-styles';
import './first-screen';

void import('./main');
