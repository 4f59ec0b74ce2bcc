import { hydrate } from 'preact';
import type { InjectionFormData } from '../grid-state/injection-data';
import { InjectionForm } from '../injection-grid/injection-form';

const mount = document.getElementById('injection-form');
const handed = document.getElementById('injection-form-data')?.textContent;

if (mount && handed) {
  const ready = (): void => {
    mount.inert = false;
  };
  hydrate(<InjectionForm data={JSON.parse(handed) as InjectionFormData} onReady={ready} />, mount);
}
