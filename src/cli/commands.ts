// Every command of the shell, in the order in which the list has them.
import { shell } from '../wording/shell/shell.js';
import type { ShellCommand } from './command.js';

const { does, names, options } = shell;
const plan = `${names.id}[@${names.version}]`;

export const commands: readonly ShellCommand[] = [
  {
    name: 'demonstration',
    takes: [],
    options: { anew: { does: options.anew } },
    does: does.demonstration,
    load: async () => (await import('./serve.js')).demonstration,
  },
  {
    name: 'serve',
    takes: [],
    options: {},
    does: does.serve,
    load: async () => (await import('./serve.js')).serve,
  },
  {
    name: 'administrator create',
    takes: [names.email],
    options: {},
    does: does.administratorCreate,
    load: async () => (await import('./administrator.js')).administratorCreate,
  },
  {
    name: 'administrator link',
    takes: [names.email],
    options: {},
    does: does.administratorLink,
    load: async () => (await import('./administrator.js')).administratorLink,
  },
  {
    name: 'administrator reset',
    takes: [names.email],
    options: {},
    does: does.administratorReset,
    load: async () => (await import('./administrator.js')).administratorReset,
  },
  {
    name: 'workflow check',
    takes: [`[${plan}]`],
    options: {},
    does: does.workflowCheck,
    load: async () => (await import('./workflow-check.js')).workflowCheck,
  },
  {
    name: 'workflow diagram',
    takes: [plan],
    options: {
      format: { takes: 'svg|scxml|bpmn', does: options.format },
      out: { takes: names.file, does: options.out },
    },
    does: does.workflowDiagram,
    load: async () => (await import('./workflow-diagram.js')).workflowDiagram,
  },
  {
    name: 'workflow diff',
    takes: [plan, plan],
    options: {},
    does: does.workflowDiff,
    load: async () => (await import('./workflow-diff.js')).workflowDiff,
  },
  {
    name: 'doctor',
    takes: [],
    options: {},
    does: does.doctor,
    load: async () => (await import('./doctor.js')).doctor,
  },
  {
    name: 'replay',
    takes: [names.file],
    options: { keep: { does: options.keep } },
    does: does.replay,
    load: async () => (await import('./replay.js')).replay,
  },
  {
    name: 'rebuild',
    takes: [],
    options: {},
    does: does.rebuild,
    load: async () => (await import('./rebuild.js')).rebuildReadModels,
  },
  {
    name: 'clock confirm',
    takes: [],
    options: {},
    does: does.clockConfirm,
    load: async () => (await import('./clock.js')).clockConfirm,
  },
  {
    name: 'backup',
    takes: [names.target],
    options: {},
    does: does.backup,
    load: async () => (await import('./backup.js')).backup,
  },
  {
    name: 'restore',
    takes: [names.file],
    options: { replace: { does: options.replace } },
    does: does.restore,
    load: async () => (await import('./backup.js')).restoreBackup,
  },
];
