/** As much of curl as README.md uses, for machines without it: `curl [-s] [-H header]… [-d body] address`. */
const headers = new Headers();
let [address, body] = [];
for (let rest = process.argv.slice(2); rest.length > 0; rest = rest.slice(1)) {
  const [part] = rest;
  if (part === '-s') continue;
  if (part !== '-H' && part !== '-d') {
    if (part.startsWith('-') || address !== undefined) throw new Error(`curl: ${part} is not known here`);
    address = part;
    continue;
  }
  rest = rest.slice(1);
  const [value = ''] = rest;
  if (part === '-d') body = value;
  else headers.append(value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1));
}

void fetch(address, { method: body === undefined ? 'GET' : 'POST', headers, body })
  .then((answer) => answer.text())
  .then((text) => process.stdout.write(text));
