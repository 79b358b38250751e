/**
 * A simulated Messages API server on loopback.
 *
 * <p>The way of a call: {@code Router}, then {@code MessagesEndpoint}, where {@code RequestChecks}
 * refuses what breaks a rule, {@code ModelLimits} lets it in or not, and {@code Faults} may end it;
 * then {@code Answering}, which composes the message, waits as {@code Latency} says, bills it in
 * the {@code Journal}, and sends it. Imports {@code source.airflow} for the facts its answers are
 * made of, and nothing of the client: what it knows of the API is its own.
 */
@NullMarked
package dagscribe.sim;

import org.jspecify.annotations.NullMarked;
