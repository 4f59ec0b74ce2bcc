import { pointsProblem, pointsText, rescaledPoints, unitsInSite, withSites } from './injection-points';

const at = (...units: readonly number[]) => units.map((unit) => ({ x: 0.5, y: 0.5, units: unit }));
const none = undefined;

it.each`
  side           | units  | sites   | points            | problem                                                                                                                                    | why
  ${'right'}     | ${50}  | ${none} | ${none}           | ${none}                                                                                                                                    | ${'no points told'}
  ${'right'}     | ${50}  | ${4}    | ${[]}             | ${none}                                                                                                                                    | ${'no points told'}
  ${'right'}     | ${50}  | ${none} | ${at(25, 25)}     | ${none}                                                                                                                                    | ${'together its units'}
  ${'right'}     | ${0.3} | ${none} | ${at(0.1, 0.2)}   | ${none}                                                                                                                                    | ${'to the hundredth'}
  ${'right'}     | ${50}  | ${null} | ${at(25, 25)}     | ${none}                                                                                                                                    | ${'sites that nobody counted'}
  ${'right'}     | ${50}  | ${2}    | ${at(25, 25)}     | ${none}                                                                                                                                    | ${'and its sites'}
  ${'right'}     | ${50}  | ${none} | ${at(25, 24.99)}  | ${'The points hold 49.99 U Botox, the injection says 50 U Botox: change one of them so that they agree.'}                                  | ${'a hundredth too few'}
  ${'right'}     | ${50}  | ${none} | ${at(25, 25.01)}  | ${'The points hold 50.01 U Botox, the injection says 50 U Botox: change one of them so that they agree.'}                                  | ${'a hundredth too many'}
  ${'right'}     | ${50}  | ${1}    | ${at(25, 25)}     | ${'There are 2 points, the injection says 1 site: leave the sites out, or change one of them so that they agree.'}                         | ${'fewer sites'}
  ${'midline'}   | ${5}   | ${2}    | ${at(5)}          | ${'There is 1 point, the injection says 2 sites: leave the sites out, or change one of them so that they agree.'}                          | ${'more sites'}
  ${'bilateral'} | ${50}  | ${4}    | ${at(12.5, 12.5)} | ${none}                                                                                                                                    | ${'of both sides: those of each'}
  ${'bilateral'} | ${50}  | ${none} | ${at(25, 25)}     | ${'The points hold 100 U Botox on both sides together, the injection says 50 U Botox: change one of them so that they agree.'}             | ${'of both sides: twice too many'}
  ${'bilateral'} | ${50}  | ${2}    | ${at(12.5, 12.5)} | ${'There are 4 points on both sides together, the injection says 2 sites: leave the sites out, or change one of them so that they agree.'} | ${'of both sides: sites of one'}
`('$why', ({ side, units, sites, points, problem }) => {
  expect(pointsProblem({ side, units, sites, points }, 'ona')).toBe(problem);
});

it.each`
  side           | sites   | points      | counted | why
  ${'right'}     | ${none} | ${at(5, 5)} | ${2}    | ${'as many as there are points'}
  ${'bilateral'} | ${null} | ${at(5, 5)} | ${4}    | ${'of both sides those of each'}
  ${'right'}     | ${3}    | ${at(5, 5)} | ${3}    | ${'what is told stays'}
  ${'right'}     | ${none} | ${[]}       | ${none} | ${'no points, no sites'}
`('sites: $why', ({ side, sites, points, counted }) => {
  expect(withSites({ side, units: 10, sites, points }).sites).toBe(counted);
});

it.each`
  units | sites   | points          | each    | why
  ${20} | ${4}    | ${none}         | ${5}    | ${'all sites get the same'}
  ${20} | ${4}    | ${null}         | ${5}    | ${'no points told'}
  ${20} | ${4}    | ${[]}           | ${5}    | ${'none placed'}
  ${20} | ${2}    | ${at(4, 12, 4)} | ${12}   | ${'the fullest point'}
  ${20} | ${none} | ${at(10, 4, 6)} | ${10}   | ${'points tell it alone'}
  ${20} | ${none} | ${none}         | ${none} | ${'neither is known'}
  ${20} | ${null} | ${[]}           | ${none} | ${'nobody counted'}
`('the fullest site of $units U: $each U, $why', ({ units, sites, points, each }) => {
  expect(unitsInSite({ units, sites, points })).toBe(each);
});

it.each`
  side           | points         | units   | rescaled              | why
  ${'right'}     | ${at(5, 5)}    | ${20}   | ${[10, 10]}           | ${'alike'}
  ${'right'}     | ${at(10, 5)}   | ${30}   | ${[20, 10]}           | ${'in their shares'}
  ${'right'}     | ${at(5, 5, 5)} | ${10}   | ${[3.33, 3.33, 3.34]} | ${'the last takes what is left of rounding'}
  ${'bilateral'} | ${at(5, 5)}    | ${30}   | ${[7.5, 7.5]}         | ${'each side its half'}
  ${'bilateral'} | ${at(5, 5)}    | ${0.05} | ${[]}                 | ${'no half of a hundredth'}
  ${'right'}     | ${at(5, 5)}    | ${0.01} | ${[]}                 | ${'less than a hundredth a point'}
  ${'right'}     | ${at(5, 5)}    | ${0.02} | ${[0.01, 0.01]}       | ${'a hundredth a point'}
  ${'right'}     | ${[]}          | ${10}   | ${[]}                 | ${'no points'}
  ${'right'}     | ${at(0, 0)}    | ${10}   | ${[]}                 | ${'points that hold nothing'}
`('$units U $side: $why', ({ side, points, units, rescaled }) => {
  expect(rescaledPoints(points, units, side).map((point) => point.units)).toEqual(rescaled);
});

it.each`
  side           | points           | text
  ${'right'}     | ${at(5)}         | ${'1 site of 5 U Botox'}
  ${'right'}     | ${at(5, 5)}      | ${'2 sites of 5 U Botox'}
  ${'right'}     | ${at(5, 5, 2.5)} | ${'3 sites of 5, 5 and 2.5 U Botox'}
  ${'bilateral'} | ${at(5, 5)}      | ${'2 sites a side of 5 U Botox'}
`('says $text', ({ side, points, text }) => {
  expect(pointsText(points, side, 'ona')).toBe(text);
});
