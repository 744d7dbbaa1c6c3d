/** Shares by month as a line, drawn by ECharts with the shared tokens; the table beside it says the same. */
import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { writeShare } from '../language/figures.ts';
import { useTokens } from '../theme/use-tokens.ts';

echarts.use([LineChart, GridComponent, CanvasRenderer]);

/** One month; null where nothing could be counted. */
export interface MonthShare {
  readonly month: string;
  readonly share: number | null;
}

/** The line; the scale always begins at zero. */
export function ShareChart({ label, months }: { label: string; months: readonly MonthShare[] }) {
  const place = useRef<HTMLDivElement>(null);
  const { tokens } = useTokens();
  useEffect(() => {
    if (!place.current) return;
    const chart = echarts.init(place.current);
    const last = months.findLastIndex(({ share }) => share !== null);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: tokens.type, color: tokens.quietInk },
      grid: { left: 48, right: 64, top: 16, bottom: 32 },
      xAxis: {
        type: 'category',
        data: months.map(({ month }) => month),
        axisLine: { lineStyle: { color: tokens.line } },
        axisTick: { show: false },
        axisLabel: { color: tokens.quietInk },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 1,
        interval: 0.25,
        splitLine: { lineStyle: { color: tokens.line } },
        axisLabel: { color: tokens.quietInk, formatter: (value: number) => writeShare(value) },
      },
      series: [
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 6,
          // A month between two without figures has no line to it: without its point it would be lost in a narrow window.
          showAllSymbol: true,
          lineStyle: { color: tokens.pine, width: 2 },
          itemStyle: { color: tokens.pine },
          data: months.map(({ share }, index) => ({
            value: share ?? '-',
            // The last point bears its figure: no legend to look up.
            label: {
              show: index === last,
              position: 'right',
              color: tokens.ink,
              formatter: () => writeShare(share),
            },
          })),
        },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [months, tokens]);
  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
