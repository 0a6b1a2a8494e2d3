package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;

/**
 * Which sources the streams of a savepoint had, and which windows, noted in its folder: Flink knows them by their places in the
 * job alone, and would have others go on where the first ones were.
 *
 * @param sources with what they give, by their names: classes of cells are others when a cell ran again
 * @param windows in words
 */
record SavedSources(List<String> sources, List<String> windows) {
    static final SavedSources NONE = new SavedSources(List.of(), List.of());

    private static final String FILE = "sources.txt";
    private static final String WINDOWS_FILE = "windows.txt";

    private static final System.Logger LOG = System.getLogger("himalia.streaming");

    /** Finds those of streams. */
    static SavedSources of(List<Transformation<?>> ends) {
        return new SavedSources(
                told(ends, each -> each.getInputs().isEmpty(), SavedSources::told),
                told(
                        ends,
                        each -> each.getName().equals(Windows.OPERATOR),
                        Transformation::getDescription));
    }

    private static List<String> told(
            List<Transformation<?>> ends,
            Predicate<Transformation<?>> which,
            Function<Transformation<?>, String> words) {
        return ends.stream()
                .flatMap(end -> end.getTransitivePredecessors().stream())
                .filter(which)
                .distinct()
                .map(words)
                .sorted()
                .toList();
    }

    private static String told(Transformation<?> source) {
        return "%s of %s"
                .formatted(
                        source.getName().replace("Source: ", ""),
                        source.getOutputType().getTypeClass().getSimpleName());
    }

    /** Notes them in a savepoint; of a job that did not say which, nothing. */
    void write(Path savepoint) {
        try {
            if (!sources.isEmpty()) {
                Files.write(savepoint.resolve(FILE), sources);
                Files.write(savepoint.resolve(WINDOWS_FILE), windows);
            }
        } catch (IOException e) {
            // One of another machine's process may be its alone, and is whole without the note.
            LOG.log(System.Logger.Level.DEBUG, "no sources are noted in " + savepoint, e);
        }
    }

    /** Refuses a job that would go on from the savepoint of others. */
    void check(Configuration settings) {
        var place = settings.get(StateRecoveryOptions.SAVEPOINT_PATH);
        if (place == null) {
            return;
        }
        var savepoint = Savepoints.path(place);
        var saved = noted(savepoint.resolve(FILE), sources);
        if (!saved.equals(sources)) {
            throw new IllegalArgumentException(
                    "the savepoint %s is of a job that read %s, and this one reads %s, which cannot go on from there; make the same streams again, or begin anew with Flink.local()"
                            .formatted(
                                    savepoint,
                                    String.join(", ", saved),
                                    String.join(", ", sources)));
        }
        var before = noted(savepoint.resolve(WINDOWS_FILE), windows);
        if (!before.equals(windows)) {
            throw new IllegalArgumentException(
                    "the savepoint %s is of a job with %s, and this one has %s, which would go on with parts of what those hold; make the same windows again, or begin anew with Flink.local()"
                            .formatted(savepoint, inWords(before), inWords(windows)));
        }
    }

    private static String inWords(List<String> windows) {
        return windows.isEmpty() ? "no windows" : String.join(", ", windows);
    }

    /** Returns what is noted in a savepoint; what is here where a Himalia before this one noted nothing. */
    private static List<String> noted(Path file, List<String> here) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : here;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
