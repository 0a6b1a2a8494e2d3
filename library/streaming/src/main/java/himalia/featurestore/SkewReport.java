package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Whether training sees what predictions saw: logged requests, asked of the history.
 *
 * <pre>{@code
 * var store = FeatureStore.inMemory().logRequests(true);
 * SkewReport skew = store.skew();
 * skew.first()          // the first value that differs
 * skew.differences()    // all, as a table
 * }</pre>
 *
 * @param requests how many were logged
 * @param gone how many of them asked for what is not there any more, and are not compared
 * @param compared how many values they were given
 * @param differences those that differ, in the order of the requests: entity, feature, time, online and offline
 */
public record SkewReport(int requests, int gone, int compared, Table differences) {
    public SkewReport {
        given(differences, "differences");
    }

    /** Returns true where training sees what predictions saw. */
    public boolean isEqual() {
        return differences.rowCount() == 0;
    }

    /** Says in one sentence what differs first. */
    public Optional<String> first() {
        return isEqual()
                ? Optional.empty()
                : Optional.of(
                        "%s of %s, asked at %s: online %s, offline %s"
                                .formatted(
                                        cell("feature"),
                                        cell("entity"),
                                        differences.column("time").get(0),
                                        cell("online"),
                                        cell("offline")));
    }

    private String cell(String column) {
        var text = differences.column(column).getString(0);
        return text.isEmpty() ? "missing" : text;
    }

    @Override
    public String toString() {
        return "%d of %d values differ in %d request%s%s%s"
                .formatted(
                        differences.rowCount(),
                        compared,
                        requests,
                        requests == 1 ? "" : "s",
                        gone == 0 ? "" : ", %d of them of what is gone".formatted(gone),
                        first().map(words -> "; first " + words).orElse(""));
    }
}
