import { WholeListView } from '../http/updates/whole-list.dto';
export class SignInView {
  id: string;
  /** The one that asks. */
  current: boolean;
  /** What was signed in with, such as “Firefox on Windows”. */
  device: string | null;
  address: string | null;
  createdAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  expiresAt: Date;
}

export class SignInList extends WholeListView {
  /** The latest first. */
  items: SignInView[];
}

export class EndedSignInsView {
  /** How many have ended. */
  ended: number;
}
