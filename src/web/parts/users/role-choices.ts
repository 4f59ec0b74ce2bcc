import { capitalised } from '../../../clinical/words';
import { ROLES } from '../../../platform/actor';
import type { Choice } from '../page/field';

export const ROLE_CHOICES: readonly Choice[] = ROLES.map((role) => ({
  value: role,
  label: capitalised(role),
}));
