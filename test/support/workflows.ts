// Workflows that exist for tests alone.
export const testWorkflows = [new URL('../workflows/', import.meta.url)];
export const overleg = 'testregio/overleg';
