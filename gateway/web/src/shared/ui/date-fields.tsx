import { DatePickerInput, type DatePickerInputProps, DateTimePicker, type DateTimePickerProps } from '@mantine/dates';
import { type ReactNode, useId } from 'react';

/** The calendar of a field is called what the field is: it looks for the field's name under its own id. */
function useNamedCalendar() {
  const id = useId();
  return { id, popoverProps: { id, returnFocus: true } };
}

/** A day and a time of day. */
export function DateTimeField(field: DateTimePickerProps): ReactNode {
  return <DateTimePicker {...useNamedCalendar()} {...field} />;
}

/** From one day to another. */
export function PeriodField(field: DatePickerInputProps<'range'>): ReactNode {
  return <DatePickerInput {...useNamedCalendar()} {...field} type="range" />;
}
