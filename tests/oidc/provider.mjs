// A real OpenID Connect provider for the tests: whoever types a name below signs in as that person.
//   node provider.mjs PORT CALLBACK
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [port, callback] = process.argv.slice(2);
const require = createRequire(join(process.cwd(), "package.json"));
const { default: Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));

const groups = { olive: ["papers-officer"], adam: ["papers-administrator"] };

const provider = new Provider(`http://localhost:${port}`, {
  clients: [{
    client_id: "board-papers",
    client_secret: "a secret of the tests alone",
    redirect_uris: [callback],
    post_logout_redirect_uris: [callback],
  }],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["a key of the tests alone"] },
  pkce: { required: () => true },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: id[0].toUpperCase() + id.slice(1),
      email: `${id.replace("unverified-", "")}@example.org`,
      email_verified: !id.startsWith("unverified-"),
      groups: groups[id] ?? [],
    }),
  }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
