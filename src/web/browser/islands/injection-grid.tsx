import { hydrate } from 'preact';
import type { InjectionFormData } from '../grid-state/injection-data';
import { InjectionForm } from '../injection-grid/injection-form';

const mount = document.getElementById('injection-form');
const handed = document.getElementById('injection-form-data')?.textContent;

if (mount && handed) hydrate(<InjectionForm data={JSON.parse(handed) as InjectionFormData} />, mount);
