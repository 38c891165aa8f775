/**
 * The reference in the colours and type of the other pages. Swagger UI has a dark mode of its own
 * (`html.dark-mode`), which {@link REFERENCE_START} switches on as the reader's system does.
 */
export const REFERENCE_STYLE = `
:root{color-scheme:light;--paper:#f3f1ea;--card:#fffefb;--ink:#16211e;--soft:#56635e;--line:#d9d6ca;--accent:#0d7a6b;--strong:#09584e;--on:#fff}
html.dark-mode{color-scheme:dark;--paper:#10171a;--card:#182124;--ink:#eaf0ec;--soft:#9db0aa;--line:#2c393c;--accent:#4fd1b8;--strong:#7ce3cf;--on:#06231e}
html,html.dark-mode,body,html.dark-mode body{background:var(--paper);color:var(--ink);margin:0}
body,.swagger-ui,.swagger-ui *:not(code):not(pre):not(.microlight):not(.microlight *):not(.opblock-summary-path):not(.opblock-summary-path *):not(svg):not(svg *){font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.page-head{display:flex;gap:.6rem;align-items:center;max-width:1460px;margin:0 auto;padding:1.1rem 20px 0;font:600 1rem/1 ui-sans-serif,system-ui,sans-serif}
.page-head a{color:var(--ink);text-decoration:none}.page-head nav{margin-left:auto;display:flex;gap:1.2rem;font-weight:400}.page-head nav a{color:var(--accent)}
.swagger-ui .wrapper{padding:0 20px}
.swagger-ui,.swagger-ui .info .title,.swagger-ui .info p,.swagger-ui .info li,.swagger-ui .opblock-tag,.swagger-ui .opblock .opblock-summary-description,.swagger-ui .opblock .opblock-summary-path,.swagger-ui .opblock-description-wrapper p,.swagger-ui table thead tr td,.swagger-ui table thead tr th,.swagger-ui .parameter__name,.swagger-ui .parameter__type,.swagger-ui .response-col_status,.swagger-ui .tab li,.swagger-ui .model,.swagger-ui .model-title,.swagger-ui label,.swagger-ui .opblock .opblock-section-header h4{color:var(--ink)}
.swagger-ui .info{margin:28px 0 20px}.swagger-ui .info .title{font-size:1.9rem;letter-spacing:-.01em}
.swagger-ui .info .description{max-width:46rem}.swagger-ui .info p,.swagger-ui .info li{font-size:1rem;line-height:1.6}
.swagger-ui .info a,.swagger-ui a.nostyle:hover,.swagger-ui .markdown a{color:var(--accent)}
.swagger-ui .markdown code,.swagger-ui .renderedMarkdown code{background:color-mix(in srgb,var(--accent) 10%,transparent);color:var(--strong);font-weight:500}
.swagger-ui .info .renderedMarkdown pre{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.9rem 1rem;overflow:auto}
.swagger-ui .info .renderedMarkdown pre code{background:none;color:var(--ink);padding:0}
.swagger-ui .info .title small{background:var(--soft)}.swagger-ui .info .title small.version-stamp{background:var(--accent)}
.swagger-ui .scheme-container{background:none;box-shadow:none;padding:8px 0 0}
.swagger-ui .opblock-tag{border-color:var(--line);font-size:1.15rem}.swagger-ui .opblock-tag small{color:var(--soft);font-size:.95rem}
.swagger-ui .opblock,.swagger-ui .opblock.opblock-post,.swagger-ui .opblock.opblock-get,.swagger-ui .opblock.opblock-put{background:var(--card);border:1px solid var(--line);border-radius:10px;box-shadow:none;margin:0 0 8px}
.swagger-ui .opblock .opblock-summary,.swagger-ui .opblock.opblock-post .opblock-summary,.swagger-ui .opblock.opblock-get .opblock-summary,.swagger-ui .opblock.opblock-put .opblock-summary{border-color:var(--line)}
.swagger-ui .opblock .opblock-summary-method{background:none!important;color:var(--strong);border:1px solid currentColor;border-radius:6px;min-width:60px;padding:4px 0;text-shadow:none}
html.dark-mode .swagger-ui .opblock .opblock-summary .opblock-summary-method{color:var(--strong)}
html.dark-mode .swagger-ui .opblock.opblock-post,html.dark-mode .swagger-ui .opblock.opblock-get,html.dark-mode .swagger-ui .opblock.opblock-put{background:var(--card);border-color:var(--line)}
.swagger-ui .opblock .opblock-section-header,html.dark-mode .swagger-ui .opblock .opblock-section-header{background:none;box-shadow:none;border-bottom:1px solid var(--line)}
.swagger-ui .opblock-summary-path{font-weight:500}.swagger-ui .opblock .opblock-summary-description{color:var(--soft)}
.swagger-ui .btn,.swagger-ui .btn.authorize{border-radius:8px;box-shadow:none;color:var(--accent);border-color:var(--accent)}.swagger-ui .btn.authorize svg{fill:var(--accent)}
.swagger-ui .btn.execute{background:var(--accent);border-color:var(--accent);color:var(--on)}
.swagger-ui input[type=text],.swagger-ui input[type=password],.swagger-ui textarea,.swagger-ui select{background:var(--card);color:var(--ink);border:1px solid var(--line);border-radius:8px;box-shadow:none}
.swagger-ui .filter .operation-filter-input{border:1px solid var(--soft);margin:12px 0}
.swagger-ui .prop-type,.swagger-ui .prop-format,.swagger-ui .json-schema-2020-12__attribute--primary{color:var(--strong)}
.swagger-ui .json-schema-2020-12{background:none}
.swagger-ui .dialog-ux .modal-ux{background:var(--card);border-color:var(--line)}
@media(max-width:640px){.swagger-ui .opblock-tag small{display:none}.swagger-ui .opblock .opblock-summary-description{padding:4px 10px}}
`;

/**
 * Starts the viewer. Credentials typed into it stay in the page: it stores nothing and calls this service
 * only.
 */
export const REFERENCE_START = `const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();
window.ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  defaultModelRendering: "example",
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
});
`;
