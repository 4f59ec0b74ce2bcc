import { Injectable } from '@nestjs/common';
import { PROVIDER, type Role } from '../actor';
import { NOBODY, recordAudit } from '../audit/record-audit';
import type { CameFrom } from '../auth/came-from';
import { LoginThrottle } from '../limits/login-throttle';
import { openSession } from '../auth/open-session';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { admitPerson } from './admit-person';
import type { Flow } from './flow-cookie';
import { NotAdmitted, notAdmittedBy } from './not-admitted';
import type { Person } from './person-of';

/** Who came, as a token of the issuer's own says. */
export interface Arrival {
  readonly issuer: string;
  readonly person: Person;
}

/** By which way somebody comes. */
export interface Way {
  /** None: it did not begin in this browser. */
  readonly flow?: Flow;
  /** What the trail says of it: the issuer, or the EHR. */
  readonly detail: Readonly<Record<string, string | undefined>>;
}

export interface Admission<A extends Arrival> {
  /** Of the session that began. */
  readonly token: string;
  readonly role: Role;
  readonly arrival: A;
}

/** Whoever comes from a provider or an EHR: signed in or not, and in the trail. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
  ) {}

  /**
   * Signs in whom `prove` names.
   *
   * @throws NotAdmitted, which the trail has then.
   */
  async admit<A extends Arrival>(
    { flow, detail }: Way,
    from: CameFrom,
    prove: () => Promise<A>,
  ): Promise<Admission<A>> {
    let refused: NotAdmitted | undefined;
    // Somebody who makes ways back up is slowed down as one who guesses passwords; each way has a count of its own.
    const attempt = { account: `provider ${flow?.state ?? ''}`, address: from.address };
    const admission = await this.throttle.attempt(attempt, async () => {
      const admitted = await prove()
        .then((arrival) => this.signIn(arrival, detail, from))
        .catch(notAdmittedBy);
      if (!(admitted instanceof NotAdmitted)) return admitted;
      refused = admitted;
      await this.recordRefusal(admitted, detail, from);
      // That the provider is not there is nobody's failure.
      if (admitted.reason === 'unreachable') throw admitted;
      return undefined;
    });
    if (admission === undefined) throw refused!;
    return admission;
  }

  private signIn<A extends Arrival>(
    arrival: A,
    detail: Way['detail'],
    { address, device }: CameFrom,
  ): Promise<Admission<A> | NotAdmitted> {
    const { issuer, person } = arrival;
    return this.work.write(PROVIDER, async (tx) => {
      const now = this.clock.now();
      const admitted = await admitPerson(tx, issuer, person, now);
      if (admitted instanceof NotAdmitted) return admitted;
      const { user, identityId } = admitted;
      const opened = { now, address, device, identityId, detail: { issuer, ...detail } };
      const { token } = await openSession(tx, user, opened);
      return { token, role: user.role, arrival };
    });
  }

  private recordRefusal(
    { reason, more: { code, subject, userId } }: NotAdmitted,
    detail: Way['detail'],
    { address }: CameFrom,
  ): Promise<void> {
    return recordAudit(this.work.db, NOBODY, {
      action: 'sign-in-failed',
      subject: 'app_user',
      subjectId: userId,
      detail: { address, ...detail, reason, ...(code && { code }), ...(subject && { subject }) },
    });
  }
}
