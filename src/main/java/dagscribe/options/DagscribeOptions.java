package dagscribe.options;

/**
 * Every option of the command line.
 *
 * <p>The last brackets of an option's description hold its allowed values, in the grammar of {@link
 * Allowed}; they are what {@code --help} shows and what is enforced. An option whose value may be
 * left to the program is a string with a word for that, so that a later word on the command line
 * can take back an earlier number. The API key is no option: runners show options to everybody.
 */
public interface DagscribeOptions
    extends InputOutputOptions,
        SelectionOptions,
        AskingOptions,
        CacheOptions,
        SimulatedServerOptions {}
