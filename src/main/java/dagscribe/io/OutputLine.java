package dagscribe.io;

import dagscribe.report.Destination;

/**
 * One line of the output.
 *
 * @param destination the files it goes to
 * @param reason why it ends there; empty for an instruction
 * @param json the line, without its line end
 */
public record OutputLine(Destination destination, String reason, String json) {}
