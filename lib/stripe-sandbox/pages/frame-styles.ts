/** The look of the field frames, in terms of the variables that `appearance.ts` sets. */
export const frameStyles = `
* { box-sizing: border-box; }
html { background: transparent; color-scheme: light only; }
body {
  margin: 0; padding: 4px; overflow: hidden; background: transparent;
  font-family: var(--fontFamily); font-size: var(--fontSizeBase); line-height: var(--fontLineHeight);
  font-weight: var(--fontWeightNormal); color: var(--colorText);
  -webkit-font-smoothing: antialiased; --gap: calc(var(--spacingUnit) * 3);
}
[hidden] { display: none !important; }
.VisuallyHidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.Fields {
  display: grid; grid-template-columns: 1fr 1fr;
  gap: var(--gridRowSpacing, var(--gap)) var(--gridColumnSpacing, var(--gap));
}
.Fields > * { grid-column: 1 / -1; min-width: 0; }
.Fields > .Field--expiry, .Fields > .Field--cvc, .Fields > .Field--country, .Fields > .Field--postalCode,
.Fields > .Field--bsb, .Fields > .Field--account, .Fields > .Field--routing, .Fields > .Field--sortCode,
.Fields > .Field--city, .Fields > .Field--state { grid-column: auto; }
.Fields > .Field--wide { grid-column: 1 / -1; }
.Label {
  display: block; margin: 0 0 var(--spacingUnit); padding: 0;
  font-size: var(--labelFontSize, var(--fontSizeSm)); font-weight: var(--labelFontWeight, var(--fontWeightMedium));
  color: var(--labelColorText, var(--colorText));
}
.Control { position: relative; }
.Input {
  display: block; width: 100%; min-height: 44px; margin: 0; padding: 10px 12px;
  font: inherit; color: inherit; background: var(--colorBackground);
  border: 1px solid var(--inputColorBorder, var(--colorBorder)); border-radius: var(--borderRadius);
  box-shadow: var(--inputBoxShadow, var(--inputShadow)); outline: 0; appearance: none;
  transition: border-color .12s ease, box-shadow .12s ease;
}
select.Input {
  padding-right: 36px; text-overflow: ellipsis;
  background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='8' fill='none' stroke='%23737b8c' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m1.5 1.5 4.5 4.5 4.5-4.5'/%3E%3C/svg%3E");
  background-repeat: no-repeat; background-position: right 13px center;
}
select.Input option { color: #1a1f36; background: #fff; }
.Input::placeholder { color: var(--colorTextPlaceholder); opacity: 1; }
.Input:hover { border-color: color-mix(in srgb, var(--colorText) 32%, transparent); }
.Input:focus-visible {
  border-color: var(--inputFocusColorBorder, var(--colorPrimary));
  box-shadow: var(--inputFocusBoxShadow, var(--focusBoxShadow, 0 0 0 3px color-mix(in srgb, var(--colorPrimary) 24%, transparent)));
}
.Input--invalid { color: var(--colorDanger); border-color: var(--colorDanger); }
.Input--invalid:focus-visible {
  border-color: var(--colorDanger);
  box-shadow: 0 0 0 3px color-mix(in srgb, var(--colorDanger) 22%, transparent);
}
.Input:-webkit-autofill { -webkit-text-fill-color: var(--colorText); }
.Error { margin: calc(var(--spacingUnit) * 1.25) 0 0; font-size: var(--fontSizeSm); color: var(--colorDanger); }
.Brands, .CvcArt {
  position: absolute; right: 12px; top: 50%; transform: translateY(-50%);
  display: flex; gap: 4px; pointer-events: none;
}
.Brands svg, .CvcArt svg { width: 28px; height: 18px; display: block; }
.Field--number .Input { padding-right: 142px; font-variant-numeric: tabular-nums; }
.Field--cvc .Input { padding-right: 52px; }
@media (max-width: 300px) {
  .Brands svg:not(:first-child) { display: none; }
  .Field--number .Input { padding-right: 48px; }
}
.Brands:has(svg:only-child) { right: 12px; }
.Checkbox { display: flex; gap: 10px; align-items: flex-start; font-size: var(--fontSizeSm); cursor: pointer; padding: 2px 0; }
.CheckboxInput, input[type=radio] { flex: none; width: 18px; height: 18px; margin: 1px 0 0; accent-color: var(--colorPrimary); }
.CheckboxInput:focus-visible, input[type=radio]:focus-visible, .Link:focus-visible, .Tab:focus-visible {
  outline: 2px solid var(--colorPrimary); outline-offset: 2px;
}
[data-labels=floating] .Field { position: relative; }
[data-labels=floating] .Label {
  position: absolute; z-index: 1; left: 13px; top: 15px; margin: 0; pointer-events: none; transition: top .12s ease, font-size .12s ease;
  font-size: var(--fontSizeBase); font-weight: var(--fontWeightNormal); color: var(--colorTextSecondary); line-height: 1.5;
}
[data-labels=floating] .Field:has(.Input:focus, .Input:not(:placeholder-shown)) .Label { top: 6px; font-size: 12px; }
[data-labels=floating] .Input { min-height: 56px; padding-top: 24px; padding-bottom: 7px; }
[data-labels=floating] .Input:not(:focus)::placeholder { opacity: 0; }
[data-labels=floating] .SavedCards .Label { position: absolute; top: -26px; left: 0; font-size: var(--fontSizeSm); }
.TermsText { margin: 0; font-size: var(--fontSizeSm); color: var(--colorTextSecondary); }
.Tabs { display: grid; grid-template-columns: repeat(auto-fill, minmax(112px, 1fr)); gap: var(--tabSpacing, 8px); margin-bottom: calc(var(--spacingUnit) * 4); }
.Tab {
  display: flex; flex-direction: column; gap: 5px; align-items: flex-start; padding: 10px 12px; min-height: 44px; cursor: pointer;
  font: inherit; font-size: var(--fontSizeSm); font-weight: var(--fontWeightMedium); color: var(--colorTextSecondary); text-align: left;
  background: var(--colorBackground); border: 1px solid var(--colorBorder); border-radius: var(--borderRadius); box-shadow: var(--inputShadow);
}
.Tab:hover { color: var(--colorText); }
.Tab--selected, .Tab--selected:hover {
  color: var(--colorPrimaryText, var(--colorPrimary)); border-color: var(--colorPrimary); box-shadow: inset 0 0 0 1px var(--colorPrimary);
}
.TabIcon { display: flex; } .TabIcon svg { display: block; height: 16px; width: 24px; }
.Accordion { border: 1px solid var(--colorBorder); border-radius: var(--borderRadius); background: var(--colorBackground); overflow: hidden; }
.AccordionItem + .AccordionItem { border-top: 1px solid var(--colorBorder); }
.AccordionItem-header { display: flex; gap: 12px; align-items: center; padding: 14px 16px; cursor: pointer; color: var(--colorTextSecondary); font-weight: var(--fontWeightMedium); }
.AccordionItem--selected .AccordionItem-header { color: var(--colorPrimary); }
.AccordionItem-body { padding: 2px 16px 18px; }
.AccordionItem-header input[type=radio], .SavedCard input[type=radio] { margin: 0; }
.SavedCards { display: grid; border: 1px solid var(--colorBorder); border-radius: var(--borderRadius); background: var(--colorBackground); position: relative; margin-top: 26px; }
.SavedCards legend { position: absolute; top: -26px; left: 0; }
.SavedCard { display: flex; align-items: center; gap: 12px; padding-right: 14px; }
.SavedCard + .SavedCard { border-top: 1px solid var(--colorBorder); }
.SavedCard label { flex: 1; display: flex; align-items: center; gap: 12px; padding: 13px 0 13px 14px; cursor: pointer; font-size: var(--fontSizeSm); }
.SavedCard-label { flex: 1; display: flex; align-items: center; gap: 10px; }
.SavedCard-expiry { color: var(--colorTextSecondary); font-variant-numeric: tabular-nums; }
.Brand { display: flex; } .Brand svg { width: 28px; height: 18px; }
.Link { border: 0; padding: 6px 2px; background: none; font: inherit; font-size: var(--fontSizeSm); color: var(--colorPrimary); cursor: pointer; border-radius: 3px; }
.Link:hover { text-decoration: underline; }
.SandboxMark {
  margin: calc(var(--spacingUnit) * 3) 0 0; padding: 5px 10px; width: fit-content; border-radius: 6px;
  font-size: 12px; line-height: 1.5; background: #fff3d6; color: #5c3a00;
}
.SandboxMark span { margin-right: 7px; font-weight: 650; }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

/** Card elements are bare inputs: the store draws the box around them. */
export const cardFrameStyles = `
.CardRow { display: flex; align-items: center; gap: 10px; }
.CardIcon svg { display: block; width: 28px; height: 18px; }
.CardInput { min-width: 0; }
.CardInput:only-child, .CardInput--number, .CardInput--iban { flex: 1; }
.CardInput--expiry:not(:only-child) { width: 76px; } .CardInput--cvc:not(:only-child) { width: 44px; }
.CardInput--postalCode { width: 64px; }
.InputElement {
  display: block; width: 100%; margin: 0; padding: 0; border: 0; outline: 0; background: transparent; appearance: none;
  font: inherit; line-height: 1.25; color: #1a1f36; font-variant-numeric: tabular-nums;
}
.InputElement::placeholder { color: #717a8c; opacity: 1; }
.InputElement.is-invalid { color: #c0123c; }
@media (max-width: 420px) { .CardRow:has(.CardInput--expiry) { flex-wrap: wrap; row-gap: 10px; } .CardInput--number { flex-basis: 80%; } }
.WalletButton {
  width: 100%; height: 48px; border: 0; border-radius: var(--buttonBorderRadius, var(--borderRadius)); background: #16181f; color: #fff;
  font: inherit; cursor: pointer; display: block;
}
.WalletButton:hover { background: #2b2f3a; }
.WalletButton--white { background: #fff; color: #14161a; }
.WalletButton--white:hover { background: #e8eaee; }
.WalletButton:focus-visible, .Pay:focus-visible { outline: 3px solid color-mix(in srgb, var(--colorPrimary) 55%, transparent); outline-offset: 1px; }
.WalletFrame { display: grid; place-items: end center; min-height: 100dvh; overflow: auto; padding: 16px; }
@media (min-height: 640px) { .WalletFrame { place-items: center; } }
.Sheet { width: min(100%, 420px); display: grid; gap: 14px; padding: 24px; border-radius: 16px; background: #fff; box-shadow: 0 24px 80px rgba(10, 14, 34, .35); }
.Sheet header { display: flex; justify-content: space-between; align-items: center; }
.Sheet h1 { margin: 0; font-size: 20px; letter-spacing: -.01em; }
.Sheet .Brands { right: 40px; }
.Rates { display: grid; gap: 6px; }
.Pay { min-height: 48px; border: 0; border-radius: 8px; background: #16181f; color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
.Pay:disabled { opacity: .6; }
`;
