package dagscribe.prompt;

/**
 * One thing that a source and an instruction can agree on.
 *
 * @param what names it, for people
 * @param weight how much it counts
 * @param agreement 1 if they agree, -1 if they contradict each other, 0 if the instruction does not
 *     say; between for parts
 */
record Finding(String what, double weight, double agreement) {}
