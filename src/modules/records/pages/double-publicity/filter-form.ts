/** The filter as a plain form that writes itself into the address. */
import { areaName } from '../../../../platform/area-names.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { listsOf } from '../../../catalogue/index.ts';
import type { Reference } from '../../reference.ts';
import { kindField, type ReadFilter } from './filter.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

type Choice = { readonly value: string; readonly name: string };

function select(name: string, label: string, any: string, choices: readonly Choice[], chosen: string): Html {
  const options = choices.map(
    (choice) =>
      html`<option value="${choice.value}"${choice.value === chosen && html` selected`}>${choice.name}</option>`,
  );
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${any}</option>${options}</select></div>`;
}

function date(name: 'from' | 'to', read: ReadFilter, visit: Visit): Html {
  const words = dictionaries[visit.language];
  const isWrong = read.wrong.includes(name);
  return html`<div><label for="${name}">${words[name]}</label><input id="${name}" name="${name}" type="text" inputmode="numeric" maxlength="20" placeholder="${words.datePattern}" value="${read.typed[name]}"${isWrong && html` aria-invalid="true" aria-describedby="filter-error"`}></div>`;
}

/** Values of a field's list that can be looked for. */
function kinds(reference: Reference, item: string): Choice[] {
  const definition = reference.items.get(item);
  const field = kindField(definition);
  const list = definition && listsOf(definition).find(({ id }) => id === field?.list);
  return (list?.values ?? [])
    .map((value) => value.replace(/-$/, ''))
    .map((value) => ({ value, name: value }));
}

function areas(reference: Reference): Choice[] {
  const codes = [...new Set([...reference.units.values()].map((unit) => unit.area_code))].sort();
  return codes.map((value) => ({ value, name: areaName(value) ?? value }));
}

/** The form; `path` is the list's own address. */
export function filterForm(
  read: ReadFilter,
  reference: Reference,
  visit: Visit,
  place: { readonly path: string; readonly tab: string },
): Html {
  const words = dictionaries[visit.language];
  const units = [...reference.units.values()].map((unit) => ({
    value: unit.unit_code,
    name: unit[`name_${visit.language}`],
  }));
  const { typed } = read;
  const item = read.filter.item;
  const isFiltered = Object.values(typed).some((value) => value !== '');
  return html`<form class="filters" method="get" action="${place.path}" aria-label="${words.filter}">
${read.wrong.length > 0 && html`<p class="error" id="filter-error" role="alert">${read.wrong.map((part) => words.wrong[part]).join(' ')}</p>`}
<input type="hidden" name="tab" value="${place.tab}">
${select('unit', words.unit, words.any, units, typed.unit)}
${select('kind', words.kind[item] ?? words.filter, words.any, kinds(reference, item), typed.kind)}
${select('area', words.area, words.any, areas(reference), typed.area)}
${date('from', read, visit)}
${date('to', read, visit)}
<div class="actions"><button>${words.apply}</button>${isFiltered && html`<a href="${place.path}?tab=${place.tab}">${words.clear}</a>`}</div>
</form>`;
}
