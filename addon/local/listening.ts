import { createServer, type RequestListener, type Server } from "node:http";

/** Listens at each address, at one port for all of them: the one that is asked for, or that the first gets. */
export async function listenAt(
  addresses: readonly string[],
  wanted: number,
  hear: RequestListener,
): Promise<{ servers: readonly Server[]; port: number }> {
  const servers: Server[] = [];
  let port = wanted;
  try {
    for (const address of addresses) {
      const server = createServer(hear);
      port = await listen(server, address, port);
      servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map(closed));
    throw error;
  }
  return { servers, port };
}

/** Closes a server and breaks its connections off. */
export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("the server has no port"));
      else resolve(address.port);
    });
  });
}
