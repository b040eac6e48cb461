import { isIPv4 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Networks that programs make inside one computer: no office is there. */
const INNER = /^(docker|br-|veth|virbr|vmnet|vbox|vEthernet|lxc|cni|podman)/i;

/**
 * The addresses of this computer on private networks (10/8, 172.16/12, 192.168/16), which no router
 * carries further. A public address is never among them: a ledger is not put on the internet.
 */
export function officeAddresses(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !INNER.test(name))
    .flatMap(([, addresses = []]) => addresses)
    .filter(({ internal, address }) => !internal && isPrivate(address))
    .map(({ address }) => address);
}

function isPrivate(address: string): boolean {
  if (!isIPv4(address)) return false;
  const [first = 0, second = 0] = address.split(".").map(Number);
  return first === 10 || (first === 172 && second >= 16 && second <= 31) || (first === 192 && second === 168);
}
