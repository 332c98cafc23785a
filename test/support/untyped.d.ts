// What is used of a package that brings no types of its own.
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
