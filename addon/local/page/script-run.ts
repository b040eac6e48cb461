interface Handlers {
  success?: ((result: unknown, userObject?: unknown) => void) | undefined;
  failure?: ((error: Error, userObject?: unknown) => void) | undefined;
  userObject?: unknown;
}

/**
 * `google.script.run` and `google.script.host` for HTML that runs outside Google. It is turned into
 * text and runs inside the add-on's frame before the add-on's own scripts, so it must name nothing
 * outside itself. Calls go to the page around the frame, which alone holds the token.
 */
export function installScriptRun(): void {
  const pending = new Map<number, Handlers>();
  let calls = 0;

  function tell(message: object): void {
    window.parent.postMessage(message, "*");
  }

  function call(handlers: Handlers, name: string, args: unknown[]): void {
    for (const arg of args) refuseIllegal(arg, name);
    calls += 1;
    pending.set(calls, handlers);
    tell({ onaccount: "call", id: calls, name, args: JSON.parse(JSON.stringify(args)) });
  }

  // As Google does: plain JSON values and nothing else.
  function refuseIllegal(value: unknown, name: string): void {
    const isPlain = value === null || typeof value !== "object" || Array.isArray(value) || isRecord(value);
    if (!isPlain || typeof value === "function") {
      throw new TypeError(`Failed due to illegal value in property: ${name}`);
    }
    if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) refuseIllegal(inner, key);
    }
  }

  function isRecord(value: object): boolean {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
  }

  function runner(handlers: Handlers): object {
    const own: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers["success"]) => runner({ ...handlers, success }),
      withFailureHandler: (failure: Handlers["failure"]) => runner({ ...handlers, failure }),
      withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
    };
    return new Proxy(own, {
      get: (target, name) => {
        if (typeof name !== "string") return undefined;
        return target[name] ?? ((...args: unknown[]) => call(handlers, name, args));
      },
    });
  }

  function answer({ id, result, error }: { id: number; result?: unknown; error?: string }): void {
    const handlers = pending.get(id);
    pending.delete(id);
    if (error === undefined) handlers?.success?.(result, handlers.userObject);
    else if (handlers?.failure) handlers.failure(new Error(error), handlers.userObject);
    else console.error(error);
  }

  window.addEventListener("message", ({ source, data }) => {
    if (source !== window.parent) return;
    if (data?.onaccount === "answer") answer(data);
    if (data?.onaccount === "changed") window.dispatchEvent(new Event("onaccount-changed"));
  });

  const host = {
    close: () => tell({ onaccount: "close" }),
    setHeight: (height: number) => tell({ onaccount: "size", height }),
    setWidth: (width: number) => tell({ onaccount: "size", width }),
    editor: { focus: () => tell({ onaccount: "focus" }) },
    origin: "",
  };
  Object.assign(window, { google: { script: { run: runner({}), host } } });
}
