import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";
import "@/i18n/i18n";

// A failed look-up names what it looked for, not the whole page.
configure({
  getElementError: (message) => new Error(message ?? "not found"),
  asyncUtilTimeout: 8000,
  // Reckoning what a stylesheet hides takes most of the time of a look-up in jsdom.
  defaultHidden: true,
});

// jsdom lacks what antd asks of a browser.
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
})) as typeof window.matchMedia;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Blob.prototype.arrayBuffer ??= function (this: Blob) {
  return new Promise<ArrayBuffer>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(this);
  });
};
// jsdom works out every rule of antd's style sheets for each look-up by role; no test here reads a computed style.
const plain = document.createElement("div").style;
window.getComputedStyle = () => plain;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(cleanup);
