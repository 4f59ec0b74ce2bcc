import { BodyMap, type MapDose } from './body-map';
import { MAP_VIEWS, viewsFor } from './body-map-regions';

/** As few views as show every dose. */
export function BodyMaps({ doses }: { readonly doses: readonly MapDose[] }) {
  const drawn = viewsFor(doses).flatMap((view) => MAP_VIEWS.filter((drawing) => drawing.view === view));
  return (
    <div class="maps">
      {drawn.map(({ view, name }) => (
        <figure key={view}>
          <BodyMap view={view} doses={doses} />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}
