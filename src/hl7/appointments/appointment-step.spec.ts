import type { PlainDate } from '../../clinical/calendar';
import type { AppointmentStatus } from '../../records/scheduling/appointment.entity';
import { appointmentStep, unlikely, type AppointmentStep } from './appointment-step';
import type { ToldAppointment } from './reading/read-appointment';

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);
const AT_TEN = new Date('2026-12-07T10:00:00Z');
const AT_ELEVEN = new Date('2026-12-07T11:00:00Z');

interface Case {
  readonly told: ToldAppointment['status'];
  readonly sent: string;
  readonly more: Partial<Pick<ToldAppointment, 'isNew' | 'startsAt' | 'durationMin'>>;
  readonly known: AppointmentStatus;
  readonly changed: string | undefined;
  readonly step: AppointmentStep;
}

// What is known was told at 08:00, and is from 10:00 for thirty minutes.
it.each`
  told           | sent       | more                                    | known          | changed      | step              | why
  ${'booked'}    | ${'07:59'} | ${{}}                                   | ${'cancelled'} | ${undefined} | ${'overtaken'}    | ${'older than what is known'}
  ${'booked'}    | ${'07:59'} | ${{ startsAt: AT_ELEVEN }}              | ${'booked'}    | ${undefined} | ${'overtaken'}    | ${'an older time'}
  ${'booked'}    | ${'08:00'} | ${{ startsAt: AT_ELEVEN }}              | ${'booked'}    | ${undefined} | ${'write'}        | ${'moved at the same moment'}
  ${'booked'}    | ${'08:01'} | ${{ startsAt: AT_ELEVEN }}              | ${'booked'}    | ${undefined} | ${'write'}        | ${'moved'}
  ${'booked'}    | ${'08:00'} | ${{ startsAt: AT_ELEVEN, isNew: true }} | ${'booked'}    | ${undefined} | ${'overtaken'}    | ${'made at the same moment: before what is known'}
  ${'booked'}    | ${'08:01'} | ${{ isNew: true }}                      | ${'cancelled'} | ${undefined} | ${'write'}        | ${'made again'}
  ${'booked'}    | ${'08:00'} | ${{ isNew: true }}                      | ${'booked'}    | ${undefined} | ${'same'}         | ${'made, told again'}
  ${'booked'}    | ${'08:01'} | ${{ durationMin: 45 }}                  | ${'booked'}    | ${undefined} | ${'write'}        | ${'longer'}
  ${'booked'}    | ${'08:01'} | ${{ durationMin: 30 }}                  | ${'booked'}    | ${undefined} | ${'same'}         | ${'as long as before'}
  ${'booked'}    | ${'08:01'} | ${{}}                                   | ${'booked'}    | ${'09:00'}   | ${'same'}         | ${'changed here, to the same'}
  ${'booked'}    | ${'08:59'} | ${{ startsAt: AT_ELEVEN }}              | ${'booked'}    | ${'09:00'}   | ${'ask-changed'}  | ${'changed here since'}
  ${'booked'}    | ${'09:00'} | ${{ startsAt: AT_ELEVEN }}              | ${'booked'}    | ${'09:00'}   | ${'write'}        | ${'told of after the change here'}
  ${'booked'}    | ${'08:01'} | ${{}}                                   | ${'attended'}  | ${undefined} | ${'same'}         | ${'they came: it was booked'}
  ${'booked'}    | ${'08:01'} | ${{ startsAt: AT_ELEVEN }}              | ${'attended'}  | ${undefined} | ${'ask-attended'} | ${'they came, and it is moved'}
  ${'booked'}    | ${'08:01'} | ${{}}                                   | ${'no-show'}   | ${undefined} | ${'same'}         | ${'they did not come: it was booked'}
  ${'booked'}    | ${'08:01'} | ${{ startsAt: AT_ELEVEN }}              | ${'no-show'}   | ${undefined} | ${'write'}        | ${'they did not come, and get another time'}
  ${'cancelled'} | ${'08:01'} | ${{}}                                   | ${'booked'}    | ${undefined} | ${'write'}        | ${'cancelled'}
  ${'cancelled'} | ${'08:00'} | ${{}}                                   | ${'booked'}    | ${undefined} | ${'write'}        | ${'cancelled at the same moment'}
  ${'cancelled'} | ${'08:01'} | ${{ startsAt: AT_ELEVEN }}              | ${'cancelled'} | ${undefined} | ${'same'}         | ${'cancelled already, whatever its time'}
  ${'cancelled'} | ${'08:01'} | ${{}}                                   | ${'attended'}  | ${undefined} | ${'ask-attended'} | ${'they came'}
  ${'cancelled'} | ${'08:01'} | ${{}}                                   | ${'no-show'}   | ${'09:00'}   | ${'ask-changed'}  | ${'somebody here wrote down that they did not come'}
  ${'no-show'}   | ${'08:01'} | ${{}}                                   | ${'booked'}    | ${undefined} | ${'write'}        | ${'they did not come'}
  ${'no-show'}   | ${'08:01'} | ${{}}                                   | ${'attended'}  | ${'09:00'}   | ${'ask-attended'} | ${'a session says that they came'}
  ${'attended'}  | ${'08:01'} | ${{}}                                   | ${'booked'}    | ${undefined} | ${'write'}        | ${'they came'}
  ${'attended'}  | ${'08:01'} | ${{}}                                   | ${'attended'}  | ${'09:00'}   | ${'same'}         | ${'a session said so already'}
  ${'unsettled'} | ${'08:01'} | ${{}}                                   | ${'booked'}    | ${undefined} | ${'write'}        | ${'no longer booked there, whatever it says of the time'}
`('$told after $known: $step, $why', ({ told, sent, more, known, changed, step }: Case) => {
  expect(
    appointmentStep(
      { status: told, isNew: false, startsAt: AT_TEN, durationMin: 30, ...more },
      { occurredAt: at(sent) },
      {
        status: known,
        startsAt: AT_TEN,
        durationMin: 30,
        toldAt: at('08:00'),
        changedHereAt: changed === undefined ? null : at(changed),
      },
    ),
  ).toBe(step);
});

