import { demoClinic } from '../demo/demo-clinic';
it('counts', () => {
  const demo = demoClinic('2026-11-23', 'America/New_York');
  const by: Record<string, number> = {};
  let n = 0, withAny = 0, total = 0;
  const rows = (demo as any).sessions ?? [];
  console.log(Object.keys(demo), rows.length && Object.keys(rows[0]));
  for (const r of rows) { const s = r.session ?? r; n++; const f = s.findings ?? []; total += f.length; if (f.length) withAny++; for (const x of f) { const k = x.code + ' ' + x.severity; by[k] = (by[k] ?? 0) + 1; } }
  console.log(JSON.stringify({ n, withAny, total, by }));
});
