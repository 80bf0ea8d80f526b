/** The directions that the architecture allows; `npm run check:imports` walks them. */
const foundations =
  "^lib/(money|http|i18n|auth|db|jobs|observability|env\\.ts|errors\\.ts|ids\\.ts)";
const domains =
  "^lib/(payments|orders|checkout|cart|catalog|inventory|pricing|promotions|gift-cards|shipping|tax|shoppers|register|merchants|mail|outgoing-webhooks|store-settings|dialects)";

export default {
  forbidden: [
    {
      name: "no-circles",
      comment: "Types may look at each other; what runs may not.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "app-is-the-edge",
      comment: "Nothing but the framework reaches into app/.",
      severity: "error",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "components-know-no-server",
      comment:
        "Data and actions come in as props. The rules of the address form, and what a sale at the " +
        "till costs, are pure and are applied on both sides, so that they never disagree.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(app|prisma|lib/(?!money/|shop\\.ts|http/form\\.ts|checkout/form/|register/price-sale\\.ts))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "form-rules-are-pure",
      severity: "error",
      from: { path: "^lib/checkout/form/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(app|components|prisma|node_modules|lib/(?!checkout/form/))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "ui-has-no-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|app/|lib/)" },
    },
    {
      name: "payments-never-looks-up",
      comment: "Orders and checkout build on payments. Tests walk whole ways.",
      severity: "error",
      from: { path: "^lib/payments/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/(orders|checkout|cart|register|dialects|merchants|shoppers)/" },
    },
    {
      name: "payments-core-is-pure",
      severity: "error",
      from: { path: "^lib/payments/core/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(lib|app|components|prisma|node_modules)/",
        pathNot: "^lib/(payments/core/|money/|errors\\.ts)",
      },
    },
    {
      name: "gateways-have-no-database",
      severity: "error",
      from: { path: "^lib/payments/gateways/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/(db|payments/(store|operations|webhooks))/" },
    },
    {
      name: "stripe-behind-its-gateway",
      severity: "error",
      from: {
        path: "^(app|components|lib|prisma)/",
        pathNot: "^lib/(payments/gateways/stripe|stripe-sandbox)|\\.test\\.ts$|^lib/testing/",
      },
      to: { path: "^node_modules/stripe/" },
    },
    {
      name: "sandbox-stands-alone",
      severity: "error",
      from: { path: "^lib/stripe-sandbox/" },
      to: { path: "^(app|components|prisma|e2e|lib/(?!stripe-sandbox/))" },
    },
    {
      name: "nobody-reaches-into-the-sandbox",
      severity: "error",
      from: { pathNot: "^lib/stripe-sandbox/" },
      to: { path: "^lib/stripe-sandbox/" },
    },
    {
      name: "foundations-import-no-domain",
      severity: "error",
      from: { path: foundations, pathNot: "\\.test\\.ts$|^lib/(auth|jobs)/" },
      to: { path: domains },
    },
    {
      name: "dialects-own-no-rule",
      severity: "error",
      from: { path: "^lib/(?!dialects/)" },
      to: { path: "^lib/dialects/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/db/generated|^\\.next" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"] },
  },
};
