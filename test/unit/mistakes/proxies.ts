import { KEYS, mistake, type Mistake, PLACE, SECRET } from "./mistake";

export const OF_PROXIES: readonly Mistake[] = [
  mistake(
    "a proxy of another kind",
    {
      config: { ...KEYS, ...PLACE },
      environment: { HTTPS_PROXY: `socks5://me:${SECRET}@proxy:1080` },
      proxy: `socks5://me:${SECRET}@proxy:1080`,
    },
    "The proxy in HTTPS_PROXY of the environment is not a URL of an http or https proxy. Give one such as http://proxy.example.com:3128, or name the host dcs.eu-de.otc.t-systems.com in NO_PROXY.",
  ),
  mistake(
    "a proxy that is no URL",
    { config: { ...KEYS, ...PLACE }, environment: { all_proxy: "proxy 3128" }, proxy: "https://proxy 3128" },
    "The proxy in all_proxy of the environment is not a URL of an http or https proxy. Give one such as http://proxy.example.com:3128, or name the host dcs.eu-de.otc.t-systems.com in NO_PROXY.",
  ),
];
