/** What went wrong, as a sentence for whoever runs the demo: shown without a stack. */
export class DemoFailure extends Error {
  name = "DemoFailure";
}
