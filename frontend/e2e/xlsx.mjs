// Tables as a person's spreadsheet opens and saves them: enough of XLSX to read the desk's own files and to mend cells.
import { inflateRawSync } from "node:zlib";

/** The parts of a zip by name. */
function unzip(bytes) {
  const parts = new Map();
  let at = bytes.readUInt32LE(bytes.length - 22 + 16);
  for (let n = bytes.readUInt16LE(bytes.length - 22 + 10); n > 0; n--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(begin, begin + size);
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed));
    at += 46 + name + extra + comment;
  }
  return parts;
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function zip(parts) {
  const files = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc(content), 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    files.push(head, title, content);
    directory.push(entry, title);
    offset += 30 + title.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const sheet = "xl/worksheets/sheet1.xml";
const signs = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'", "&quot;": '"', "&#xA;": "\n" };
const plain = (xml) => xml.replace(/&[#\w]+;/g, (sign) => signs[sign] ?? sign);
const marked = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The cells of a table by their names, such as B2. */
export function cellsOf(bytes) {
  const cells = {};
  for (const [, name, content] of String(unzip(bytes).get(sheet)).matchAll(
    /<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const text = [...(content ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, one]) => one).join("");
    if (text) cells[name] = plain(text);
  }
  return cells;
}

/** The cells that hold numbers, by their names. */
export function numbersOf(bytes) {
  const numbers = {};
  for (const [, name, value] of String(unzip(bytes).get(sheet)).matchAll(
    /<c r="([A-Z]+\d+)"[^>]*><v>([^<]*)<\/v><\/c>/g,
  ))
    numbers[name] = Number(value);
  return numbers;
}

/** The same table with other texts in some cells. */
export function mend(bytes, changes) {
  const parts = unzip(bytes);
  const cells = Object.entries({ ...cellsOf(bytes), ...changes }).map(([name, text]) => {
    const [, letter, row] = /^([A-Z]+)(\d+)$/.exec(name);
    return { name, letter, row: Number(row), text };
  });
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const xml = rows.map((row) => {
    const of = cells.filter((one) => one.row === row).sort((a, b) => a.letter.localeCompare(b.letter));
    return `<row r="${row}">${of.map(({ name, text }) => `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${marked(text)}</t></is></c>`).join("")}</row>`;
  });
  parts.set(
    sheet,
    Buffer.from(
      String(parts.get(sheet)).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${xml.join("")}</sheetData>`),
    ),
  );
  return zip(parts);
}
