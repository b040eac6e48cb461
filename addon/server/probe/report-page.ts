import { html, type Markup } from "../../../core/index.ts";
import { bothWords, PROBE_WORDS, probeCount } from "../../words/menu.ts";
import type { ProbeReport } from "../probe.ts";

type Line = ProbeReport["lines"][number];

/** The probe's report as a page: how many are as expected, then what differs, then all the rest. */
export function probePage(report: ProbeReport): string {
  const differing = report.lines.filter((line) => line.seen !== "");
  const rest = report.lines.filter((line) => line.seen === "");
  const count = probeCount(report.asExpected, report.expected);
  return html`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><base target="_blank">
<style>
body{font:14px/1.5 system-ui,sans-serif;margin:16px;color:#1f2933}
h1{font-size:18px}h2{font-size:14px}li{margin:4px 0}code{color:#52606d}
</style></head><body>
<h1>${count.en}</h1><p>${count.zh}</p>
${differing.length > 0 ? part(bothWords(PROBE_WORDS.differ), differing) : undefined}
${differing.length > 0 ? html`<p>${PROBE_WORDS.advice.zh}</p><p>${PROBE_WORDS.advice.en}</p>` : undefined}
${part(bothWords(PROBE_WORDS.asExpected), rest)}
</body></html>`.markup;
}

function part(title: string, lines: readonly Line[]): Markup {
  return html`<h2>${title}</h2><ul>${lines.map(item)}</ul>`;
}

function item({ id, assumption, seen }: Line): Markup {
  const told = seen === "" ? undefined : html`<br><strong>${bothWords(PROBE_WORDS.seen)}: ${seen}</strong>`;
  return html`<li><code>${id}</code> ${assumption}${told}</li>`;
}
