export class CalendarFeedView {
  /** Since when there is an address; null: there is none. */
  since: Date | null;
}

export class NewCalendarFeedView {
  /** Where a calendar finds it on this service. It is shown this once. */
  path: string;
  since: Date;
}
