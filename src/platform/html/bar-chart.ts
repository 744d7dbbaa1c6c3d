/** Bars from zero with their figures on top, drawn on the server as SVG in the tokens' colours. */
import type { EChartsType } from 'echarts/core';
import { escapeHtml, type Html, raw } from './index.ts';

/** One bar; a missing value leaves its place empty. */
export type Bar = { readonly name: string; readonly value: number | null };

/** What is drawn. The same figures must stand in a table beside it. */
export type BarChart = {
  /** What the picture shows, in a sentence, for those who don't see it. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** The end of the axis; it always begins at zero. */
  readonly max: number;
  /** Behind each figure, such as `%`. */
  readonly suffix: string;
};

const width = 960;
const height = 280;

// Colours by which the drawing is made and the custom property that takes the place of each (dark scheme, print).
const colours = {
  '#0f5c5c': 'var(--pine)',
  '#55606e': 'var(--quiet-ink)',
  '#d9dee5': 'var(--line)',
  '#1b2430': 'var(--ink)',
} as const;
const [pine, quietInk, line, ink] = Object.keys(colours);

let drawing: Promise<(chart: BarChart) => string> | undefined;

/** ECharts is read when the first chart is wanted, since no other page needs it. */
async function loadDrawing(): Promise<(chart: BarChart) => string> {
  const [core, { BarChart: Bars }, { GridComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([Bars, GridComponent, SVGRenderer]);
  return (chart) => {
    const drawn: EChartsType = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
    drawn.setOption(optionOf(chart));
    const svg = drawn.renderToSVGString();
    drawn.dispose();
    return svg;
  };
}

function optionOf({ bars, max, suffix }: BarChart) {
  const text = { color: quietInk, fontSize: 14 };
  return {
    animation: false,
    grid: { left: 48, right: 8, top: 28, bottom: 36 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisLabel: { ...text, interval: 0 },
      axisLine: { lineStyle: { color: quietInk } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max,
      interval: max / 4,
      axisLabel: { ...text, formatter: `{value}${suffix}` },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'bar',
        barWidth: '56%',
        silent: true,
        data: bars.map(({ value }) => value ?? '-'),
        itemStyle: { color: pine },
        label: {
          show: true,
          position: 'top',
          color: ink,
          fontSize: 14,
          formatter: `{c}${suffix}`,
          textBorderWidth: 0,
        },
      },
    ],
  };
}

/** Takes out what the content security policy forbids (style elements and attributes) and puts the tokens in. */
function adapt(svg: string, label: string): string {
  let text = svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="font-size:(\d+)px;font-family:[^"]*"/g, ' font-size="$1"')
    .replace(/ (class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ pointer-events="visible"/g, '');
  for (const [colour, token] of Object.entries(colours)) text = text.replaceAll(`"${colour}"`, `"${token}"`);
  return text.replace(
    /^<svg [^>]*>/,
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">`,
  );
}

/** Draws the chart; under 10 ms once ECharts is loaded. */
export async function barChart(chart: BarChart): Promise<Html> {
  drawing ??= loadDrawing();
  return raw(adapt((await drawing)(chart), chart.label));
}
