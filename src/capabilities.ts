// The capabilities, one line each: docs/capabilities.md says how to add one.
import type { Type } from '@nestjs/common';

export const capabilities: Type[] = [];
