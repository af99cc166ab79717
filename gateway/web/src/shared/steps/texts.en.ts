import type { StepTexts } from './texts.fr';

const texts: StepTexts = {
  verb: {
    reopen: 'Reopen',
    refuse: 'Refuse',
    takeBack: 'Back to planning',
    plan: 'Plan',
    planAgain: 'Plan again',
    assign: 'Assign',
    resume: 'Resume',
    reject: 'Ask to redo',
    hold: 'Put on hold',
    close: 'Close',
    cancel: 'Cancel the intervention',
  },
  reasonFor: 'Reason',
  reasonHint: 'It is kept in the history.',
  reasonHold: 'The client reads it: “On hold: …”',
  report: 'Report',
  reportHint: 'What was done, what was found, what remains to be done.',
  technician: 'Technician',
  start: 'Start',
  end: 'End',
  duration: 'Duration',
  override: 'Book all the same',
  overrideHint: 'The technician has an appointment at that time. Say why you override it.',
  missing: 'To be completed',
  times: 'Correct the times',
  timesHint: 'When the work was really done. Saving it takes a network.',
  actualStart: 'Actual start',
  actualEnd: 'Actual end',
  move: 'Move or reassign',
};

export default texts;
