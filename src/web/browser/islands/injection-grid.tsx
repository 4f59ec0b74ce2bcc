import { hydrate } from 'preact';
import { readInjectionData } from '../grid-state/injection-data';
import { InjectionForm } from '../injection-grid/injection-form';

const mount = document.getElementById('injection-form');
const handed = document.getElementById('injection-form-data')?.textContent;

if (mount && handed) {
  const ready = (): void => {
    mount.inert = false;
  };
  hydrate(<InjectionForm data={readInjectionData(handed)} onReady={ready} />, mount);
}
