import { markOf } from '../marks';
import { saidDays } from '../../shared/day-text';
import { bodyOf } from './fields/body';
import { fieldsOf } from './fields/fields';
import { showNote } from './fields/form-notes';
import { sendJson } from './send';

interface Warned {
  readonly warnings: readonly { readonly text: string }[];
}

/**
 * Asks the API what speaks against what a form would write, where it names the address of such a question. True: nothing
 * does. Else it is said, and `goOn` follows only if whoever sees it goes on all the same. What cannot be asked is sent: the
 * answer says then what is wrong.
 */
export async function nothingSpeaksAgainst(form: HTMLFormElement, goOn: () => void): Promise<boolean> {
  const [method, path] = (markOf(form, 'checkFirst') ?? '').split(' ');
  if (!method || !path) return true;
  const appointmentId = markOf(form, 'moves');
  const asked = markOf(form, 'checkWith') ?? bodyOf(fieldsOf(form));
  const sent = await sendJson(method, path, { appointmentId, ...asked });
  if (sent.kind !== 'answered') return true;
  const { warnings } = sent.data as Warned;
  if (warnings.length === 0) return true;
  const label = appointmentId === undefined ? 'Book all the same' : 'Move all the same';
  showNote(form, 'warn', warnings.map(({ text }) => saidDays(text)).join(' '), [{ label, act: goOn }]);
  return false;
}
