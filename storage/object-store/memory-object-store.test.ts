import { MemoryObjectStore } from "./memory-object-store.ts";
import { describeObjectStore } from "./object-store.contract.ts";

describeObjectStore("the memory driver", {
  open: async () => new MemoryObjectStore(),
  keepsInMemory: true,
  rounds: 50,
});
