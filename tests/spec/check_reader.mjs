// node tests/spec/check_reader.mjs tests/vectors/proofs.json tests/vectors/registry.json: whether the reader passes the vectors.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { checkProof, checkStatement, publicOf, readTags, readXmp } from "../../resources/reader.mjs";

const [proofs, registry] = process.argv.slice(2).map((name) => JSON.parse(readFileSync(name, "utf8")));

const verdict = await checkProof(proofs.holds.proof, [proofs.key]);
assert.deepEqual(verdict.statements.map((each) => each.why), verdict.statements.map(() => ""));
assert.ok(verdict.holds, verdict.why);
assert.equal(verdict.stamped, proofs.holds.stamped);
assert.deepEqual(verdict.statements.map((each) => each.record ?? ""), proofs.holds.records);
assert.deepEqual(verdict.statements.map((each) => each.index), verdict.statements.map((_, at) => at));

assert.equal((await checkProof(proofs.holds.proof, [proofs["other key"]])).holds, false);
assert.equal((await checkProof(proofs.holds.proof, [])).holds, false);
for (const [name, proof] of Object.entries(proofs.refused)) {
  const told = await checkProof(proof, [proofs.key]);
  assert.equal(told.holds, false, name);
  console.log(`${name}: ${told.why || told.statements[0].why}`);
}
for (const [name, { travels }] of Object.entries({ ...registry.statements, ...registry.later })) {
  await checkStatement(JSON.parse(travels)).catch((problem) => assert.fail(`${name}: ${problem.message}`));
}
await assert.rejects(checkStatement(JSON.parse(registry["too late"])));
assert.equal(publicOf(registry.keys.did).length, 32);
for (const { xmp, tags, says } of Object.values(proofs.files)) {
  assert.deepEqual(readXmp(xmp), says);
  assert.deepEqual(readTags(tags), says);
  const attributes = xmp.replace(/<ag:choice>([^<]*)<\/ag:choice>/, "").replace('rdf:about=""', `rdf:about="" ag:choice='${says.choice}'`);
  assert.deepEqual(readXmp(attributes.replaceAll("ag:", "x1:").replace("xmlns:ag=", "xmlns:x1=")), says);
}
console.log("passed");
