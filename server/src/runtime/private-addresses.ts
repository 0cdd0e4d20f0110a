import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose networks: this computer, private and carrier networks, link-local (cloud metadata), tests, multicast. */
const v4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Alibaba Cloud's metadata service lives outside link-local, inside 100.64.0.0/10 above; Azure's wire server outside both.
  ['168.63.129.16', 32],
]

/** Only 2000::/3 is the public internet; of it, tunnels that carry an IPv4 address within are left out too. */
const v6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const blocked = new BlockList()
for (const [network, bits] of v4) blocked.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of v6) blocked.addSubnet(network, bits, 'ipv6')

const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')

/** True for an address of the public internet. IPv4 written inside IPv6 is never one: no honest name resolves to it. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !blocked.check(address, 'ipv4')
  return version === 6 && publicV6.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
