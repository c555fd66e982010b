// Asks Perfetto's own trace processor, in its worker, about a trace. It speaks TraceProcessorRpcStream of
// protos/perfetto/trace_processor/trace_processor.proto, of which this is what a query needs.
const MESSAGE = 1, SEQUENCE = 1, REQUEST = 2, DATA = 101, QUERY = 103, RESULT = 203;
const APPEND_TRACE = 1, FINALIZE_TRACE = 2, RUN_QUERY = 3, GET_STATUS = 10;
const COLUMN = 1, ERROR = 2, BATCH = 3;
const CELLS = 1, INTEGERS = 2, DOUBLES = 3, TEXTS = 5, IS_LAST = 6;

const varint = n => n < 128 ? [n] : [n % 128 + 128, ...varint(Math.floor(n / 128))];
const number = (field, n) => Uint8Array.from([...varint(field * 8), ...varint(n)]);
const bytes = (field, payload) => joined([Uint8Array.from([...varint(field * 8 + 2), ...varint(payload.length)]), payload]);

function joined(parts) {
    const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
        all.set(part, at);
        at += part.length;
    }
    return all;
}

function readVarint(message, at) {
    let value = 0n, shift = 0n, byte;
    do {
        byte = message[at++];
        value += BigInt(byte & 127) << shift;
        shift += 7n;
    } while (byte > 127);
    return [Number(BigInt.asIntN(64, value)), at];
}

/** The fields of a message, each its number and its value: a number, or bytes. */
function fields(message) {
    const found = [];
    const text = new DataView(message.buffer, message.byteOffset, message.length);
    let at = 0;
    const next = () => {
        const [value, after] = readVarint(message, at);
        at = after;
        return value;
    };
    while (at < message.length) {
        const key = next();
        const kind = key % 8;
        if (kind === 0) {
            found.push([Math.floor(key / 8), next()]);
        } else if (kind === 1) {
            found.push([Math.floor(key / 8), text.getFloat64(at, true)]);
            at += 8;
        } else {
            const length = next();
            found.push([Math.floor(key / 8), message.subarray(at, at + length)]);
            at += length;
        }
    }
    return found;
}

const decoded = payload => new TextDecoder().decode(payload);
const all = (message, field) => message.filter(([number]) => number === field).map(([, value]) => value);

/** Of a QueryResult: the cells of its batches, row by row. */
function rows(results) {
    const columns = results.flatMap(result => all(result, COLUMN)).length;
    const cells = results.flatMap(result => all(result, BATCH)).flatMap(cellsOf);
    const table = [];
    for (let at = 0; columns > 0 && at + columns <= cells.length; at += columns) {
        table.push(cells.slice(at, at + columns));
    }
    return table;
}

function cellsOf(batch) {
    const message = fields(batch);
    const kinds = all(message, CELLS).flatMap(varints);
    const integers = all(message, INTEGERS).flatMap(varints);
    const floats = all(message, DOUBLES).flatMap(doubles);
    const texts = all(message, TEXTS).flatMap(payload => decoded(payload).split('\0'));
    return kinds.map(kind => kind === 2 ? integers.shift() : kind === 3 ? floats.shift() : kind === 4 ? texts.shift() : null);
}

function varints(packed) {
    const found = [];
    for (let at = 0; at < packed.length;) {
        const [value, after] = readVarint(packed, at);
        found.push(value);
        at = after;
    }
    return found;
}

function doubles(packed) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
    return Array.from({length: packed.length / 8}, (_, i) => view.getFloat64(8 * i, true));
}

/** The answers to the queries, each a table, or the error, once the trace is read. */
async function ask(trace, queries) {
    const worker = new Worker('engine_bundle.js');
    const {port1, port2} = new MessageChannel();
    worker.postMessage({enginePort: port2}, [port2]);
    let sequence = 0;
    const request = (kind, done, ...arguments_) => new Promise(resolve => {
        const answers = [];
        port1.onmessage = event => {
            answers.push(...all(fields(new Uint8Array(event.data)), MESSAGE).map(fields));
            if (done(answers)) {
                resolve(answers);
            }
        };
        port1.postMessage(bytes(MESSAGE, joined([number(SEQUENCE, sequence++), number(REQUEST, kind), ...arguments_])));
    });
    const atOnce = answers => answers.length > 0;
    const results = answers => answers.flatMap(answer => all(answer, RESULT)).map(fields);
    const ended = answers => results(answers).some(result => all(result, ERROR).length > 0
            || all(result, BATCH).some(batch => all(fields(batch), IS_LAST).includes(1)));
    // Before its code is compiled it throws at what it is asked.
    worker.onerror = event => {
        event.preventDefault();
        setTimeout(() => port1.postMessage(bytes(MESSAGE, number(REQUEST, GET_STATUS))), 100);
    };
    await request(GET_STATUS, atOnce);
    const content = new Uint8Array(await (await fetch(trace)).arrayBuffer());
    await request(APPEND_TRACE, atOnce, bytes(DATA, content));
    await request(FINALIZE_TRACE, atOnce);
    const tables = [];
    for (const query of queries) {
        const found = results(await request(RUN_QUERY, ended, bytes(QUERY, bytes(1, new TextEncoder().encode(query)))));
        const errors = found.flatMap(result => all(result, ERROR)).map(decoded);
        tables.push(errors.length > 0 ? errors.join('; ') : rows(found));
    }
    worker.terminate();
    return tables;
}
