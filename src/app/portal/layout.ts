/** The frame around every page: head, skip link, navigation, language switch, demo mark, footer. */
import { type Html, html } from '../../platform/html/index.ts';
import { addressIn, type PageContent } from '../../platform/html/page.ts';
import { type Language, languageTag } from '../../platform/language.ts';
import { script, styles } from './assets.ts';
import { frameWords } from './words.ts';

/** Where a page stands. */
export type Place = {
  readonly language: Language;
  /** Without language and query, such as `/law`. */
  readonly path: string;
  /** The query with its question mark, or ''. */
  readonly query: string;
  /** Scheme and host, for the addresses that must be whole; '' when unknown. */
  readonly origin: string;
  readonly demo: boolean;
};

function head(content: PageContent, place: Place): Html {
  const words = frameWords[place.language];
  const canonical = content.canonical ?? place.path;
  const whole = (language: Language) => `${place.origin}${addressIn(language, canonical)}`;
  const robots = content.forgettable ? 'noindex, noarchive' : 'noindex';
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${content.title === words.platform ? `${words.platform} · ${words.tagline}` : `${content.title} · ${words.platform}`}</title>
${content.description && html`<meta name="description" content="${content.description}">`}
${(content.forgettable || content.noindex) && html`<meta name="robots" content="${robots}">`}
<link rel="canonical" href="${whole(place.language)}">
<link rel="alternate" hreflang="zh-CN" href="${whole('zh')}">
<link rel="alternate" hreflang="en" href="${whole('en')}">
<link rel="alternate" hreflang="x-default" href="${whole('zh')}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${styles.address}">
<script src="${script.address}" defer></script>
</head>`;
}

function navigation(section: string | undefined, language: Language): Html {
  const words = frameWords[language];
  const entries = words.sections.map(
    ({ path, name }) =>
      html`<li><a href="${addressIn(language, path)}"${path === section && html` aria-current="page"`}>${name}</a></li>`,
  );
  return html`<nav class="sections" aria-label="${words.navigation}"><ul>${entries}</ul></nav>`;
}

function languageSwitch(place: Place): Html {
  const other: Language = place.language === 'zh' ? 'en' : 'zh';
  const tag = languageTag[other];
  const address = `${addressIn(other, place.path)}${place.query}`;
  return html`<a class="language" href="${address}" hreflang="${tag}" lang="${tag}">${frameWords[place.language].otherLanguage}</a>`;
}

function footer(place: Place): Html {
  const words = frameWords[place.language];
  const links = words.footerLinks.map(
    ({ path, name }) => html`<li><a href="${addressIn(place.language, path)}">${name}</a></li>`,
  );
  return html`<footer class="foot"><div class="width">
<nav aria-label="${words.footer}"><ul>${links}<li><a href="/console/me">${words.ownFile}</a></li><li><a href="/console">${words.forDepartments}</a></li></ul></nav>
<p>${words.promise}</p>
<p class="printed">${words.printed(`${place.origin}${addressIn(place.language, place.path)}`)}</p>
</div></footer>`;
}

/** The whole page. */
export function framed(content: PageContent, place: Place): Html {
  const words = frameWords[place.language];
  return html`<!doctype html>
<html lang="${languageTag[place.language]}">
${head(content, place)}
<body>
<a class="skip" href="#main">${words.skip}</a>
${place.demo && html`<aside class="demo" aria-label="${words.demo}"><div class="width"><strong>${words.demo}</strong> ${words.demoSays}</div></aside>`}
<header class="top"><div class="width">
<a class="brand" href="${addressIn(place.language, '/')}"><b>${words.platform}</b> <span>${words.tagline}</span></a>
${languageSwitch(place)}
${navigation(content.section, place.language)}
</div></header>
<main id="main" tabindex="-1"><div class="width">
${content.main}
</div></main>
${footer(place)}
</body>
</html>
`;
}
