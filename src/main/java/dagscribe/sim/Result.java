package dagscribe.sim;

/** One element of the answer: the instruction for a DAG. */
record Result(String id, String instruction) {}
