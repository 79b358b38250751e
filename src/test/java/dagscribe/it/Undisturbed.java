package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What one process gives that nothing happens to, for others to be held against.
 *
 * @param ids by destination
 * @param dagsAsked different sources that were paid for
 */
record Undisturbed(Map<String, Set<String>> ids, long dagsAsked) {

  /** Runs the input on the DirectRunner. */
  static Undisturbed run(Path folder, Path input, SimulatedServer server) {
    Results results = new Results(folder.resolve("undisturbed"));
    Run run =
        Run.main(
            "--input=" + input,
            "--output=" + results.directory(),
            "--endpoint=" + server.baseUrl(),
            "--cache=memory",
            "--maxFailures=1000000");
    assertThat(run.err(), run.code(), is(0));
    return new Undisturbed(results.ids(), server.stats().dagsBilled());
  }
}
