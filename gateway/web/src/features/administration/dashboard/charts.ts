import '@/shared/ui/all-styles';
import '@/shared/ui/charts-styles.css';

export { BarChart, LineChart } from '@mantine/charts';
