package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;

/**
 * Which sources the streams of a savepoint had, noted in its folder: Flink knows them by their places in the job alone, and
 * would have another source go on where the first one was.
 */
final class SavedSources {
    private static final String FILE = "sources.txt";

    private static final System.Logger LOG = System.getLogger("himalia.streaming");

    private SavedSources() {}

    /** Returns the sources of streams with what they give, by their names: classes of cells are others when a cell ran again. */
    static List<String> of(List<Transformation<?>> ends) {
        return ends.stream()
                .flatMap(end -> end.getTransitivePredecessors().stream())
                .filter(each -> each.getInputs().isEmpty())
                .distinct()
                .map(SavedSources::told)
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
    static void write(Path savepoint, List<String> sources) {
        try {
            if (!sources.isEmpty()) {
                Files.write(savepoint.resolve(FILE), sources);
            }
        } catch (IOException e) {
            // One of another machine's process may be its alone, and is whole without the note.
            LOG.log(System.Logger.Level.DEBUG, "no sources are noted in " + savepoint, e);
        }
    }

    /** Refuses a job that would go on from the savepoint of other sources. */
    static void check(Configuration settings, List<String> sources) {
        var place = settings.get(StateRecoveryOptions.SAVEPOINT_PATH);
        if (place == null) {
            return;
        }
        var noted = Savepoints.path(place).resolve(FILE);
        try {
            var saved = Files.exists(noted) ? Files.readAllLines(noted) : sources;
            if (!saved.equals(sources)) {
                throw new IllegalArgumentException(
                        "the savepoint %s is of a job that read %s, and this one reads %s, which cannot go on from there; make the same streams again, or begin anew with Flink.local()"
                                .formatted(
                                        Savepoints.path(place),
                                        String.join(", ", saved),
                                        String.join(", ", sources)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + noted, e);
        }
    }
}
