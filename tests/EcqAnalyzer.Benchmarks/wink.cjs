// Times wink-nlp on a file of texts, one a line: sentences and parts of speech. Prints words a second, best of the rounds.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [, , modules, file, rounds] = process.argv;
const load = createRequire(path.join(path.resolve(modules), 'x.js'));
const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'), ['sbd', 'pos']);
const texts = fs.readFileSync(file, 'utf8').split('\n').filter(text => text.length > 0);

let best = 0;
for (let round = 0; round < Number(rounds); round++) {
  const start = process.hrtime.bigint();
  let words = 0;
  for (const text of texts) {
    const doc = nlp.readDoc(text);
    words += doc.tokens().out(nlp.its.pos).length;
    doc.sentences().length();
  }

  best = Math.max(best, words / (Number(process.hrtime.bigint() - start) / 1e9));
}

console.log(Math.round(best));
