import * as pulumi from "@pulumi/pulumi";

interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** What a program registers last, as a user's own unit test sees it. `outputs`: what every resource gives besides its inputs. */
export async function registered(
  declare: () => pulumi.CustomResource,
  preview = false,
  outputs: Record<string, unknown> = {},
): Promise<Registered> {
  const seen: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }: Registered) => {
        seen.push({ type, name, inputs });
        return { id: `${name}-id`, state: { ...inputs, ...outputs } };
      },
      call: ({ inputs }) => inputs as Record<string, unknown>,
    },
    "shop",
    "dev",
    preview,
  );
  const resource = declare();
  await new Promise((resolve) => resource.id.apply(resolve));
  const last = seen.at(-1);
  if (!last) throw new Error("Nothing was registered.");
  return last;
}
