// What is used of packages that bring no types of their own.
declare module 'bpmn-moddle' {
  export interface BpmnElement {
    $type: string;
    id: string;
    name?: string;
    sourceRef: BpmnElement;
    targetRef: BpmnElement;
    flowElements: BpmnElement[];
    incoming?: BpmnElement[];
    outgoing?: BpmnElement[];
    loopCharacteristics?: { loopCardinality: { body: string } };
  }
  export class BpmnModdle {
    fromXML(xml: string): Promise<{
      rootElement: {
        rootElements: BpmnElement[];
        diagrams: { plane: { planeElement: { $type: string; bpmnElement: BpmnElement }[] } }[];
      };
      warnings: unknown[];
    }>;
  }
}

declare module 'semver' {
  /** The version itself when it is one. */
  export function valid(version: string): string | null;
  export function satisfies(version: string, range: string): boolean;
  export function minVersion(range: string): { version: string } | null;
}
