/** The adapter to Anthropic's Java SDK, the only package that imports it. */
@NullMarked
package dagscribe.claude.sdk;

import org.jspecify.annotations.NullMarked;
