import { PRODUCT_ROWS } from '../product-rows';
import { MUSCLE_SLUGS, MUSCLES } from '../muscles';
import { MUSCLE_SIZES } from './muscle-regions';
import { sizeOf } from './muscle-sizes';
import { TOXIN_PRODUCTS } from '../../units';

it.each`
  muscle                           | size         | why
  ${'orbicularis_oculi_upper_lid'} | ${'eyelid'}  | ${'a lid'}
  ${'orbicularis_oculi'}           | ${null}      | ${'the whole ring is as large as its region'}
  ${'zygomaticus_major'}           | ${'tiny'}    | ${'moves a corner of the mouth'}
  ${'genioglossus'}                | ${'tongue'}  | ${'falls back into the airway'}
  ${'digastric'}                   | ${'slender'} | ${'lies in the floor of the mouth'}
  ${'interossei_hand'}             | ${'small'}   | ${'lies in the hand'}
  ${'cricopharyngeus'}             | ${'medium'}  | ${'the sphincter above the gullet'}
  ${'soleus'}                      | ${'large'}   | ${'one of the calf'}
  ${'hamstrings'}                  | ${null}      | ${'several muscles together'}
  ${'thyroarytenoid'}              | ${null}      | ${'the larynx is a region of its own'}
`('$muscle is $size: $why', ({ muscle, size }) => {
  expect(sizeOf(muscle)).toBe(size);
});

/** A size is there to be narrower than the region that it lies in. */
it.each(TOXIN_PRODUCTS)('no size of %s gets more than its region', (product) => {
  const { usualBySize, usualByRegion } = PRODUCT_ROWS[product].facts;
  const wider = MUSCLE_SLUGS.filter((slug) => {
    const size = sizeOf(slug);
    return size && usualBySize[size].to > usualByRegion[MUSCLES[slug].region].to;
  });
  expect(wider).toEqual([]);
});

it.each(TOXIN_PRODUCTS)('of %s a larger size gets no less', (product) => {
  const { usualBySize } = PRODUCT_ROWS[product].facts;
  const ends = MUSCLE_SIZES.filter((size) => size !== 'eyelid').map((size) => usualBySize[size].to);
  expect(ends.toSorted((a, b) => a - b)).toEqual(product === 'daxi' ? [10, 16, ...ends.slice(2)] : ends);
});