it('asks nothing of the time where none is told', () => {
  const standing = { startsAt: AT_TEN, durationMin: 30, toldAt: at('08:00'), changedHereAt: null };
  const told = { status: 'booked', isNew: false } as const;
  expect(appointmentStep(told, { occurredAt: at('09:00') }, { ...standing, status: 'booked' })).toBe('same');
});

it.each`
  status         | day             | said                       | why
  ${'unsettled'} | ${'2026-12-07'} | ${'pending'}               | ${'not booked there'}
  ${'booked'}    | ${'2026-11-22'} | ${'booked for 2026-11-22'} | ${'yesterday'}
  ${'booked'}    | ${'2026-11-23'} | ${undefined}               | ${'today'}
  ${'cancelled'} | ${'2026-11-22'} | ${undefined}               | ${'of yesterday'}
  ${'cancelled'} | ${'2026-11-24'} | ${undefined}               | ${'of tomorrow'}
  ${'no-show'}   | ${'2026-11-22'} | ${undefined}               | ${'yesterday'}
  ${'no-show'}   | ${'2026-11-23'} | ${undefined}               | ${'today'}
  ${'no-show'}   | ${'2026-11-24'} | ${'did not come'}          | ${'tomorrow'}
  ${'attended'}  | ${'2026-11-23'} | ${undefined}               | ${'today'}
  ${'attended'}  | ${'2026-11-24'} | ${'they came'}             | ${'tomorrow'}
`(
  '$status on $day: $why',
  ({
    status,
    day,
    said,
  }: {
    status: ToldAppointment['status'];
    day: PlainDate;
    said: string | undefined;
  }) => {
    const found = unlikely(status, day, '2026-11-23');
    expect(found).toEqual(said === undefined ? undefined : expect.stringContaining(said));
  },
);
