/** A real Flink cluster for tests: its processes, its REST API, and the programs that use it. */
package dagscribe.testing.cluster;
