/**
 * What the environment of a process says about calls: address, credentials, headers and proxies, as
 * Anthropic's SDKs read it.
 */
@NullMarked
package dagscribe.claude.environment;

import org.jspecify.annotations.NullMarked;
