import { BodyMap } from './body-map';
import { viewsFor } from './body-map-regions';
import { viewRow } from './body-map-views';
import type { MapDose } from './map-doses';

/** As few views as show every dose. */
export function BodyMaps({ doses }: { readonly doses: readonly MapDose[] }) {
  return (
    <div class="maps">
      {viewsFor(doses).map((view) => (
        <figure key={view}>
          <BodyMap view={view} doses={doses} />
          <figcaption>{viewRow(view).name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
