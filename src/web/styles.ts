// The few styles of the plain pages.
export const styles = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0 auto; max-width: 75rem; padding: 0 1rem 2rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; padding: 1rem 0; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid GrayText; padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; }
td, p, li { overflow-wrap: anywhere; }
label { display: block; margin-top: .75rem; }
input { font: inherit; max-width: 100%; padding: .4rem; }
button { font: inherit; margin-top: .75rem; padding: .4rem 1rem; }
header button { margin-top: 0; }
.banner { background: #fff3c4; color: #332701; margin: 0; padding: .5rem 1rem; }
.error { border-inline-start: .4rem solid #b00020; padding-inline-start: .75rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
`;
